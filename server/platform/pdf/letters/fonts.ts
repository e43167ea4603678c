/**
 * Fonts of the PDF: Noto Sans for nearly all text, one for each further script, and others for what these lack. All are free (OFL) and come
 * from npm packages. A font is opened for the first letter that asks for it, and only the letters used go into the file.
 */
import { createRequire } from 'node:module';
import { faceOf, type Face, type Weight } from './faces.ts';
import { isSliced, loadSlices, slicedFaceOf, slicedFontHas, type SlicedFontName } from './sliced-fonts.ts';

const require = createRequire(import.meta.url);
const noto = (family: string, file: string) => ({
  normal: require.resolve(`@expo-google-fonts/${family}/400Regular/${file}_400Regular.ttf`),
  bold: require.resolve(`@expo-google-fonts/${family}/700Bold/${file}_700Bold.ttf`),
});
const script = (name: string) => noto(`noto-sans-${name.toLowerCase()}`, `NotoSans${name}`);

/** By name. */
export const fontFiles = {
  Sans: noto('noto-sans', 'NotoSans'),
  Arabic: script('Arabic'),
  Bengali: script('Bengali'),
  Devanagari: script('Devanagari'),
  Ethiopic: script('Ethiopic'),
  Gujarati: script('Gujarati'),
  Gurmukhi: script('Gurmukhi'),
  Hebrew: script('Hebrew'),
  Kannada: script('Kannada'),
  Khmer: script('Khmer'),
  Lao: script('Lao'),
  Malayalam: script('Malayalam'),
  Myanmar: script('Myanmar'),
  Oriya: script('Oriya'),
  Sinhala: script('Sinhala'),
  Syriac: script('Syriac'),
  Tamil: script('Tamil'),
  Telugu: script('Telugu'),
  Thaana: script('Thaana'),
  Thai: script('Thai'),
  Wide: {
    normal: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  },
  Emoji: noto('noto-emoji', 'NotoEmoji'),
};

type FileFontName = keyof typeof fontFiles;
export type FontName = FileFontName | SlicedFontName;

export const isFontName = (name: string): name is FontName => Object.hasOwn(fontFiles, name) || isSliced(name);

/** Only letters of its script, and what is written with it, ask for a script's font. */
const scripts: [FileFontName, RegExp][] = [
  ['Arabic', /\p{Script_Extensions=Arabic}/u],
  ['Bengali', /\p{Script_Extensions=Bengali}/u],
  ['Devanagari', /\p{Script_Extensions=Devanagari}/u],
  ['Ethiopic', /\p{Script_Extensions=Ethiopic}/u],
  ['Gujarati', /\p{Script_Extensions=Gujarati}/u],
  ['Gurmukhi', /\p{Script_Extensions=Gurmukhi}/u],
  ['Hebrew', /\p{Script_Extensions=Hebrew}/u],
  ['Kannada', /\p{Script_Extensions=Kannada}/u],
  ['Khmer', /\p{Script_Extensions=Khmer}/u],
  ['Lao', /\p{Script_Extensions=Lao}/u],
  ['Malayalam', /\p{Script_Extensions=Malayalam}/u],
  ['Myanmar', /\p{Script_Extensions=Myanmar}/u],
  ['Oriya', /\p{Script_Extensions=Oriya}/u],
  ['Sinhala', /\p{Script_Extensions=Sinhala}/u],
  ['Syriac', /\p{Script_Extensions=Syriac}/u],
  ['Tamil', /\p{Script_Extensions=Tamil}/u],
  ['Telugu', /\p{Script_Extensions=Telugu}/u],
  ['Thaana', /\p{Script_Extensions=Thaana}/u],
  ['Thai', /\p{Script_Extensions=Thai}/u],
];

/** A font in one of its two weights. */
export const face = (name: FontName, weight: Weight = 'normal'): Face =>
  isSliced(name) ? slicedFaceOf(name, weight) : faceOf(fontFiles[name][weight]);

/** Every text in a value. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/** The font found for letters, in one order of fonts. */
const known = new Map<string, FontName | null>();

/** Makes ready what the texts in a value need: has to be done before they are cut into runs. */
export const loadFontsFor = async (value: unknown): Promise<void> => {
  for (const text of textsOf(value)) {
    // What no font had may be in one that has just been opened.
    if (await loadSlices(text)) known.clear();
  }
};

const hasLetter = (name: FontName, codePoint: number): boolean =>
  isSliced(name) ? slicedFontHas(name, codePoint) : face(name).has(codePoint);

const invisible = /\p{Default_Ignorable_Code_Point}/u;
const last: FileFontName[] = ['Wide', 'Emoji'];

/** Letters that Noto Sans has need not be looked for. */
const asked = (letters: string, sliced: SlicedFontName[]): FontName[] => [
  'Sans',
  ...scripts.filter(([, script]) => script.test(letters)).map(([name]) => name),
  ...sliced,
  ...last,
];

/** Whether a font has all of the letters; those that have no shape of their own need no font. */
export const hasLetters = (name: FontName, letters: string): boolean =>
  Array.from(letters).every((letter) => invisible.test(letter) || hasLetter(name, letter.codePointAt(0) ?? 0));

/** The font for letters that stand on each other; null where none has them all. `text` is what they stand in. */
export const fontFor = (letters: string, sliced: SlicedFontName[]): FontName | null => {
  const key = `${letters}${sliced.join()}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const font = asked(letters, sliced).find((name) => hasLetters(name, letters)) ?? null;
  known.set(key, font);
  return font;
};
