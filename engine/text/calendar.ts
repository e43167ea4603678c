import type { Duration } from '../definition/model/definition.ts';

/** Calendar arithmetic on ISO dates (`2021-07-14`), in the proleptic Gregorian calendar and without any time zone. */
export type IsoDate = string;

interface Day {
  year: number;
  month: number;
  day: number;
}

const DAY_IN_MS = 86_400_000;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Year, month (1–12) and day, or `undefined` when the text is not a real calendar date. */
export const parseDate = (text: string): Day | undefined => {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined;
};

export const isRealDate = (text: string): boolean => parseDate(text) !== undefined;

/** The number of a day: one more each day, 0 on 1 January 1970. */
export const serial = (text: string): number | undefined =>
  isRealDate(text) ? Date.parse(`${text}T00:00:00Z`) / DAY_IN_MS : undefined;

/** The date of a day's number. */
export const dateOf = (day: number): IsoDate => new Date(day * DAY_IN_MS).toISOString().slice(0, 10);

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number | undefined => {
  const [start, end] = [serial(from), serial(to)];
  return start === undefined || end === undefined ? undefined : end - start;
};

/** Whole months completed from `from` to `to`; negative when `to` is earlier. */
export const monthsBetween = (from: IsoDate, to: IsoDate): number | undefined => {
  if (to < from) {
    const months = monthsBetween(to, from);
    return months === undefined ? undefined : 0 - months;
  }
  const [start, end] = [parseDate(from), parseDate(to)];
  if (!start || !end) return undefined;
  return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
};

/** Age in whole years. Somebody born on 29 February is a year older on 1 March in a common year. `undefined` before birth. */
export const ageOn = (birth: IsoDate, on: IsoDate): number | undefined => {
  const months = monthsBetween(birth, on);
  return months === undefined || on < birth ? undefined : Math.floor(months / 12);
};

/** The latest `MM-DD` strictly before `today`: on 31 August the last one before it is a year ago. */
export const lastBefore = (monthDay: string, today: IsoDate): IsoDate | undefined => {
  const year = parseDate(today)?.year;
  if (year === undefined) return undefined;
  return Array.from({ length: 9 }, (_, back) => `${String(year - back).padStart(4, '0')}-${monthDay}`).find(
    (day) => isRealDate(day) && day < today,
  );
};

/** The date a duration of days or weeks (`P30D`, `P6W`) after another; throws on any other duration. */
export const addDuration = (from: IsoDate, duration: Duration): IsoDate => {
  const [, count, unit] = /^P(\d+)([DW])$/.exec(duration) ?? [];
  const start = serial(from);
  if (start === undefined || count === undefined) throw new Error(`Not a date and a duration: ${from}, ${duration}`);
  return dateOf(start + Number(count) * (unit === 'W' ? 7 : 1));
};

/** Of a day by its number: Monday is 1, Sunday 7. Day 0 was a Thursday. */
export const weekdayOfSerial = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Monday is 1, Sunday 7. */
export const weekdayOf = (text: IsoDate): number | undefined => {
  const day = serial(text);
  return day === undefined ? undefined : weekdayOfSerial(day);
};
