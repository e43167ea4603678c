/** The job that all of this is for: a whole form of the repository, filled in by hand, sent once, and read by the council. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { printDocument, type PrintDocument } from '../../engine/index.ts';
import { expectStatus } from '../support/angling.ts';
import { axeViolations, carrySession, openBrowser, openPerson, sidewaysOverflow, narrow } from '../support/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { addDocuments, fillPage } from '../support/fill-in.ts';
import { jpg, pdf, png } from '../support/files.ts';
import { doc, docx } from '../support/office-files.ts';
import { startPortal, testClock, type TestPortal } from '../support/portal.ts';
import { formsDir, readForm } from '../support/read-form.ts';
import { run } from '../support/tools.ts';

vi.setConfig({ testTimeout: 300_000 });

const { form, examples } = readForm('ehcna-primary');
const example = examples['full'];
if (example === undefined) throw new Error('The form has no full example');

let pages: string;
let portal: TestPortal;
let browser: Browser;
/** A council that offers this form alone. */
const forms = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
cpSync(join(formsDir, form.definition.manifest.id), join(forms, form.definition.manifest.id), { recursive: true });

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startPortal({
    clock: testClock(new Date(`${example.today}T10:00:00Z`)),
    config: {
      rendererDir: pages,
      formsDir: forms,
      councilDir: join(formsDir, '../council'),
      teams: { send: 'team@council.example' },
    },
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  for (const folder of [pages, forms]) rmSync(folder, { recursive: true, force: true });
});

const bytesOf = (name: string): Uint8Array => {
  const kinds: Record<string, Uint8Array> = { pdf, png, jpg, jpeg: jpg, doc, docx };
  return kinds[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? pdf;
};

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

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
  const folder = mkdtempSync(join(tmpdir(), 'formwork-main-job-'));
  const file = join(folder, 'submitted.pdf');
  writeFileSync(file, bytes);
  expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
  const text = run('pdftotext', ['-layout', file, '-']);
  rmSync(folder, { recursive: true });
  return text;
};

test('a whole form: filled in page by page, the connection lost on the way, sent twice at once, had once, read whole', async () => {
  const person = await portal.signedIn({
    profile: { professional: true, jobRole: 'SENCo', organisation: 'Kingfisher Primary School' },
  });
  const { page, context, complaints } = await openPerson(browser, portal.url);
  page.setDefaultTimeout(10_000);
  await carrySession(context, person);
  await page.goto('/');
  await page.locator('a[href^="/start/"]').first().click();
  await page.getByRole('button', { name: 'Start now' }).click();

  const answered = form.pages.filter(({ element }) => element !== undefined);
  for (const [index, formPage] of answered.entries()) {
    await heading(page, formPage.label).waitFor();
    if (index === 3) {
      await context.setOffline(true);
      await fillPage(page, formPage, example.answers);
      await page
        .getByText(/Saved on this device/)
        .first()
        .waitFor();
      await context.setOffline(false);
    } else await fillPage(page, formPage, example.answers);
    for (const question of formPage.questions)
      if (question.kind === 'files')
        await addDocuments(page, question, example.answers[question.pointer.slice(1)] ?? [], bytesOf);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    const problems = page.locator('.summary h2');
    await Promise.race([
      problems.waitFor(),
      heading(page, answered[index + 1]?.label ?? 'Check your answers').waitFor(),
    ]);
    if ((await problems.count()) > 0) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }

  await heading(page, 'Check your answers').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Submit to Local Authority' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Submit', exact: true }).dblclick();
  await heading(page, 'Submitted Forms').waitFor();

  const list = (await person.get('/api/submissions')).body;
  expect(list).toHaveLength(1);
  const [sent] = Array.isArray(list) ? list : [];
  const submission = expectStatus(await person.get(`/api/submissions/${String(sent.id)}`), 200);
  const { bytes } = await person.get(`/api/submissions/${String(sent.id)}/pdf`);
  const drawn = printDocument(
    form,
    example.answers,
    { today: example.today, values: example.context ?? {} },
    {
      status: 'submitted',
      copy: 'own',
      timeZone: 'Europe/London',
    },
  );
  const text = textOf(bytes).replaceAll(/\s+/g, '');
  expect(wordsOf(drawn).filter((word) => !text.includes(word))).toEqual([]);
  expect(Object.keys(submission['answers'] ?? {}).sort()).toEqual(Object.keys(example.answers).sort());
  expect((await portal.mail('team@council.example')).length).toBe(1);
  expect((await portal.mail(person.email)).length).toBe(1);
  expect(complaints.filter((complaint) => !/ERR_INTERNET_DISCONNECTED/.test(complaint))).toEqual([]);
});
