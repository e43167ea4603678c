/**
 * Whatever script it is written in, a text is on paper whole and in its order: in the structure tree, which screen readers follow, and in what
 * `pdftotext` finds on the page.
 * `FORMWORK_PROPERTY_SEED` and `FORMWORK_PROPERTY_COUNT` try others.
 */
import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPdfPool, type PdfPool } from '../../server/platform/pdf/index.ts';
import { sentences } from '../support/languages.ts';
import { has, run } from '../support/tools.ts';
import { readPages } from './read-pdf.ts';
import { sample } from './sample.ts';

const seed = Number(process.env['FORMWORK_PROPERTY_SEED'] ?? 20261130);
/** Of documents with up to 60 texts each. */
const count = Math.ceil(Number(process.env['FORMWORK_PROPERTY_COUNT'] ?? 300) / 30);

const folder = mkdtempSync(join(tmpdir(), 'formwork-scripts-'));
const file = join(folder, 'scripts.pdf');
let pool: PdfPool;

beforeAll(() => {
  pool = createPdfPool({ seconds: 300 });
});

afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const draw = async (texts: string[]): Promise<void> => {
  const blocks = texts.map((text, at) => ({
    kind: 'answer' as const,
    pointer: `/${at}`,
    question: `Question ${at}`,
    lines: [text],
    required: true,
  }));
  const sections = [{ id: 'one', heading: 'Answers', blocks }];
  writeFileSync(file, await pool.render({ ...sample, cover: [], signatories: [], attachments: [], sections }));
};

