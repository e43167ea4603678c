/** Cuts a paragraph into runs of one font and one direction each. */
import { directionsOf, type Directions } from './bidi.ts';
import { fontFor, hasLetters, type FontName } from './fonts.ts';
import { slicedFontsFor } from './sliced-fonts.ts';

/** A direction of the Unicode Bidirectional Algorithm, and that of the paragraph. */
export interface Directed {
  level: number;
  base: number;
}

export interface Run {
  text: string;
  font: FontName;
  /** Only where something in the paragraph runs from right to left. */
  directed?: Directed;
  /** pdfmake hands this to the font with the text. */
  fontFeatures?: { rightToLeft: boolean };
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('th', { granularity: 'word' });

/** Scripts that set no spaces between words, whose words are known to a dictionary. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/gu;
/** A line may be broken here, and nothing is drawn. */
const mayBreak = '\u200b';

/** Marks of direction have done their work once the levels are known. A soft hyphen or a byte order mark is not meant to be seen. */
const dropped = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
const neutral = /^[\s\p{P}\p{N}\p{S}]/u;
/** These have what is needed between the letters of their script, too. */
const lends = (font: FontName): boolean => font !== 'Wide' && font !== 'Emoji';

const separator = /[\t\n\v\f\r\u001c-\u001f\u0085\u2028\u2029]+/g;

/** As it is set: composed, on one line, with places to break where words are not parted by spaces. */
const prepared = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(separator, ' ')
    .replaceAll(unspaced, (piece) => Array.from(words.segment(piece), ({ segment }) => segment).join(mayBreak));

const codePoint = (letter: string): string =>
  `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** The level within which something from the left stands in one from the right. */
const fromLeft = (level: number): number => level + (level % 2);

/** Adds to the last run where font and direction are the same. */
const append = (
  runs: Run[],
  text: string,
  font: FontName,
  directions: Directions | undefined,
  at: number,
  within = (level: number) => level,
): void => {
  const last = runs.at(-1);
  const level = within(directions?.levels[at] ?? 0);
  if (last?.font === font && (last.directed?.level ?? 0) === level) {
    last.text += text;
    return;
  }
  const directed = directions === undefined ? {} : { directed: { level, base: directions.base } };
  runs.push({ text, font, ...directed, ...(level % 2 === 1 ? { fontFeatures: { rightToLeft: true } } : {}) });
};

/**
 * The runs of a paragraph. Letters that stand on each other stay together. A letter that no font has is written as its code point,
 * `[U+1F9FF]`, so that nothing is ever silently left out.
 */
export const runsOf = (paragraph: string): Run[] => {
  const text = prepared(paragraph);
  const directions = directionsOf(text);
  const sliced = slicedFontsFor(text);
  const runs: Run[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const letters = segment.replaceAll(dropped, '');
    if (letters === '') continue;
    const last = runs.at(-1)?.font;
    const stays = last !== undefined && lends(last) && neutral.test(letters) && hasLetters(last, letters);
    const font = stays ? last : fontFor(letters, sliced);
    if (font !== null) append(runs, letters, font, directions, index);
    else if (/^\s/u.test(letters)) append(runs, ' ', 'Sans', directions, index);
    else
      for (const letter of letters) {
        const own = fontFor(letter, sliced);
        if (own !== null) append(runs, letter, own, directions, index);
        else append(runs, codePoint(letter), 'Sans', directions, index, fromLeft);
      }
  }
  return runs;
};
