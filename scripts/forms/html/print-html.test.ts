/** The HTML file of a form: whole, without script, and readable by everybody. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, narrow, openBrowser, sidewaysOverflow } from '../../../tests/support/browser/browser.ts';
import { blankDocument } from '../../../engine/index.ts';
import { askedBy, wordsOfBlank } from '../../../tests/support/blank-form.ts';
import { readForm } from '../../../tests/support/browser/read-form.ts';
import { render } from '../answers.ts';
import { linksOf, sendTo } from '../settings.ts';
import { printHtml } from './print-html.ts';

const formsDir = join(import.meta.dirname, '../../..', 'forms');
const folder = mkdtempSync(join(tmpdir(), 'formwork-html-'));
const blank = join(folder, 'blank.html');
const full = join(folder, 'full.html');
let browser: Browser;
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

beforeAll(async () => {
  browser = await openBrowser();
  await render(formsDir, 'ehcna-primary', { html: true, out: blank });
  await render(formsDir, 'ehcna-primary', { html: true, example: 'full', out: full });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['blank', blank],
  ['with answers', full],
])('a form %s has no fault that axe finds, and fits a narrow window', async (_name, file) => {
  // Audited without its own policy, which rightly keeps the auditor's script out.
  const context = await browser.newContext({ viewport: narrow, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  expect(await axeViolations(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
  await context.close();
});

test('it needs nothing else and runs nothing', () => {
  const html = readFileSync(full, 'utf8');
  expect(html).not.toMatch(/<script|<link|<img|\bon[a-z]+=|src=|url\(|@import/i);
  expect(html).toContain("default-src 'none'");
});

test('blank, it has every question, choice and condition with room to write; answered, it says what was not answered', async () => {
  const { form } = readForm('ehcna-primary');
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pathToFileURL(blank).href);
  const said = bare((await page.locator('body').textContent()) ?? '');
  await context.close();
  const paper = blankDocument(form, { answers: {}, links: linksOf(formsDir), sendTo: sendTo(formsDir) });
  expect(wordsOfBlank(paper).filter((text) => !said.includes(bare(text)))).toEqual([]);
  expect(askedBy(form).filter((text) => !said.includes(bare(text)))).toEqual([]);
  expect(readFileSync(blank, 'utf8')).not.toMatch(/Not answered|It has not been submitted/);
  expect(readFileSync(blank, 'utf8').match(/class="room/g)?.length).toBeGreaterThan(50);
  expect(readFileSync(full, 'utf8')).not.toContain('<div class="room');
  expect(readFileSync(full, 'utf8')).toContain('It has not been submitted');
});

test('whatever stands in answers and texts is words, never HTML', () => {
  const evil = '<script>alert("&")</script>';
  const html = printHtml({
    title: evil,
    header: evil,
    classification: evil,
    language: 'en"><script>',
    direction: 'ltr',
    status: 'submitted',
    subject: evil,
    submittedAt: evil,
    signatories: [{ label: evil, name: evil, at: evil }],
    cover: [{ label: evil, value: evil }],
    sections: [
      {
        id: '"><script>',
        heading: evil,
        blocks: [
          { kind: 'heading', text: evil },
          { kind: 'note', text: evil },
          { kind: 'answer', pointer: '/a', question: evil, lines: [evil], required: true },
          {
            kind: 'table',
            pointer: '/b',
            question: evil,
            required: true,
            columns: [{ label: evil, numeric: true }],
            rows: [[evil]],
            totals: [evil],
          },
        ],
      },
    ],
    attachments: [{ id: '1', name: evil, kind: evil, title: evil, bytes: 3 }],
  });
  expect(html).not.toContain('<script');
  expect(html.match(/&lt;script&gt;alert\(&quot;&amp;&quot;\)/g)?.length).toBeGreaterThan(18);
});

test('both kinds cannot have the same name', async () => {
  await expect(render(formsDir, 'ehcna-primary', { html: true, pdf: true, out: full })).rejects.toThrow('one file');
});
