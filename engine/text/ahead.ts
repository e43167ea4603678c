import { dateOf, daysInMonth, isRealDate, parseDate, serial, weekdayOf, type IsoDate } from './calendar.ts';

const isoDate = (year: number, month: number, day: number): IsoDate =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');

/** The date a whole number of days after another, or before it; `undefined` when there is none or it lies beyond the year 9999. */
export const daysAfter = (from: IsoDate, days: number): IsoDate | undefined => {
  const start = serial(from);
  if (start === undefined || !Number.isInteger(days) || Math.abs(days) > 4_000_000) return undefined;
  const date = dateOf(start + days);
  return isRealDate(date) ? date : undefined;
};

/** The instant (ISO time in UTC) so many times 24 hours after another, or before it. */
export const instantAfter = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString();

/** The date a whole number of months after another, or before it; at the end of a month the last day that there is. */
export const monthsAfter = (from: IsoDate, months: number): IsoDate | undefined => {
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
      return (last === undefined ? undefined : daysAfter(end, -((last - weekday + 7) % 7))) ?? [];
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
