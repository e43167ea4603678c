/** How officers find a case: by words of the name, a date of birth, an identifier or a reference, in one box. */
import { formatOf, isRealDate, typedWords } from '../../../engine/index.ts';
import { foundBy } from '../../platform/storage/found-by.ts';
import type { Filter } from '../../platform/storage/store.ts';
import type { CaseDescription } from './settings-shape.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const isoDate = (year: string, month: number, day: string): string | undefined => {
  const date = [year, String(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
  return isRealDate(date) ? date : undefined;
};

/** Takes the first date out of what was typed: `04-Feb-2012`, `4 February 2012`, `04/02/2012` or `2012-02-04`. */
const dateIn = (typed: string): { date?: string; rest: string } => {
  const iso = /(?<!\S)(\d{4})-(\d{1,2})-(\d{1,2})(?!\S)/.exec(typed);
  const named = /(?<!\S)(\d{1,2})[- ]?([a-z]{3,9})[- ]?(\d{4})(?!\S)/i.exec(typed);
  const slashed = /(?<!\S)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\S)/.exec(typed);
  const found = iso ?? named ?? slashed;
  if (found === null) return { rest: typed };
  const [whole, one = '', two = '', three = ''] = found;
  const month = found === named ? months.indexOf(two.slice(0, 3).toLowerCase()) + 1 : Number(two);
  const date = found === iso ? isoDate(one, month, three) : isoDate(three, month, one);
  return date === undefined ? { rest: typed } : { date, rest: typed.replace(whole, ' ') };
};

/** An identifier of case.json, written in any way that its format takes. */
const identifierKey = (typed: string, { identifiers }: CaseDescription): string | undefined => {
  for (const { name, format } of identifiers) {
    const known = formatOf(format);
    if (known?.test(typed) === true) return `${name}=${known.tidy(typed)}`;
  }
  return undefined;
};

/** A whole reference, which has no vowels and so is no name; or the beginning of one, written with its hyphen. */
const reference =
  /^cs([\s-]?[34679cdfghjkmnpqrtvwxy]{4}){2}$|^cs-[34679cdfghjkmnpqrtvwxy]{1,4}(-[34679cdfghjkmnpqrtvwxy]{0,3})?$/i;

/** What to look for. Nothing typed finds every case. */
export const caseSearch = (typed: string, settings: CaseDescription): Filter => {
  const text = typed.trim();
  if (text === '') return {};
  const key = identifierKey(text, settings);
  if (key !== undefined) return { identifierKeys: { eq: key } };
  if (reference.test(text)) {
    const plain = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
    const tidy = [plain.slice(0, 2), plain.slice(2, 6), plain.slice(6)].filter((part) => part !== '').join('-');
    return { reference: { prefix: tidy } };
  }
  const { date, rest } = dateIn(text);
  const words = typedWords(rest);
  return {
    ...(date === undefined ? {} : { 'subject.dateOfBirth': { eq: date } }),
    ...foundBy('words', words),
  };
};
