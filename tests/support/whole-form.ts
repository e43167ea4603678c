/** A whole form of the repository in a browser: every page filled in by hand, sent, and read as PDF. Knows kinds of question, never a form. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  printDocument,
  type CompiledForm,
  type Example,
  type Page as FormPage,
  type PrintDocument,
} from '../../engine/index.ts';
import { addDocuments, fillPage } from './browser/fill-in.ts';
import { jpg, pdf, png } from './files.ts';
import { doc, docx } from './office-files.ts';
import { formsDir } from './browser/read-form.ts';
import { run } from './tools.ts';

const bytesOf = (name: string): Uint8Array => {
  const kinds: Record<string, Uint8Array> = { pdf, png, jpg, jpeg: jpg, doc, docx };
  return kinds[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? pdf;
};

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** A folder that offers this form alone; to be removed by whoever asked for it. */
export const onlyForm = (id: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
  for (const name of [id, 'shared']) cpSync(join(formsDir, name), join(folder, name), { recursive: true });
  return folder;
};

/** Puts the documents of an example on a page, if it asks for any. */
const attach = async (page: Page, formPage: FormPage, { answers }: Example): Promise<void> => {
  for (const question of formPage.questions)
    if (question.kind === 'files')
      await addDocuments(page, question, answers[question.pointer.slice(1)] ?? [], bytesOf);
};

/** What the buttons and headings of the filler say, in the language in which the form is filled in. */
export interface FillWords {
  next: string;
  backToCheck: string;
  checkAnswers: string;
  /** Stands in the notice of what is missing. */
  missing: string;
  /** Stands in the notice of what may be looked at again. */
  warnings: string;
}

const english: FillWords = {
  next: 'Next',
  backToCheck: 'Back to check your answers',
  checkAnswers: 'Check your answers',
  missing: 'before you can submit',
  warnings: 'You can still submit the form',
};

export interface PageVisit {
  page: Page;
  formPage: FormPage;
  index: number;
  fill: () => Promise<void>;
}

/** Presses Next, a second time where there is only something to look at again; fails with what stands in the way. */
const goOn = async (page: Page, { next, backToCheck }: FillWords): Promise<void> => {
  const here = await page.getByRole('heading', { level: 1 }).innerText();
  const leave = async (): Promise<boolean> => {
    await page
      .locator('.actions, .fill-main')
      .getByRole('button', { name: new RegExp(`^(${next}|${backToCheck})$`) })
      .click();
    const gone = page.getByRole('heading', { level: 1, name: here, exact: true }).waitFor({ state: 'detached' });
    return Promise.race([
      page
        .locator('.summary h2')
        .waitFor()
        .then(() => false),
      gone.then(() => true),
    ]);
  };
  if ((await leave()) || (await leave())) return;
  throw new Error(`${here} cannot be left:\n${await page.locator('.summary').innerText()}`);
};

/**
 * Fills in every page of an example from the first to “Check your answers”, then what a later page has brought to sight on an earlier
 * one. `visit` fills one page in; by default it does nothing else.
 */
export const fillForm = async (
  page: Page,
  form: CompiledForm,
  example: Example,
  visit: (visit: PageVisit) => Promise<void> = ({ fill }) => fill(),
  words: FillWords = english,
): Promise<void> => {
  const place = async (): Promise<FormPage | undefined> => {
    const here = await page.getByRole('heading', { level: 1 }).innerText();
    if (here === words.checkAnswers) return undefined;
    const found = form.pages.find(({ label }) => label === here);
    if (found === undefined) throw new Error(`${here} is no page of the form`);
    return found;
  };
  const fillIn = (formPage: FormPage) => () => fillPage(page, formPage, example.answers);
  let index = 0;
  for (let formPage = await place(); formPage !== undefined; formPage = await place()) {
    await visit({ page, formPage, index, fill: fillIn(formPage) });
    await attach(page, formPage, example);
    await goOn(page, words);
    index += 1;
  }
  // Where the example leaves nothing to look at, what is only wanted has to be filled in too.
  const told = example.expect.warnings === undefined ? [words.missing, words.warnings] : [words.missing];
  const open = new RegExp(told.map((text) => text.replaceAll('.', '\\.')).join('|'));
  const followed = new Set<string | null>();
  for (let tries = 0; tries < form.pages.length; tries += 1) {
    const missing = page.locator('.notice').filter({ hasText: open }).locator('a').first();
    if ((await missing.count()) === 0) return;
    const href = await missing.getAttribute('href');
    if (followed.has(href)) return;
    followed.add(href);
    await missing.click();
    await heading(page, words.checkAnswers).waitFor({ state: 'detached' });
    const formPage = await place();
    if (formPage !== undefined) await visit({ page, formPage, index, fill: fillIn(formPage) });
    await goOn(page, words);
  }
};

/** Every word that stands in the answers of a printed form. */
const wordsOf = ({ sections, attachments }: PrintDocument): string[] => {
  const cells = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'answer' ? block.lines : block.kind === 'table' ? block.rows.flat() : [],
    ),
  );
  return [...cells, ...attachments.map(({ name }) => name)].flatMap((text) => text.split(/\s+/)).filter(Boolean);
};

const textOf = (bytes: Buffer): string => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-pdf-'));
  const file = join(folder, 'submitted.pdf');
  writeFileSync(file, bytes);
  expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
  const text = run('pdftotext', ['-layout', file, '-']);
  rmSync(folder, { recursive: true });
  return text;
};

/** The words of an example's answers that its PDF lacks. */
export const missingInPdf = (form: CompiledForm, { answers, today, context }: Example, bytes: Buffer): string[] => {
  const given = { today, values: context ?? {} };
  const drawn = printDocument(form, answers, given, { status: 'submitted', copy: 'own', timeZone: 'Europe/London' });
  const text = textOf(bytes).replaceAll(/\s+/g, '');
  return wordsOf(drawn).filter((word) => !text.includes(word));
};
