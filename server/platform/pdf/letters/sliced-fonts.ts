/**
 * Chinese, Japanese and Korean have tens of thousands of letters. Their fonts come in about a hundred slices a family, each of all weights,
 * compressed as for web pages; only the slices with the letters of a document are opened.
 */
import type { Font as FontFile, Path } from 'fontkit';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isObject, parseJson, textOf, type JsonValue } from '../../../../engine/json.ts';
import { fontOf, remembering, type Face, type Weight } from './faces.ts';

const require = createRequire(import.meta.url);
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Package by name of the font, in the order in which they are asked for a letter. */
const packages = {
  Chinese: 'noto-sans-sc',
  HongKong: 'noto-sans-hk',
  Japanese: 'noto-sans-jp',
  Korean: 'noto-sans-kr',
};
export type SlicedFontName = keyof typeof packages;
const names: SlicedFontName[] = ['Chinese', 'HongKong', 'Japanese', 'Korean'];

export const isSliced = (name: string): name is SlicedFontName => name in packages;

const letters =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Hangul}\p{Script_Extensions=Bopomofo}\u3000-\u303f\uff00-\uffef]/gu;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;
const weights: Record<Weight, number> = { normal: 400, bold: 700 };

interface Slice {
  number: number;
  file: string;
  opened?: { variable: FontFile } & Partial<Record<Weight, FontFile>>;
}

/** Which slice has a letter, by its code point. */
type Slices = Map<number, Slice>;

const range = /^U\+([0-9a-f]+)(?:-([0-9a-f]+))?$/i;

const slicesOf = (ranges: JsonValue, folder: string, family: string): Slices => {
  const slices: Slices = new Map();
  Object.entries(isObject(ranges) ? ranges : {}).forEach(([key, listed], number) => {
    const slice = { number, file: join(folder, `${family}-${key.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`) };
    for (const part of textOf(listed).split(',')) {
      const [, first = '', last = first] = range.exec(part.trim()) ?? [];
      for (let at = Number.parseInt(first, 16); at <= Number.parseInt(last, 16); at += 1) slices.set(at, slice);
    }
  });
  return slices;
};

const families = new Map<SlicedFontName, Slices>();
const family = (name: SlicedFontName): Slices => {
  const known = families.get(name);
  if (known !== undefined) return known;
  const listed = require.resolve(`@fontsource-variable/${packages[name]}/unicode.json`);
  const slices = slicesOf(parseJson(readFileSync(listed, 'utf8')), join(dirname(listed), 'files'), packages[name]);
  families.set(name, slices);
  return slices;
};

/** Letters of a text that only these fonts have. */
const lettersOf = (text: string): number[] =>
  Array.from(text.match(letters) ?? [], (letter) => letter.codePointAt(0) ?? 0);

/** The fonts in the order in which they are asked for the letters of a text: one that has all of them comes first. */
export const slicedFontsFor = (text: string): SlicedFontName[] => {
  const wanted = lettersOf(text);
  if (wanted.length === 0) return [];
  const hinted: SlicedFontName[] = kana.test(text) ? ['Japanese'] : hangul.test(text) ? ['Korean'] : [];
  const ordered = [...new Set([...hinted, ...names])];
  const whole = ordered.find((name) => wanted.every((codePoint) => family(name).has(codePoint)));
  return whole === undefined ? ordered : [...new Set([whole, ...ordered])];
};

/** Whether it was not open before. */
const open = async (slice: Slice): Promise<boolean> => {
  if (slice.opened !== undefined) return false;
  const { decompress } = await import('wawoff2');
  slice.opened = { variable: fontOf(Buffer.from(await decompress(await readFile(slice.file)))) };
  return true;
};

/** Opens what a font has for letters that stand on each other. Gives whether something was opened, and whether it has them all. */
const openFor = async (name: SlicedFontName, codePoints: number[]): Promise<{ opened: boolean; whole: boolean }> => {
  let opened = false;
  for (const codePoint of codePoints) {
    const slice = family(name).get(codePoint);
    if (slice !== undefined && (await open(slice))) opened = true;
  }
  // The list of a font's slices promises more letters than the slices have.
  return { opened, whole: codePoints.every((codePoint) => slicedFontHas(name, codePoint)) };
};

/** Opens the slices that a text needs, and says whether there were any. Has to be done before it is measured. */
export const loadSlices = async (text: string): Promise<boolean> => {
  if (lettersOf(text).length === 0) return false;
  const ordered = slicedFontsFor(text);
  let opened = false;
  for (const letter of new Set(Array.from(graphemes.segment(text.normalize('NFC')), ({ segment }) => segment))) {
    const codePoints = lettersOf(letter);
    if (codePoints.length === 0) continue;
    for (const name of ordered) {
      const found = await openFor(name, codePoints);
      opened ||= found.opened;
      if (found.whole) break;
    }
  }
  return opened;
};

const inWeight = ({ opened }: Slice, weight: Weight): FontFile | undefined =>
  opened === undefined ? undefined : (opened[weight] ??= opened.variable.getVariation({ wght: weights[weight] }));

const fontWith = (name: SlicedFontName, codePoint: number, weight: Weight): FontFile | undefined => {
  const slice = family(name).get(codePoint);
  return slice === undefined ? undefined : inWeight(slice, weight);
};

/** Whether a slice with the letter was opened. */
export const slicedFontHas = (name: SlicedFontName, codePoint: number): boolean =>
  fontWith(name, codePoint, 'normal')?.hasGlyphForCodePoint(codePoint) ?? false;

/** Glyphs are numbered through all slices. */
const perSlice = 65_536;

const slicedFace = (name: SlicedFontName, weight: Weight): Face => {
  const slices = family(name);
  const bySlice = new Map<number, Slice>([...slices.values()].map((slice) => [slice.number, slice]));
  const font = [...bySlice.values()].map((slice) => inWeight(slice, weight)).find((one) => one !== undefined);
  if (font === undefined) throw new Error(`Nothing of the font ${name} was opened`);
  const has = (codePoint: number): boolean => slicedFontHas(name, codePoint);
  return {
    font,
    has,
    advance: (glyph) => font.getGlyph(glyph).advanceWidth,
    clusters: remembering((text) =>
      Array.from(graphemes.segment(text), ({ segment }) => {
        let advance = 0;
        const codePoints = Array.from(segment, (letter) => letter.codePointAt(0) ?? 0).filter(has);
        const glyphs = codePoints.map((codePoint) => {
          const glyph = fontWith(name, codePoint, weight)?.glyphForCodePoint(codePoint);
          const placed = { id: (slices.get(codePoint)?.number ?? 0) * perSlice + (glyph?.id ?? 0), x: advance, y: 0 };
          advance += glyph?.advanceWidth ?? 0;
          return placed;
        });
        return { text: segment, glyphs, advance };
      }),
    ),
    path: (glyph): Path => {
      const slice = bySlice.get(Math.floor(glyph / perSlice));
      const own = slice === undefined ? undefined : inWeight(slice, weight);
      return (own ?? font).getGlyph(glyph % perSlice).path;
    },
  };
};

const faces = new Map<string, Face>();

/** The font as far as it was opened. */
export const slicedFaceOf = (name: SlicedFontName, weight: Weight): Face => {
  const key = `${name} ${weight}`;
  const face = faces.get(key) ?? slicedFace(name, weight);
  faces.set(key, face);
  return face;
};
