import { plain, searchKey, weekdayOf } from '../../../engine/index.ts';
import { datesIn } from './dates-in.ts';

/** The three boxes of a date, as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/** Longer than any date: not looked at. */
const MOST_LETTERS = 60;

/** `2013-01-05` → 5, 1, 2013. What is no whole date keeps its parts as they were typed (`2013--5` and the like). */
export const partsOf = (value: string): DateParts => {
  const [year = '', month = '', day = ''] = value.split('-');
  const plain = (part: string): string => part.replace(/^0+(?=\d)/, '');
  return { day: plain(day), month: plain(month), year };
};

/**
 * The ISO date of three boxes; `undefined` when all are empty. A date that is not whole or not real comes out as its parts
 * joined, so that it is kept as typed and judged as not a date. Names of months are understood in `language` and in English
 * (`Jan`, `february`, `stycznia`).
 */
export const dateOf = ({ day, month, year }: DateParts, language = 'en'): string | undefined => {
  const named = /\p{L}/u.test(month) ? datesIn(language).monthOf(month) : undefined;
  const parts = [plain(year).trim(), String(named ?? plain(month).trim()), plain(day).trim()];
  if (parts.every((part) => part === '')) return undefined;
  return parts.map((part, index) => (index > 0 && /^\d$/.test(part) ? `0${part}` : part)).join('-');
};

const pieces = /\d+|\p{L}[\p{L}\p{M}]*/gu;
const between = /^[\s\p{P}\p{M}]*$/u;
const isYear = (text: string): boolean => /^(?:19|20)/.test(text);

/** `05012015` → 05, 01, 2015; `20150105` too. No year of ours is a month of another reading. */
const inEightFigures = (text: string): DateParts | undefined => {
  if (!/^\d{8}$/.test(text)) return undefined;
  if (isYear(text.slice(4))) return { day: text.slice(0, 2), month: text.slice(2, 4), year: text.slice(4) };
  return isYear(text) ? { day: text.slice(6), month: text.slice(4, 6), year: text.slice(0, 4) } : undefined;
};

/** Day, month and year by where the year and the month's name stand; the day comes before the month, as it does here. */
const inOrder = (words: readonly string[]): DateParts | undefined => {
  const [first = '', second = '', third = '', ...more] = words;
  if (more.length > 0 || third === '') return words.length === 1 ? inEightFigures(first) : undefined;
  if (/^\d{4}$/.test(first)) return { day: third, month: second, year: first };
  if (/^\d/.test(first)) return { day: first, month: second, year: third };
  return { day: second, month: first, year: third };
};

/**
 * A whole date in one box: `05/01/2013`, `5.1.2013`, `2013-01-05`, `05012013`, `5 January 2013`, `January 5, 2013`, `05-Jan-2013`,
 * `Saturday, 5th of January 2013`, and as it is written in `language`: `5 stycznia 2013 r.` Of figures alone the day comes before
 * the month, as it does here. A year of two figures is not guessed: once all of it is there (`whole`) it goes into its box as it
 * is, to be told of.
 */
export const wholeDate = (text: string, language = 'en', whole = false): DateParts | undefined => {
  const said = plain(text).normalize('NFKC');
  if (said.length > MOST_LETTERS || !between.test(said.replaceAll(pieces, ''))) return undefined;
  const { monthOf, beside } = datesIn(language);
  const words = (said.match(pieces) ?? []).filter(
    (word) => !beside.has(searchKey(word)) || monthOf(word) !== undefined,
  );
  const parts = inOrder(words);
  const month = monthOf(parts?.month ?? '') ?? parts?.month ?? '';
  if (!parts || !/^\d{1,2}$/.test(parts.day) || !/^\d{1,2}$/.test(String(month))) return undefined;
  if (!/^\d{4}$/.test(parts.year) && !(whole && /^\d{2}$/.test(parts.year))) return undefined;
  return partsOf(`${parts.year}-${month}-${parts.day}`);
};

/** The weekdays that a text and the date in it name, where they are not the same. 1 is Monday. */
export const otherWeekday = (text: string, date: string, language = 'en'): { said: number; is: number } | undefined => {
  const is = weekdayOf(date);
  if (is === undefined) return undefined;
  const { monthOf, weekdayNamed } = datesIn(language);
  const said = (plain(text).normalize('NFKC').match(pieces) ?? [])
    .flatMap((word) => (monthOf(word) === undefined ? (weekdayNamed(word) ?? []) : []))
    .find((weekday) => weekday !== is);
  return said === undefined ? undefined : { said, is };
};
