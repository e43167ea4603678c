import type { Duration } from '../definition/definition.ts';

/** Calendar arithmetic on ISO dates (`2021-07-14`), in the proleptic Gregorian calendar and without any time zone. */
export type IsoDate = string;

interface Day {
  year: number;
  month: number;
  day: number;
}

const DAY_IN_MS = 86_400_000;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Year, month (1–12) and day, or `undefined` when the text is not a real calendar date. */
export const parseDate = (text: string): Day | undefined => {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined;
};

export const isRealDate = (text: string): boolean => parseDate(text) !== undefined;

const serial = (text: string): number | undefined =>
  isRealDate(text) ? Date.parse(`${text}T00:00:00Z`) / DAY_IN_MS : undefined;

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

const isoDate = (year: number, month: number, day: number): IsoDate =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');

/** The date a whole number of days after another, or before it; `undefined` when there is none or it lies beyond the year 9999. */
export const addDays = (from: IsoDate, days: number): IsoDate | undefined => {
  const start = serial(from);
  if (start === undefined || !Number.isInteger(days) || Math.abs(days) > 4_000_000) return undefined;
  const date = new Date((start + days) * DAY_IN_MS).toISOString().slice(0, 10);
  return isRealDate(date) ? date : undefined;
};

/** The date a whole number of months after another, or before it; at the end of a month the last day that there is. */
export const addMonths = (from: IsoDate, months: number): IsoDate | undefined => {
  const start = parseDate(from);
  if (start === undefined || !Number.isInteger(months)) return undefined;
  const count = start.year * 12 + start.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  if (year < 0 || year > 9999) return undefined;
  return isoDate(year, month, Math.min(start.day, daysInMonth(year, month)));
};

/** The last such weekday (Monday is 1) of a month, in the first year in which it is not before a day. */
export const lastWeekdayOf = (month: number, weekday: number, onOrAfter: IsoDate): IsoDate | undefined => {
  const first = parseDate(onOrAfter);
  if (first === undefined) return undefined;
  return [first.year, first.year + 1]
    .flatMap((year) => {
      const end = isoDate(year, month, daysInMonth(year, month));
      const last = weekdayOf(end);
      return (last === undefined ? undefined : addDays(end, -((last - weekday + 7) % 7))) ?? [];
    })
    .find((day) => day >= onOrAfter);
};

/** Hours from one time of day (`09:30`) to a later one of the same day. */
export const hoursBetween = (from: string, to: string): number | undefined => {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return start === undefined || end === undefined || end <= start ? undefined : (end - start) / 60;
};

const minutesOf = (time: string): number | undefined => {
  const [, hour, minute] = (/^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []).map(Number);
  return hour === undefined || minute === undefined ? undefined : hour * 60 + minute;
};

/** The date a duration of days or weeks (`P30D`, `P6W`) after another; throws on any other duration. */
export const addDuration = (from: IsoDate, duration: Duration): IsoDate => {
  const [, count, unit] = /^P(\d+)([DW])$/.exec(duration) ?? [];
  const start = serial(from);
  if (start === undefined || count === undefined) throw new Error(`Not a date and a duration: ${from}, ${duration}`);
  const days = Number(count) * (unit === 'W' ? 7 : 1);
  return new Date((start + days) * DAY_IN_MS).toISOString().slice(0, 10);
};

/** Monday is 1, Sunday 7. */
export const weekdayOf = (text: IsoDate): number | undefined => {
  const day = serial(text);
  return day === undefined ? undefined : ((((day + 3) % 7) + 7) % 7) + 1;
};
