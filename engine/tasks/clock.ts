/** How long something may take, and the last day of it. */
import { daysAfter, monthsAfter } from '../text/ahead.ts';
import { dateOf, isRealDate, parseDate, serial, type IsoDate } from '../text/calendar.ts';
import { counting, HORIZON, type DayKind, type WorkCalendar } from './days.ts';

/** A day of every year, such as `--02-15`. */
export type DayOfYear = string;

/** How long something may take from the day of an event. */
export interface TimeLimit {
  /** `P15D`, `P6W` or `P2M`; a week is seven days of the kind that is counted; months are calendar months. Or a day of the year. */
  length: string;
  /** Which days are counted; `calendar` when not said. */
  days?: DayKind;
  /** “Starting with”: the day of the event is day 1, not day 0. */
  firstDayCounts?: boolean;
  /** The last day lies so long before the event, which may be one that is planned. */
  countedBack?: boolean;
  /** Of a day of the year: the day before it is the last one. */
  before?: boolean;
  /** Of a day of the year: it is the one in the year, begun on this day, in which the event lies, even when it is past. The next one otherwise. */
  yearBegins?: DayOfYear;
}

interface Length {
  count: number;
  unit: string;
}

const lengthOf = (length: string): Length | undefined => {
  const [, digits, unit] = /^P(\d+)([DWM])$/.exec(length) ?? [];
  return unit === undefined ? undefined : { count: Number(digits), unit };
};

/** The day of the year, or before it those that a year has: 28 February for the 29th. */
const inYear = (monthDay: DayOfYear, year: number): IsoDate => {
  const wanted = `${String(year).padStart(4, '0')}${monthDay.slice(1)}`;
  return isRealDate(wanted) ? wanted : `${wanted.slice(0, 8)}28`;
};

/** The day of the year on or after a day. */
const nextOf = (monthDay: DayOfYear, from: IsoDate): IsoDate => {
  const year = Number(from.slice(0, 4));
  const here = inYear(monthDay, year);
  return here >= from ? here : inYear(monthDay, year + 1);
};

/** The last day of the year on or before a day. */
const lastOf = (monthDay: DayOfYear, until: IsoDate): IsoDate => {
  const year = Number(until.slice(0, 4));
  const here = inYear(monthDay, year);
  return here <= until ? here : inYear(monthDay, year - 1);
};

const dayOfYear = ({ length, before, yearBegins }: TimeLimit, start: IsoDate): IsoDate | undefined => {
  const following = daysAfter(start, 1) ?? start;
  const day = nextOf(length, yearBegins === undefined ? following : lastOf(yearBegins, start));
  return before ? daysAfter(day, -1) : day;
};

/** “Two months starting with” a day end before its own day of the month, where that month has one. */
const monthsFrom = (start: IsoDate, months: number, startingWith: boolean): IsoDate | undefined => {
  const end = monthsAfter(start, months);
  if (end === undefined || !startingWith || parseDate(end)?.day !== parseDate(start)?.day) return end;
  return daysAfter(end, -1);
};

/** The last of so many counted days, from the day after `start` or, backwards, the day before it. */
const countedFrom = (start: IsoDate, count: number, step: 1 | -1, days: DayKind, calendar: WorkCalendar) => {
  const first = serial(start) ?? NaN;
  const counts = counting(days, calendar);
  let [day, left] = [first, count];
  while (left > 0) {
    day += step;
    if (Math.abs(day - first) > HORIZON + count) return undefined;
    if (counts(day)) left -= 1;
  }
  return dateOf(day);
};

/**
 * The last day of a limit whose event is on `start`; `undefined` when that is no date or the calendar does not reach so far. Throws on a length
 * that is neither of days, weeks or calendar months nor a day of the year.
 */
export const dueFrom = (start: IsoDate, limit: TimeLimit, calendar: WorkCalendar): IsoDate | undefined => {
  const { length, days = 'calendar', firstDayCounts = false, countedBack = false } = limit;
  if (!isRealDate(start)) return undefined;
  if (/^--\d{2}-\d{2}$/.test(length)) return dayOfYear(limit, start);
  const parsed = lengthOf(length);
  if (parsed === undefined || (parsed.unit === 'M' && days !== 'calendar'))
    throw new Error(`Not a length of days, weeks or calendar months: ${length}`);
  const step = countedBack ? -1 : 1;
  if (parsed.unit === 'M') return monthsFrom(start, step * parsed.count, firstDayCounts && !countedBack);
  const count = parsed.unit === 'W' ? parsed.count * 7 : parsed.count;
  const zero = firstDayCounts && count > 0 ? daysAfter(start, -step) : start;
  return zero === undefined ? undefined : countedFrom(zero, count, step, days, calendar);
};

/** How many days of a kind lie after `from` up to `to`, that day too; negative when `to` is earlier. 0 where one is no date. */
export const daysCounted = (from: IsoDate, to: IsoDate, days: DayKind, calendar: WorkCalendar): number => {
  const [one, other] = [serial(from), serial(to)];
  if (one === undefined || other === undefined) return 0;
  if (days === 'calendar') return other - one;
  const counts = counting(days, calendar);
  let found = 0;
  for (let day = Math.min(one, other) + 1; day <= Math.max(one, other); day += 1) if (counts(day)) found += 1;
  return other < one ? 0 - found : found;
};

/** A span of the year in which a last day cannot lie; it may go over the new year. */
export interface YearSpan {
  from: DayOfYear;
  to: DayOfYear;
}

/** The day after the span that a day lies in; else the day itself. */
export const movedOver = (day: IsoDate, spans: readonly YearSpan[]): IsoDate => {
  const span = spans.find(({ from, to }) => {
    const began = lastOf(from, day);
    return day <= nextOf(to, began);
  });
  return span === undefined ? day : (daysAfter(nextOf(span.to, day), 1) ?? day);
};
