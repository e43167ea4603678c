/** A form is changed on disk while it is on show: what is wrong is told, what is right is seen, and nothing typed is lost. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { startPreview, type Preview } from '../../scripts/preview/start.ts';
import { axeViolations, openBrowser, openPerson, sidewaysOverflow } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { fieldsOf } from '../support/read.ts';

let pages: string;
let browser: Browser;
let formsDir: string;
let preview: Preview;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  rmSync(pages, { recursive: true, force: true });
});
beforeEach(async () => {
  formsDir = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
  cpSync('tests/packages/base', fileAt(''), { recursive: true });
  preview = await startPreview({ formsDir, form: 'holiday-club', rendererDir: pages });
  const person = await openPerson(browser, preview.url);
  ({ page, complaints } = person);
});
afterEach(async () => {
  await page.context().close();
  await preview.stop();
  rmSync(formsDir, { recursive: true, force: true });
});

const fileAt = (name: string): string => join(formsDir, 'holiday-club', '1.0.0', name);
const read = (name: string): string => readFileSync(fileAt(name), 'utf8');
const write = (name: string, text: string): void => writeFileSync(fileAt(name), text);

const form = (): FrameLocator => page.frameLocator('#frame');
const tab = (name: string | RegExp) => page.getByRole('tab', { name });
const panel = () => page.getByRole('tabpanel');

const open = async (): Promise<void> => {
  await page.goto(preview.url);
  await form().getByRole('heading', { level: 1, name: 'Your child' }).waitFor();
};

test('a file that is broken is told with its line, and the form stays; fixed, it is shown with what was typed', async () => {
  await open();
  await form().getByLabel('First name').fill('Maja');
  const texts = read('text.en.json');
  write('text.en.json', texts.replace('"lastName.label": "Surname",', '"lastName.label": "Surname"'));
  await page.getByRole('status').getByText('cannot be shown').waitFor();
  const line = texts.split('\n').findIndex((each) => each.includes('"lastName.label"')) + 1;
  const place = panel()
    .getByRole('button', { name: /^text\.en\.json, line \d+/ })
    .first();
  await place.waitFor();
  expect(Math.abs(Number(/line (\d+)/.exec((await place.textContent()) ?? '')?.[1]) - line)).toBeLessThanOrEqual(1);
  expect(await form().getByLabel('First name').inputValue()).toBe('Maja');

  await place.click();
  await panel().getByLabel('File').waitFor();
  await panel().locator('.line.has-error').first().waitFor();

  write('text.en.json', texts.replace('"Surname"', '"Family name"'));
  await form().getByLabel('Family name').waitFor();
  expect(await form().getByLabel('First name').inputValue()).toBe('Maja');
  await page.getByRole('status').getByText('As the files were').waitFor();
  expect(await page.getByRole('status').textContent()).not.toContain('cannot be shown');
  expect(complaints).toEqual([]);
});

test('an example is filled in, what is hidden is explained, and the answer that would show it shows it', async () => {
  await open();
  await page.getByLabel('Example').selectOption({ label: 'A child of nine who swims' });
  await expect.poll(() => form().getByLabel('First name').inputValue()).toBe('Ola');
  await form().getByRole('link', { name: 'The stay' }).click();
  await form().getByLabel('How far, in metres?').waitFor();
  await form().getByLabel('South shore').check();
  await form().getByLabel('How far, in metres?').waitFor({ state: 'detached' });

  await tab('Hidden and why').click();
  const why = panel().getByRole('listitem').filter({ hasText: 'How far, in metres?' }).first();
  await why.getByText('Which site?').waitFor();
  expect(await why.textContent()).toContain('(#/properties/site) is “North shore”. Now: “South shore”');

  await form().getByLabel('North shore').check();
  await why.waitFor({ state: 'detached' });
});

test('messages, answers and the PDF are there, and the page can be used by everybody', async () => {
  await open();
  await page.getByLabel('Example').selectOption({ label: 'A child of nine who swims' });
  await expect.poll(() => form().getByLabel('First name').inputValue()).toBe('Ola');
  await tab('Messages').click();
  await panel().getByText('Enter the membership number as two letters and four digits, like AB1234').waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.keyboard.press('ArrowRight');
  const link = panel().getByRole('link', { name: /PDF/ });
  const address = (await link.getAttribute('href')) ?? '';
  const pdf = await page.request.get(new URL(address, preview.url).href);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await tab('Answers').click();
  await panel().getByText('These answers can be submitted.').waitFor();
  expect(await panel().textContent()).toContain('"age": 9');

  await page.getByLabel('Phone (360)').check();
  await expect
    .poll(() =>
      form()
        .locator('html')
        .evaluate(() => window.innerWidth),
    )
    .toBe(360);
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test('a form that is broken from the start is shown once it is fixed, and in every language that it has', async () => {
  const layout = read('ui.json');
  write('ui.json', layout.replace('"#/properties/metres"', '"#/properties/metre"'));
  await preview.stop();
  preview = await startPreview({ formsDir, form: 'holiday-club', rendererDir: pages });
  await page.goto(preview.url);
  await page.getByText('There is nothing to show yet').waitFor();
  await panel().getByText('Did you mean “#/properties/metres”?').waitFor();
  write('ui.json', layout);
  await form().getByLabel('First name').waitFor();

  const texts = fieldsOf(JSON.parse(read('text.en.json')));
  write('text.cy.json', JSON.stringify({ ...texts, 'firstName.label': 'Enw cyntaf' }, null, 2));
  await page.getByLabel('Language').locator('option', { hasText: 'Welsh' }).waitFor({ state: 'attached' });
  await form().getByLabel('First name').fill('Maja');
  await page.getByLabel('Language').selectOption('cy');
  await expect.poll(() => form().getByLabel('Enw cyntaf').inputValue()).toBe('Maja');
});

test('a task, which nobody can begin by themselves, is shown like any other form', async () => {
  const manifest = fieldsOf(JSON.parse(read('form.json')));
  const task = { due: 'P15D', assignTo: ['user'], counterSignature: 'none' };
  write('form.json', JSON.stringify({ ...manifest, kind: 'task', task }, null, 2));
  await open();
  expect(await form().getByLabel('First name').inputValue()).toBe('');
});

test('only pages of this machine are answered, and only its own page may frame the form', async () => {
  const own = await page.request.get(new URL('/', preview.url).href);
  expect(own.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(own.headers()['x-frame-options']).toBe('SAMEORIGIN');
  const other = await page.request.get(preview.url, { headers: { Host: 'forms.example.org' } });
  expect(other.status()).toBe(421);
});
