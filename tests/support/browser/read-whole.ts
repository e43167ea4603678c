/** Reads a page that shows answers, on screens and on paper: what it lacks, and what cannot be seen. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { visibility, type AnswerContext, type CompiledForm } from '../../../engine/index.ts';
import { isObject, type JsonObject, textOf, valueAt } from '../../../engine/json.ts';
import { lettersOf } from '../../pdf/expected.ts';
import { freeTexts } from '../random-answers.ts';
import { run } from '../tools.ts';
import { desktop, phone } from './browser.ts';
import { pageFaults } from './page-faults.ts';

/** A4 without the margins of a printed page, in CSS pixels. */
const paper = { width: 680, height: 1009 };

export interface Expected {
  pointer: string;
  text: string;
  /** Whether each of its lines has to be a line of the page. */
  alone: boolean;
}

/** All that has to be read of some answers, in the order in which the form asks for them. */
export const expectedOf = (
  form: CompiledForm,
  answers: JsonObject,
  context: AnswerContext,
  copy: 'own' | 'council',
): Expected[] => [
  ...freeTexts(form, answers, visibility(form, answers, context))
    .filter(({ question }) => copy === 'council' || question.element.options?.print !== 'council')
    .map(({ pointer, alone }) => ({ pointer, text: textOf(valueAt(answers, pointer)), alone })),
  ...form.questions
    .filter(({ kind }) => kind === 'files')
    .flatMap(({ pointer }) => {
      const rows = valueAt(answers, pointer);
      return (Array.isArray(rows) ? rows : []).map((row) => {
        const file = isObject(row) ? row['file'] : undefined;
        return { pointer, text: isObject(file) ? textOf(file['name']) : '', alone: false };
      });
    }),
];

/** Where a line ends, said without the engine. */
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

const collapsed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What is missing from a page, or stands in another order, or on one line with something else. */
const lostFrom = (read: string, expected: readonly Expected[]): string[] => {
  const lost: string[] = [];
  const all = lettersOf(read);
  let at = 0;
  for (const { text, pointer } of expected) {
    const letters = lettersOf(text);
    const found = all.indexOf(letters, at);
    if (found < 0)
      lost.push(
        `${all.includes(letters) ? 'in another place' : 'lost'}: ${pointer} ${JSON.stringify(text.slice(0, 60))}`,
      );
    else at = found + letters.length;
  }
  const lines = new Set(read.split(/[\n\t]/).map(collapsed));
  for (const { text, alone, pointer } of expected)
    if (alone)
      for (const line of text.split(lineEnd))
        if (collapsed(line) !== '' && !lines.has(collapsed(line)))
          lost.push(`not a line: ${pointer} ${JSON.stringify(line.slice(0, 60))}`);
  return lost.slice(0, 10);
};

/** Letters that every font has, and that are read from a PDF as they were written. */
const plain = /[\p{Script=Latin}0-9]/u;

const counted = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFKC'))
    if (plain.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

/** What a browser's own print of the page lacks. */
const lostOnPaper = async (page: Page, expected: readonly Expected[]): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-printed-'));
  const path = join(folder, 'printed.pdf');
  await page.pdf({ path, format: 'A4' });
  const printed = counted(run('pdftotext', ['-enc', 'UTF-8', path, '-']));
  rmSync(folder, { recursive: true });
  return [...counted(expected.map(({ text }) => text).join(''))].flatMap(([letter, times]) => {
    const found = printed.get(letter) ?? 0;
    return found < times ? [`${letter} is ${found} times on paper, not ${times}`] : [];
  });
};

const looks = 8;

/** What is wrong once the page has come to rest: on a busy machine it is drawn for another width a while after it was told of it. */
const settled = async (page: Page, faultsNow: () => Promise<string[]>): Promise<string[]> => {
  for (let look = 1; ; look += 1) {
    const faults = await faultsNow();
    if (faults.length === 0 || look === looks) return faults;
    await page.waitForTimeout(500);
  }
};

/** Everything that is wrong with a page that shows these answers, on screens and on paper. */
export const faultsOfPage = async (
  page: Page,
  name: string,
  expected: readonly Expected[],
  onPaper = expected,
): Promise<string[]> => {
  const faults: string[] = [];
  const look = async (where: string): Promise<void> => {
    const found = await settled(page, async () => {
      const read = await page.locator('main').innerText();
      return [...lostFrom(read, expected), ...(await pageFaults(page))];
    });
    for (const fault of found) faults.push(`${name}, ${where}: ${fault}`);
  };
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport);
    await look(`${viewport.width} pixels wide`);
  }
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  await look('printed');
  for (const fault of await settled(page, () => lostOnPaper(page, onPaper))) faults.push(`${name}: ${fault}`);
  await page.emulateMedia({ media: 'screen' });
  return faults;
};

export interface Seen {
  answers: JsonObject;
  context: AnswerContext;
}

/** Answers as the service sends them, with what is known of whoever gave them. */
export const seenIn = (body: Record<string, unknown>, today: string): Seen => ({
  answers: isObject(body['answers']) ? body['answers'] : {},
  context: { today, values: isObject(body['context']) ? body['context'] : {} },
});
