import { plain, searchKey } from '../../../engine/index.ts';

/** How a day is written in one language. */
export interface DatesIn {
  /** 1 to 12 for a name of a month, as `Jan`, `january`, `stycznia` or `XII`; `undefined` for anything else. */
  monthOf: (typed: string) => number | undefined;
  /** 1, Monday, to 7 for a name of a weekday, as `Tuesday`, `tues`, `wtorek`; `undefined` for anything else. */
  weekdayNamed: (typed: string) => number | undefined;
  /** The name of a weekday by its number. */
  weekday: (number: number) => string;
  /** Words that may stand beside a day and say nothing more, spelt as for searches: names of weekdays, `of`, `th`. */
  beside: ReadonlySet<string>;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** Fewer letters are no month's short name. */
const LEAST_LETTERS = 3;

/** What stands beside a day and its year, of which `Intl` knows nothing. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  en: ['st', 'nd', 'rd', 'th', 'of', 'the', 'on'],
  pl: ['go', 'ego', 'szego', 'ty', 'dnia', 'dn', 'r', 'rok', 'roku'],
};

/** The ways in which `Intl` writes months: by themselves, and in a date, where some languages decline them. */
const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'long', year: 'numeric' },
  { day: 'numeric', month: 'short', year: 'numeric' },
];

const inBritain = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** Of a month: as it looks, and as it is spelt for searches. */
interface Name {
  looks: string;
  key: string;
  month: number;
}

type Part = Intl.DateTimeFormatPartTypes;

/** What stands for one part of days in `language`. */
const partsIn = (
  language: string,
  options: Intl.DateTimeFormatOptions,
  days: readonly Date[],
  ...types: Part[]
): string[][] => {
  const format = new Intl.DateTimeFormat(`${inBritain(language)}-u-ca-gregory`, { ...options, timeZone: 'UTC' });
  return days.map((day) =>
    format
      .formatToParts(day)
      .filter(({ type }) => types.includes(type))
      .map(({ value }) => value),
  );
};

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/** As it looks, in small letters: some scripts tell months apart by the marks that `searchKey` leaves out. */
const asItLooks = (text: string): string =>
  plain(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');

const MONTHS = ROMAN.map((_, index) => new Date(Date.UTC(2015, index, 5)));
const WEEK = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2015, 0, 5 + index)));

const monthsIn = (language: string): Name[] =>
  STYLES.flatMap((style) =>
    partsIn(language, style, MONTHS, 'month').flatMap((names, index) =>
      names.filter(hasLetters).map((name) => ({ looks: asItLooks(name), key: searchKey(name), month: index + 1 })),
    ),
  );

/** Weekdays as people shorten them, which `Intl` does otherwise. */
const SHORT_WEEKDAYS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { tues: 2, weds: 3, wednes: 3, thur: 4, thurs: 4 },
};

/** Words of names of weekdays, spelt as for searches, each with the weekday when it is of one alone: `quinta` of `quinta-feira`. */
const weekdaysIn = (language: string): Map<string, number | undefined> => {
  const words = new Map<string, number | undefined>(Object.entries(SHORT_WEEKDAYS[language] ?? {}));
  for (const weekday of ['long', 'short'] as const)
    for (const [index, names] of partsIn(language, { weekday }, WEEK, 'weekday').entries())
      for (const word of names.flatMap((name) => searchKey(name).split(' ')))
        words.set(word, words.has(word) && words.get(word) !== index + 1 ? undefined : index + 1);
  return words;
};

/** What else than weekdays a date has in it: `de`, `m.`, `d.` */
const besideIn = (language: string): string[] =>
  [...(['full', 'long', 'medium'] as const).flatMap((dateStyle) => partsIn(language, { dateStyle }, WEEK, 'literal'))]
    .flat()
    .flatMap((word) => searchKey(word).split(' '))
    .filter(hasLetters);

/** Whether a long word is another with one letter more, fewer or changed, or with two that changed places. */
const isSlip = (typed: string, name: string): boolean => {
  if (name.length < 6 || Math.abs(typed.length - name.length) > 1) return false;
  let same = 0;
  while (same < name.length && typed[same] === name[same]) same += 1;
  const rest = (word: string, letters: number): string => word.slice(same + letters);
  const swapped = `${name[same + 1] ?? ''}${name[same] ?? ''}${rest(name, 2)}`;
  return (
    rest(typed, 1) === rest(name, 1) ||
    rest(typed, 1) === rest(name, 0) ||
    rest(typed, 0) === rest(name, 1) ||
    rest(typed, 0) === swapped
  );
};

/** The month whose names alone fit, in the first language that has one. */
const onlyMonth = (languages: readonly Name[][], fits: (name: Name) => boolean): number | undefined =>
  languages
    .map((names) => new Set(names.filter(fits).map(({ month }) => month)))
    .flatMap((months) => (months.size === 1 ? [...months] : []))[0];

const make = (language: string): DatesIn => {
  const languages = [...new Set([language, 'en'])];
  const names = languages.map(monthsIn);
  const weekdays = languages.map(weekdaysIn);
  const beside = new Set([
    ...languages.flatMap((each) => [...besideIn(each), ...(BESIDE[each] ?? [])]),
    ...weekdays.flatMap((known) => [...known.keys()]),
  ]);
  const weekdayNamed = (typed: string): number | undefined => {
    const key = searchKey(plain(typed));
    return weekdays.flatMap((known) => known.get(key) ?? [])[0];
  };
  const monthOf = (typed: string): number | undefined => {
    const key = searchKey(plain(typed));
    if (key === '' || /\d/.test(key)) return undefined;
    const looks = asItLooks(typed);
    const exact = onlyMonth(names, (name) => name.looks === looks) ?? onlyMonth(names, (name) => name.key === key);
    if (exact !== undefined) return exact;
    const roman = ROMAN.indexOf(key);
    if (roman !== -1) return roman + 1;
    if (key.length < LEAST_LETTERS || beside.has(key)) return undefined;
    // `stycz`, `febuary`: the beginning of a name, or one that is all but written right; never a word of which only the beginning is a month's.
    return (
      onlyMonth(names, (name) => name.key.startsWith(key)) ??
      onlyMonth(names, (name) => name.key.startsWith(key.slice(0, LEAST_LETTERS)) && isSlip(key, name.key))
    );
  };
  const weekday = (number: number): string =>
    partsIn(language, { weekday: 'long' }, WEEK.slice(number - 1, number), 'weekday').flat()[0] ?? '';
  return { monthOf, weekdayNamed, weekday, beside };
};

const known = new Map<string, DatesIn>();

/** How a day is written in `language` (BCP 47) and in English, which everybody here meets. */
export const datesIn = (language: string): DatesIn => {
  const dates = known.get(language) ?? make(language);
  known.set(language, dates);
  return dates;
};
