import { daysAfter, daysBetween, isRealDate } from '../../../../engine/index.ts';
import type { TimeLimit } from '../../../../engine/index.ts';
import type { CaseClock } from '../settings-shape.ts';

/** The day a number of days after another that is a real one. */
export const dateAfter = (day: string, days: number): string => daysAfter(day, days) ?? day;

/** A clock's limit as the engine counts it; “the next 15 February” becomes so many days. */
export const limitOf = ({ length, days, firstDayCounts, pausable }: CaseClock, startedOn: string): TimeLimit => {
  const [, monthDay] = /^--(\d{2}-\d{2})$/.exec(length) ?? [];
  if (monthDay !== undefined) return { length: `P${daysUntilNext(monthDay, startedOn)}D` };
  return {
    length,
    ...(days === undefined ? {} : { days }),
    ...(firstDayCounts === undefined ? {} : { firstDayCounts }),
    ...(pausable === undefined ? {} : { pausable }),
  };
};

const daysUntilNext = (monthDay: string, after: string): number => {
  const year = Number(after.slice(0, 4));
  const next = Array.from({ length: 9 }, (_, more) => `${String(year + more).padStart(4, '0')}-${monthDay}`).find(
    (day) => isRealDate(day) && day > after,
  );
  return daysBetween(after, next ?? after) ?? 0;
};
