/** Fills in any form by hand in a browser: it knows the kinds of question, never a form. */
import type { Locator, Page } from 'playwright-core';
import { formatDate, type Page as FormPage, type Question } from '../../../engine/index.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  type Pointer,
  textOf,
  toPointer,
  valueAt,
} from '../../../engine/json.ts';

const idOf = (pointer: Pointer): string => `q${pointer.replaceAll('/', '-')}`;
const keyOf = (question: Question): string => question.pointer.slice(question.pointer.lastIndexOf('/') + 1);

const byId = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);
const option = (page: Page, name: string, value: string): Locator =>
  page.locator(`input[name="${name}"][value="${value}"]`);

const enterText = async (page: Page, pointer: Pointer, text: string): Promise<void> => {
  const box = byId(page, idOf(pointer));
  if (!(await box.isEditable())) return;
  await box.fill(text);
  if ((await box.getAttribute('role')) === 'combobox') await box.press('Escape');
  await box.blur();
};

/** In English figure by figure; in another language pasted whole, as its readers write it. */
const enterDate = async (page: Page, pointer: Pointer, date: string): Promise<void> => {
  const first = byId(page, `${idOf(pointer)}-day`);
  const language = await first.evaluate((box) => box.closest('[lang]')?.getAttribute('lang') ?? 'en');
  if (language !== 'en') {
    if (await first.isEditable()) await first.fill(formatDate(date, language));
    await first.blur();
    return;
  }
  const [year = '', month = '', day = ''] = date.split('-');
  const parts = { day, month, year };
  for (const [part, figure] of Object.entries(parts)) {
    const box = byId(page, `${idOf(pointer)}-${part}`);
    if (await box.isEditable()) await box.fill(String(Number(figure)));
  }
  await byId(page, `${idOf(pointer)}-year`).blur();
};

const choose = async (page: Page, question: Question, pointer: Pointer, value: JsonValue): Promise<void> => {
  const id = idOf(pointer);
  const round = option(page, id, textOf(value));
  if ((await round.count()) > 0) {
    if (await round.isEnabled()) await round.check();
    return;
  }
  const list = byId(page, id);
  if ((await list.evaluate(({ tagName }) => tagName)) === 'SELECT') {
    await list.selectOption(textOf(value));
    return;
  }
  if (!(await list.isEditable())) return;
  const label = question.choices?.find((choice) => choice.value === value)?.label ?? textOf(value);
  if ((await list.inputValue()) === label) return;
  await list.fill(label);
  await page.getByRole('listbox').getByRole('option', { name: label, exact: true }).first().click();
};

interface Given {
  question: Question;
  pointer: Pointer;
  value: JsonValue;
}

/** Whether the question stands on the page now: another answer may be what shows it. */
const isAsked = async (page: Page, pointer: Pointer): Promise<boolean> =>
  (await page.locator(`[id="${idOf(pointer)}"], [id^="${idOf(pointer)}-"], [name="${idOf(pointer)}"]`).count()) > 0;

/** Whether its answer stands there as text, because nobody can change it here. */
const isTold = async (page: Page, pointer: Pointer): Promise<boolean> =>
  (await page.locator(`dl[id="${idOf(pointer)}"]`).count()) > 0;

/** Enters answers from top to bottom, then those that these have brought to sight. What stays hidden is left. */
const enterAll = async (page: Page, given: readonly Given[]): Promise<void> => {
  let waiting = given;
  for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
    before = waiting.length;
    const later: Given[] = [];
    for (const each of waiting)
      if (await isTold(page, each.pointer)) continue;
      else if (await isAsked(page, each.pointer)) await enter(page, each.question, each.pointer, each.value);
      else later.push(each);
    waiting = later;
  }
};

const parts = async (page: Page, inside: readonly Question[], base: Pointer, value: JsonValue): Promise<void> => {
  if (!isObject(value)) return;
  const given = inside.flatMap((part): Given[] => {
    const answer = value[keyOf(part)];
    if (answer === undefined || part.schema.const !== undefined) return [];
    return [{ question: part, pointer: base + toPointer([keyOf(part)]), value: answer }];
  });
  await enterAll(page, given);
};