const withLetters = (text: string): string =>
  text.replaceAll(/\[U\+([0-9A-F]{4,6})\]/g, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

/**
 * What may differ: composed letters for decomposed ones; how wide a space is; marks without a shape, of which only those that keep letters
 * from joining or join them are kept; `[U+0980]` for a letter that no font has.
 */
const plain = (text: string): string =>
  withLetters(text)
    .normalize('NFC')
    .replaceAll(/(?![\u200c\u200d\ufe0f])\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[\s\u0085]+/g, ' ')
    .trim();

/** The answers in the structure tree. */
const readAloud = (): string[] => {
  const paragraphs = run('pdfinfo', ['-struct-text', file])
    .split(/^ *P \(block\)\n/m)
    .map((piece) => (piece.match(/^ +".*"$/gm) ?? []).map((line) => line.trim().slice(1, -1)).join(''));
  const first = paragraphs.indexOf('Question 0');
  return paragraphs.slice(first).filter((_text, at) => at % 2 === 1);
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemesOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);
const words = new Intl.Segmenter('th', { granularity: 'word' });
const oneByOne = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** As far as a line is not broken: letters of Chinese and Japanese, words of a dictionary where no spaces part them, else what spaces part. */
const unbroken = (word: string): string[] => {
  if (oneByOne.test(word)) return Array.from(word);
  return unspaced.test(word) ? Array.from(words.segment(word), ({ segment }) => segment) : [word];
};

const fromTheRight = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * The words of a text. `pdftotext` reads a line by a rule of its own, in which figures and marks between words from the left and words from
 * the right may change places, and the vowel sign at the end of a word from the right may go with the comma; the words themselves may not.
 */
const wordsOf = (text: string): string[] =>
  (plain(text).match(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu) ?? [])
    .flatMap(unbroken)
    .map((word) => (fromTheRight.test(word) ? word.replace(/\p{M}+$/u, '') : word));

const expectWhole = async (texts: string[]): Promise<void> => {
  await draw(texts);
  expect(readAloud().map(plain)).toEqual(texts.map(plain));
  const page = plain(run('pdftotext', ['-layout', file, '-'])).replaceAll(' ', '');
  expect(texts.flatMap(wordsOf).filter((word) => !page.includes(word))).toEqual([]);
  for (const page of run('pdftotext', ['-bbox', file, '-']).split('<page ').slice(1)) {
    const [width = 0] = /width="([\d.]+)"/.exec(page)?.slice(1).map(Number) ?? [];
    for (const [word, left, right] of page.matchAll(/xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)"/g))
      expect([word, Number(left) >= 0, Number(right) <= width]).toEqual([word, true, true]);
  }
};

/** What is written as a code point, because no font had it. */
const asCodePoints = (): string[] => readAloud().flatMap((text) => text.match(/.{0,5}\[U\+[0-9A-F]+\].{0,5}/g) ?? []);

test('each language beside each other in one answer has its own letters, none a code point', async () => {
  const first = Object.values(sentences).map((sentence) => sentence.split(' ')[0] ?? '');
  await draw(first.map((one) => first.map((other) => `${one} ${other}`).join(' ')));
  expect(asCodePoints()).toEqual([]);
});

test.each(['妈妈说简体中文，爸爸说한국어。', '体 한국어', '한국어 体', 'ひらがな한국어简体', '廣東話한국어ひらがな'])(
  'also where nothing was opened before: %s',
  async (text) => {
    await pool.close();
    pool = createPdfPool({ workers: 1 });
    await draw([text]);
    expect(asCodePoints()).toEqual([]);
    // The same again when other letters were opened meanwhile.
    await draw(['한국어', '简体中文', '廣東話', 'ひらがな']);
    await draw([text]);
    expect(asCodePoints()).toEqual([]);
  },
);

/** No word begins with a letter that stands on or before another, such as the Thai `ำ`. */
const begins = (word: string): boolean => /^\p{L}/u.test(word) && /^ $/.test(graphemesOf(` ${word}`)[0] ?? '');

const bidi = bidiFactory();
const unseen = /[\s\p{Default_Ignorable_Code_Point}]/gu;

/** The letters of a line from left to right, as the Unicode Bidirectional Algorithm has them. */
const fromLeft = (text: string): string => {
  const line = text.normalize('NFC').replaceAll(/[\s\u0085]/g, ' ');
  const order = bidi.getReorderedIndices(line, bidi.getEmbeddingLevels(line));
  return order
    .map((at) => line[at] ?? '')
    .join('')
    .replaceAll(unseen, '');
};

/** The letters of each answer as they stand on the page, from left to right. */
const seenFromLeft = async (): Promise<string[]> => {
  const own = (await readPages(file)).flatMap(({ words }) => words.filter(({ top }) => top > 75 && top < 780));
  const answers: { text: string; left: number }[][] = [];
  own.forEach((word, at) => {
    if (word.text === 'Question') answers.push([]);
    else if (own[at - 1]?.text !== 'Question') answers.at(-1)?.push(word);
  });
  return answers.map((words) =>
    withLetters(
      words
        .sort((one, other) => one.left - other.left)
        .map((word) => word.text.normalize('NFC').replaceAll(unseen, ''))
        .join(''),
    ),
  );
};

/** Letters that stand by themselves or on others, of each script, as they come in Unicode. */
const blocks = [
  [0x00c0, 0x024f],
  [0x0386, 0x03ce],
  [0x0400, 0x052f],
  [0x0531, 0x0556],
  [0x05b0, 0x05ea],
  [0x0620, 0x0652],
  [0x0671, 0x06d3],
  [0x0710, 0x072f],
  [0x0780, 0x07b0],
  [0x0904, 0x0939],
  [0x0985, 0x09cd],
  [0x0a05, 0x0a4d],
  [0x0a85, 0x0acd],
  [0x0b05, 0x0b4d],
  [0x0b85, 0x0bcd],
  [0x0c05, 0x0c4d],
  [0x0c85, 0x0ccd],
  [0x0d05, 0x0d4d],
  [0x0d85, 0x0ddf],
  [0x0e01, 0x0e3a],
  [0x0e81, 0x0ec4],
  [0x1000, 0x103f],
  [0x10d0, 0x10f0],
  [0x1200, 0x1357],
  [0x1780, 0x17d2],
  [0x1e80, 0x1ef9],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x4e4f],
  [0xac00, 0xac4f],
] as const;
const madeUp = fc
  .constantFrom(...blocks)
  .chain(([first, last]) => fc.array(fc.integer({ min: first, max: last }), { minLength: 1, maxLength: 6 }))
  .map((codePoints) =>
    codePoints
      .map((one) => String.fromCodePoint(one))
      .filter((one) => /[\p{L}\p{M}]/u.test(one))
      .join(''),
  )
  .filter((word) => begins(word.normalize('NFC')));
const known = fc.constantFrom(...Object.values(sentences).flatMap((sentence) => sentence.split(' ')));
const figures = fc.constantFrom(
  '7',
  '25',
  '٢٥',
  '۲۵',
  '২৫',
  '२५',
  '25/12/2015',
  '٢٥/١٢/٢٠١٥',
  '۲۵/۱۲/۱۳۹۵',
  '01632 960123',
  '٠١٦٣٢ ٩٦٠١٢٣',
  '+44 1632 960123',
  '£1,250.00',
  '12.5%',
  '09:30–15:15',
  'SW1A 1AA',
);
const word = fc.oneof(
  { weight: 4, arbitrary: known },
  { weight: 2, arbitrary: madeUp },
  { weight: 2, arbitrary: figures },
);
const around = fc.constantFrom(
  ['', ''],
  ['', ''],
  ['', ''],
  ['(', ')'],
  ['[', ']'],
  ['«', '»'],
  ['“', '”'],
  ['', '.'],
  ['', ','],
  ['', '،'],
  ['', '؟'],
  ['', '!'],
  ['', ':'],
  ['\u200e', ''],
  ['', '\u200f'],
  ['\u2067', '\u2069'],
  ['\u2066', '\u2069'],
  ['\u202b', '\u202c'],
);
const token = fc.tuple(word, around).map(([inner, [before, after]]) => `${before}${inner}${after}`);
const separator = fc.constantFrom(' ', ' ', ' ', ' ', '\u00a0', '\u3000', '\t', '\u000b', '\u0085', '\u2028');
const text = fc
  .array(fc.tuple(token, separator), { minLength: 1, maxLength: 14 })
  .map((tokens) => tokens.flat().join('').trim())
  .filter((one) => plain(one) !== '');

describe.skipIf(!has('pdftotext'))('text of any script', () => {
  test('a sentence of each language', () => expectWhole(Object.values(sentences)));

  test(
    'any words, figures, brackets and marks beside each other',
    async () => {
      await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 60, size: 'max' }), expectWhole), {
        seed,
        numRuns: count,
        endOnFailure: true,
      });
    },
    60_000 + count * 60_000,
  );

  test(
    'what runs from the right and from the left stands beside each other as Unicode has it',
    async () => {
      const short = text.filter((one) => one.length <= 36 && !/[\ud800-\udfff]/.test(one));
      await fc.assert(
        fc.asyncProperty(fc.array(short, { minLength: 1, maxLength: 60, size: 'max' }), async (texts) => {
          await draw(texts);
          expect(await seenFromLeft()).toEqual(texts.map(fromLeft));
        }),
        { seed, numRuns: count, endOnFailure: true },
      );
    },
    60_000 + count * 60_000,
  );

  test('a date or number beside an Arabic name stays as it is', async () => {
    const signatories = [{ label: 'Submitted by', name: 'فاطمة محمد', at: '14-Jul-2021 10:57' }];
    writeFileSync(file, await pool.render({ ...sample, subject: 'فاطمة محمد', signatories, sections: [] }));
    const words = (await readPages(file)).flatMap((page) => page.words.map((word) => word.text));
    for (const whole of ['01-Jan-2018', '14-Jul-2021', '10:57']) expect(words).toContain(whole);
  });

  test('figures, dates, telephone numbers and brackets among words from right to left', async () => {
    await draw(['تاريخ الميلاد: ٢٥/١٢/٢٠١٥', 'טלפון 01632 960123 (בית)', 'می\u200cخواهند ۱۲۳۴']);
    const page = run('pdftotext', ['-layout', file, '-'])
      .normalize('NFC')
      .replaceAll(/[\u200f\u202a-\u202e]/g, '');
    for (const part of ['٢٥/١٢/٢٠١٥', 'تاريخ الميلاد', '01632', '960123', '(בית)', 'می\u200cخواهند', '۱۲۳۴'])
      expect(page).toContain(part);
  });
});
