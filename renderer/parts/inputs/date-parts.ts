import { plain } from '../../../engine/index.ts';

/** The three boxes of a date, as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2013-01-05` → 5, 1, 2013. What is no whole date keeps its parts as they were typed (`2013--5` and the like). */
export const partsOf = (value: string): DateParts => {
  const [year = '', month = '', day = ''] = value.split('-');
  const plain = (part: string): string => part.replace(/^0+(?=\d)/, '');
  return { day: plain(day), month: plain(month), year };
};

const monthNumber = (month: string): string => {
  const index = names.indexOf(month.trim().toLowerCase().slice(0, 3));
  return index === -1 || /\d/.test(month) ? month.trim() : String(index + 1);
};

/**
 * The ISO date of three boxes; `undefined` when all are empty. A date that is not whole or not real comes out as its parts
 * joined, so that it is kept as typed and judged as not a date. Month names are understood (`Jan`, `february`).
 */
export const dateOf = ({ day, month, year }: DateParts): string | undefined => {
  const parts = [plain(year).trim(), monthNumber(plain(month)), plain(day).trim()];
  if (parts.every((part) => part === '')) return undefined;
  return parts.map((part, index) => (index > 0 && /^\d$/.test(part) ? `0${part}` : part)).join('-');
};

/**
 * A whole date in one box: `05/01/2013`, `5.1.2013`, `2013-01-05`, `5 January 2013`, `05-Jan-2013`, `5th January 2013`,
 * `Saturday, 5th of January 2013`. The day comes before the month, as it does here; a year of two figures is not guessed.
 */
export const wholeDate = (pasted: string): DateParts | undefined => {
  const text = plain(pasted).replace(/^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s.,]+/i, '');
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return partsOf(`${iso[1] ?? ''}-${iso[2] ?? ''}-${iso[3] ?? ''}`);
  const british = /^\s*(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(?:of\s+)?(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4})\s*$/i.exec(text);
  if (!british) return undefined;
  return partsOf(`${british[3] ?? ''}-${monthNumber(british[2] ?? '')}-${british[1] ?? ''}`);
};
