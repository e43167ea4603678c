/**
 * What is called something and what it is, and the pieces of one line, stand where whoever reads looks for them when they run in different
 * directions: in the PDF and in the print view.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileValidators } from '../../engine/author.ts';
import { compile, printDocument, type FormDefinition, type PrintDocument } from '../../engine/index.ts';
import type { JsonObject } from '../../engine/json.ts';
import { context, definition } from '../../engine/testing/licence.ts';
import { PrintView } from '../../renderer/print/PrintView.tsx';
import { createPdfPool } from '../../server/platform/pdf/index.ts';
import { openBrowser } from '../support/browser/browser.ts';
import { has } from '../support/tools.ts';
import { readPages } from './read-pdf.ts';

const text = { type: 'string' as const, maxLength: 80 };
const date = { type: 'string' as const, format: 'date' };
const control = (key: string, options: JsonObject = {}) => ({
  type: 'Control' as const,
  scope: `#/properties/${key}`,
  options,
});

const labels = (direction: 'ltr' | 'rtl', words: Record<string, string>): Record<string, string> => ({
  direction,
  ...Object.fromEntries(Object.entries(words).map(([key, label]) => [`${key}.label`, label])),
});

const form: FormDefinition = {
  ...definition,
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      home: {
        type: 'object',
        properties: {
          number: text,
          street: text,
          since: date,
          cost: { type: 'number' },
          school: { type: 'string', enum: ['nile', 'tel', 'urdu'] },
          people: { type: 'array', items: { type: 'object', properties: { name: text, born: date } } },
        },
      },
    },
  },
  ui: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        i18n: 'page.home',
        elements: [
          control('home', {
            detail: {
              type: 'VerticalLayout',
              elements: [
                control('number', { width: 'short' }),
                control('street'),
                control('since'),
                control('cost', { format: 'money' }),
                control('school'),
                control('people'),
              ],
            },
          }),
        ],
      },
    ],
  },
  checks: { facts: {}, checks: [] },
  texts: {
    en: {
      ...definition.texts['en'],
      ...labels('ltr', {
        'page.home': 'Home',
        home: 'Home',
        'home.since': 'Since',
        'home.cost': 'Cost',
        'home.school': 'School',
        'home.people': 'People',
        'home.people.born': 'Born',
      }),
      'home.school.option.nile': '5 مدرسة النيل',
      'home.school.option.tel': '(12) בית ספר',
      'home.school.option.urdu': '7. اسکول لاہور',
    },
    ar: {
      ...labels('rtl', {
        'page.home': 'البيت',
        home: 'البيت',
        'home.since': 'منذ',
        'home.cost': 'الكلفة',
        'home.school': 'المدرسة',
        'home.people': 'الناس',
        'home.people.born': 'الميلاد',
      }),
      'home.school.option.nile': '5 Mill Lane School',
    },
  },
};

const printed = (language: string, home: JsonObject): PrintDocument =>
  printDocument(compile(form, compileValidators(form), language), { home }, context, {
    status: 'submitted',
    copy: 'own',
    timeZone: 'Europe/London',
  });

/** A language, answers and, for each of their lines, its words from the left. */
const cases: [string, JsonObject, string[]][] = [
  [
    'en',
    { number: '12', street: 'شارع النيل', since: '2015-01-05', school: 'nile' },
    ['النيل شارع 12', 'Since: 05-Jan-2015', 'School: النيل مدرسة 5'],
  ],
  ['en', { number: '12a', street: 'שדרות רוטשילד', school: 'tel' }, ['רוטשילד שדרות 12a', 'School: ספר בית (12)']],
  ['en', { number: '3/4', street: 'Mill Lane', school: 'urdu' }, ['3/4 Mill Lane', 'School: لاہور اسکول 7.']],
  [
    'en',
    { people: [{ name: '2. أحمد خليل', born: '2015-01-05' }, { name: 'Ann Lee' }] },
    ['People: خليل أحمد 2.; Born: 05-Jan-2015', 'People: Ann Lee'],
  ],
  [
    'ar',
    { number: '12', street: 'Mill Lane', since: '2015-01-05', cost: 1200.5, school: 'nile' },
    ['12 Mill Lane', '2015 يناير 5 منذ:', '£1,200.50 الكلفة:', '5 Mill Lane School المدرسة:'],
  ],
  ['ar', { people: [{ name: 'Adam Smith', born: '2015-01-05' }] }, ['2015 يناير 5 الميلاد: Adam Smith; الناس:']],
];

interface Placed {
  text: string;
  left: number;
  top: number;
}

const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const lettersOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? [];

/** The letters of words that are written from the left, in the order in which they are seen from there. */
const seen = (line: string): string =>
  line
    .split(' ')
    .flatMap((word) => (fromRight.test(word) ? lettersOf(word).reverse() : lettersOf(word)))
    .join('');

const linesFromLeft = (letters: Placed[]): string[] => {
  const lines = new Map<number, Placed[]>();
  for (const letter of letters) {
    const top = [...lines.keys()].find((one) => Math.abs(one - letter.top) < 5) ?? letter.top;
    lines.set(top, [...(lines.get(top) ?? []), letter]);
  }
  return [...lines.values()].map((line) =>
    line
      .sort((one, other) => one.left - other.left)
      .flatMap(({ text }) => lettersOf(text))
      .join(''),
  );
};

const pool = createPdfPool();
const folder = mkdtempSync(join(tmpdir(), 'formwork-directions-'));
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await Promise.all([pool.close(), browser.close()]);
  rmSync(folder, { recursive: true });
});

test.skipIf(!has('pdftotext')).each(cases)('in the PDF: %s %j', async (language, home, lines) => {
  const document = printed(language, home);
  const file = join(folder, 'directions.pdf');
  writeFileSync(file, await pool.render({ ...document, status: 'submitted' }));
  const [page] = await readPages(file);
  const own = page?.words.filter(({ top, bottom }) => top > 75 && bottom < 780) ?? [];
  expect(linesFromLeft(own).slice(-lines.length)).toEqual(lines.map(seen));
});

test.each(cases)('in the print view: %s %j', async (language, home, lines) => {
  const page = await browser.newPage();
  await page.setContent(
    `<style>.print-line { display: block }</style>${renderToStaticMarkup(createElement(PrintView, { document: printed(language, home) }))}`,
  );
  const letters = await page.evaluate((): Placed[] =>
    Array.from(document.querySelectorAll('.print-value .print-line'), (line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const letters: Placed[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        for (const { 0: text, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + text.length);
          const { left, top } = range.getBoundingClientRect();
          letters.push({ text, left, top });
        }
      return letters;
    }).flat(),
  );
  await page.close();
  expect(linesFromLeft(letters)).toEqual(lines.map(seen));
});
