/** Days of the demonstration, counted from today. */
import { instantAfter, weekdayOf } from '../../engine/index.ts';
import { isObject } from '../../engine/json.ts';
import type { JsonValue } from '../../engine/json.ts';

/** The ISO date `days` from another. */
export const dayFrom = (today: string, days: number): string => instantAfter(today, days).slice(0, 10);

/** The same, taken back to the Friday where it is a Saturday or Sunday. */
export const workDayFrom = (today: string, days: number): string => {
  const weekday = weekdayOf(dayFrom(today, days)) ?? 1;
  return dayFrom(today, days - Math.max(0, weekday - 5));
};

const relative = /^([+-]\d+)d$/;

/** Every text such as `+56d` or `-300d` becomes the date that many days from today. */
export const withDates = (value: JsonValue, today: string): JsonValue => {
  if (typeof value === 'string') {
    const days = relative.exec(value)?.[1];
    return days === undefined ? value : workDayFrom(today, Number(days));
  }
  if (Array.isArray(value)) return value.map((item) => withDates(item, today));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withDates(inner, today)]));
};

/** Whole years, each beginning on `begins` (`09-01`), that lie between two dates. */
export const yearsBetween = (from: string, to: string, begins: string): number => {
  const yearOf = (date: string): number => Number(date.slice(0, 4)) - (date.slice(5) < begins ? 1 : 0);
  return yearOf(to) - yearOf(from);
};

/** The same day some years later; a 29 February becomes the 28th where there is none. */
export const yearsLater = (date: string, years: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return `${year + years}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
};