const rows = async (page: Page, question: Question, pointer: Pointer, value: JsonValue): Promise<void> => {
  for (const [index, row] of (Array.isArray(value) ? value : []).entries()) {
    const place = `${pointer}/${index}`;
    if ((await byId(page, idOf(place)).count()) === 0)
      await byId(page, idOf(pointer))
        .getByRole('button', { name: /^(Add|Dodaj)/ })
        .last()
        .click();
    await parts(page, question.parts, place, row);
  }
};

/** Whether an answer can have been given to this branch. */
const suits = (branch: Question, value: JsonValue): boolean => {
  const fields = (row: JsonValue): boolean =>
    isObject(row) &&
    Object.keys(row).every((key) => branch.parts.some((part) => keyOf(part) === key)) &&
    branch.parts.every((part) => part.schema.const === undefined || row[keyOf(part)] === part.schema.const);
  switch (branch.kind) {
    case 'group':
      return fields(value);
    case 'table':
      return Array.isArray(value) && value.every(fields);
    case 'choice':
    case 'choices':
      return [value].flat().every((each) => branch.choices?.some((choice) => choice.value === each));
    case 'number':
    case 'money':
      return typeof value === 'number';
    case 'yesNo':
    case 'tick':
      return typeof value === 'boolean';
    default:
      return typeof value === 'string';
  }
};

const branch = async (page: Page, question: Question, pointer: Pointer, value: JsonValue): Promise<void> => {
  const index = question.parts.findIndex((part) => suits(part, value));
  await page
    .locator(`input[name^="${idOf(pointer)}"][value="${index}"]`)
    .first()
    .check();
  const chosen = question.parts[index];
  if (chosen?.kind === 'group') await parts(page, chosen.parts, pointer, value);
  else if (chosen) await enter(page, chosen, pointer, value);
};

/** Enters one answer, as a person would; what is locked is left. */
export const enter = async (page: Page, question: Question, pointer: Pointer, value: JsonValue): Promise<void> => {
  const id = idOf(pointer);
  switch (question.kind) {
    case 'text':
    case 'longText':
    case 'number':
    case 'money':
      return enterText(page, pointer, textOf(value));
    case 'date':
      return enterDate(page, pointer, textOf(value));
    case 'yesNo':
    case 'choice':
      return choose(page, question, pointer, value);
    case 'choices':
      for (const each of Array.isArray(value) ? value : []) await option(page, id, textOf(each)).check();
      return;
    case 'tick':
      if (value === true) await page.locator(`input[name="${id}"]`).check();
      return;
    case 'group':
      return parts(page, question.parts, pointer, value);
    case 'fixedTable':
      return parts(page, question.parts, pointer, value);
    case 'table':
      return rows(page, question, pointer, value);
    case 'oneOf':
      return branch(page, question, pointer, value);
    case 'files':
      return;
  }
};

/** Enters what the answers have for one page; what another page hides is left. */
export const fillPage = async (page: Page, formPage: FormPage, answers: JsonObject): Promise<void> => {
  const questions = new Map(formPage.questions.map((question) => [question.pointer, question]));
  const given = [...questions.values()].flatMap((question): Given[] => {
    const { pointer } = question;
    const value = valueAt(answers, pointer);
    return value === undefined ? [] : [{ question, pointer, value }];
  });
  await enterAll(page, given);
};

/** Adds documents to a question, one answer each, with the bytes that fit its name. */
export const addDocuments = async (
  page: Page,
  question: Question,
  value: JsonValue,
  bytesOf: (name: string) => Uint8Array,
): Promise<void> => {
  for (const [index, row] of (Array.isArray(value) ? value : []).entries()) {
    const { pointer } = question;
    const file = isObject(row) && isObject(row['file']) ? textOf(row['file']['name']) : `document-${index}.pdf`;
    await byId(page, idOf(pointer))
      .locator('input[type=file]')
      .setInputFiles({
        name: file,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytesOf(file)),
      });
    await byId(page, idOf(`${pointer}/${index}`)).waitFor();
    await parts(page, question.parts, `${pointer}/${index}`, row);
  }
};
