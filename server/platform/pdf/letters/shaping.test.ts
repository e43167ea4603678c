import { describe, expect, test } from 'vitest';
import { sentences } from '../../../../tests/support/languages.ts';
import { face, loadFontsFor, type FontName } from './fonts.ts';
import { runsOf } from './runs.ts';

const glyphs = (font: FontName, text: string, rightToLeft: boolean): number[] =>
  face(font)
    .clusters(text, rightToLeft)
    .flatMap((cluster) => cluster.glyphs.map(({ id }) => id));

/** Drawn where a sign has nothing to stand on. */
const dottedCircle = '\u25cc';

describe.each(Object.entries(sentences))('%s', (_language, sentence) => {
  test.each(['normal', 'bold'] as const)(
    'has a glyph for every letter in %s, none of them a stopgap',
    async (weight) => {
      await loadFontsFor([sentence]);
      for (const { text, font, directed } of runsOf(sentence)) {
        const { clusters, has } = face(font, weight);
        const drawn = clusters(text, (directed?.level ?? 0) % 2 === 1);
        expect(drawn.map((cluster) => cluster.text).join('')).toBe(text);
        const ids = drawn.flatMap((cluster) => cluster.glyphs.map(({ id }) => id));
        expect(ids).not.toContain(0);
        if (has(0x25cc)) expect(ids).not.toContain(clusters(dottedCircle, false)[0]?.glyphs[0]?.id);
      }
    },
  );
});

test('brackets turn round among words from right to left, and still say what was written', () => {
  expect(glyphs('Hebrew', '(', true)).toEqual(glyphs('Hebrew', ')', false));
  expect(
    face('Hebrew')
      .clusters('(', true)
      .map(({ text }) => text),
  ).toEqual(['(']);
});

test('a joiner keeps letters apart, and stays with the letter before it', () => {
  expect(glyphs('Arabic', 'می\u200cخ', true)).not.toEqual(glyphs('Arabic', 'میخ', true));
  expect(
    face('Arabic')
      .clusters('می\u200cخ', true)
      .map(({ text }) => text)
      .join(''),
  ).toBe('می\u200cخ');
});

test.each([
  ['\u200eabc\u200f', 'abc'],
  ['a\u2067b\u2069c', 'abc'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['one\u000btwo\u0085three\u2028four\u2029five\tsix', 'one two three four five six'],
])('%j is set as %j', (text, set) => {
  expect(
    runsOf(text)
      .map((run) => run.text)
      .join(''),
  ).toBe(set);
});

test('marks of direction take effect', () => {
  expect(runsOf('\u2067abc\u2069').map(({ directed }) => directed?.level)).toEqual([2]);
  expect(runsOf('\u202eabc\u202c').map(({ directed }) => directed?.level)).toEqual([1]);
});

test('figures run from left to right among Arabic and Hebrew words, and brackets with the words', () => {
  const levels = (text: string) => runsOf(text).map((run) => [run.text, run.directed?.level]);
  expect(levels('هاتف ٠١٦٣٢ (بيت)')).toEqual([
    ['هاتف ', 1],
    ['٠١٦٣٢', 2],
    [' (بيت)', 1],
  ]);
  expect(levels('טלפון 01632')).toEqual([
    ['טלפון ', 1],
    ['01632', 2],
  ]);
});

test('the code point of a letter from right to left is read from the left', () => {
  const levels = runsOf('אב\u{10920}ג').map((run) => [run.text, run.directed?.level]);
  expect(levels).toEqual([
    ['אב', 1],
    ['[U+10920]', 2],
    ['ג', 1],
  ]);
});

test('letters that stand on each other are of one font, and what no font has is written as its code point', () => {
  expect(runsOf('ẹ̀tọ́')).toHaveLength(1);
  expect(
    runsOf('a\u{10fffd}b')
      .map((run) => run.text)
      .join(''),
  ).toBe('a[U+10FFFD]b');
});
