/** By when a clock is due. */
import { daysAfter, daysBetween, isRealDate, monthsAfter } from '../../engine/index.ts';
import type { CaseClock } from './cases-settings-shape.ts';
import type { CasePause } from './cases-documents.ts';

/** The last day of a clock that nothing stops; throws on a length that case.json cannot hold. */
const plainDue = ({ length, firstDayCounts }: CaseClock, startedOn: string): string => {
  const [, month] = /^--(\d{2}-\d{2})$/.exec(length) ?? [];
  const [, count, unit] = /^P(\d+)([DWM])$/.exec(length) ?? [];
  const [start, number] = [
    firstDayCounts === true ? (daysAfter(startedOn, -1) ?? startedOn) : startedOn,
    Number(count),
  ];
  const due =
    month !== undefined
      ? nextSuchDay(month, startedOn)
      : unit === 'M'
        ? monthsAfter(start, number)
        : daysAfter(start, unit === 'W' ? number * 7 : number);
  if (due === undefined) throw new RangeError(`No day is ${length} after ${startedOn}`);
  return due;
};

/** The first such day of a year (`02-15`) after another day. */
const nextSuchDay = (monthDay: string, after: string): string | undefined => {
  const year = Number(after.slice(0, 4));
  return Array.from({ length: 9 }, (_, more) => `${String(year + more).padStart(4, '0')}-${monthDay}`).find(
    (day) => isRealDate(day) && day > after,
  );
};

/**
 * The last day of a clock, as far as it can be told on a day `until`: each whole day after its start on which it stands still
 * puts it off by one. A pause without an end goes on until that day; one that is known ahead counts when it begins in time.
 * Pauses that overlap count once. `pausedDays` are those until then.
 */
export const clockDue = (
  clock: CaseClock,
  startedOn: string,
  pauses: readonly Pick<CasePause, 'from' | 'to'>[],
  until: string,
): { dueOn: string; pausedDays: number } => {
  let dueOn = plainDue(clock, startedOn);
  let pausedDays = 0;
  let counted = startedOn;
  for (const { from, to = until } of pauses.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const first = from > counted ? from : (daysAfter(counted, 1) ?? counted);
    if (first > dueOn) break;
    if (to < first) continue;
    dueOn = daysAfter(dueOn, daysFrom(first, to)) ?? dueOn;
    pausedDays += daysFrom(first, to < until ? to : until);
    counted = to;
  }
  return { dueOn, pausedDays };
};

/** Days from the first to the last, both counted. */
const daysFrom = (first: string, last: string): number => Math.max(0, (daysBetween(first, last) ?? -1) + 1);
