/**
 * Fonts of the PDF: Noto Sans for nearly all text, and others for what it lacks, letter by letter. All are free (OFL) and come
 * from npm packages; only the letters used go into the file.
 */
import { createRequire } from 'node:module';
import { create, type Font as FontFile, type FontCollection } from 'fontkit';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const noto = (family: string, file: string) => ({
  normal: require.resolve(`@expo-google-fonts/${family}/400Regular/${file}_400Regular.ttf`),
  bold: require.resolve(`@expo-google-fonts/${family}/700Bold/${file}_700Bold.ttf`),
});

/** By name, in the order in which they are asked for a letter. */
export const fontFiles = {
  Sans: noto('noto-sans', 'NotoSans'),
  Arabic: noto('noto-sans-arabic', 'NotoSansArabic'),
  Wide: {
    normal: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  },
  Emoji: noto('noto-emoji', 'NotoEmoji'),
};

export type FontName = keyof typeof fontFiles;
const names: FontName[] = ['Sans', 'Arabic', 'Wide', 'Emoji'];

const isFont = (file: FontFile | FontCollection): file is FontFile => 'hasGlyphForCodePoint' in file;
const opened = new Map<FontName, FontFile>();
export const open = (name: FontName): FontFile => {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const file = create(readFileSync(fontFiles[name].normal));
  if (!isFont(file)) throw new Error(`${fontFiles[name].normal} holds several fonts`);
  opened.set(name, file);
  return file;
};

const cache = new Map<number, FontName | null>();
const fontFor = (codePoint: number): FontName | null => {
  const known = cache.get(codePoint);
  if (known !== undefined) return known;
  const found = names.find((name) => open(name).hasGlyphForCodePoint(codePoint)) ?? null;
  cache.set(codePoint, found);
  return found;
};

export interface Run {
  text: string;
  font: FontName;
}

/** Joiners, direction marks and variation selectors change how their neighbours look and have no shape of their own. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u00ad]/;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/**
 * Text in runs of one font each. A letter that no font has is written as its code point, `[U+1F9FF]`, so that nothing is
 * ever silently left out.
 */
export const runsOf = (text: string): Run[] => {
  const runs: Run[] = [];
  for (const letter of text.normalize('NFC')) {
    if (control.test(letter) || invisible.test(letter)) continue;
    const codePoint = letter.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    // A space, figure or mark stays in the run of words that it is in, so that a phrase is not cut into three.
    const neutral = /[\s\p{P}\p{N}]/u.test(letter);
    if (
      neutral &&
      (last?.font === 'Sans' || last?.font === 'Arabic') &&
      open(last.font).hasGlyphForCodePoint(codePoint)
    ) {
      last.text += letter;
      continue;
    }
    const font = /\s/.test(letter) ? 'Sans' : fontFor(codePoint);
    const shown = font === null ? `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]` : letter;
    const name = font ?? 'Sans';
    if (last?.font === name) last.text += shown;
    else runs.push({ text: shown, font: name });
  }
  return runs;
};
