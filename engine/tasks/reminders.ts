import type { Duration } from '../definition/model/definition.ts';
import { daysAfter, monthsAfter } from '../text/ahead.ts';
import type { IsoDate } from '../text/calendar.ts';
import { lastDayBy, type DayKind, type WorkCalendar } from './days.ts';
import { SOON_DAYS } from './due.ts';

/** A mail about a due date: which, and the day on which it goes out. */
export interface Reminder {
  kind: 'week' | 'day' | 'overdue';
  on: IsoDate;
}

/**
 * The reminders of a due date, in order: a week before, the day before, and the day after, when it is overdue. Of a task that came
 * after the first was to go out (`from`), those before are left out. None of what is not a date.
 */
export const remindersFor = (dueOn: IsoDate, from?: IsoDate): Reminder[] =>
  plan.flatMap(({ kind, days }) => {
    const on = daysAfter(dueOn, days);
    return on === undefined || (from !== undefined && on <= from) ? [] : [{ kind, on }];
  });

const plan: { kind: Reminder['kind']; days: number }[] = [
  { kind: 'week', days: -SOON_DAYS },
  { kind: 'day', days: -1 },
  { kind: 'overdue', days: 1 },
];

/**
 * When something has to be sent out that is wanted a while (`P8W`, `P10D`, `P1M`) before a day: then, or on the last day of the kind
 * before then. `undefined` when the calendar has none; throws on any other duration.
 */
export const sendOn = (before: IsoDate, lead: Duration, kind: DayKind, calendar: WorkCalendar): IsoDate | undefined => {
  const [, digits, unit] = /^P(\d+)([DWM])$/.exec(lead) ?? [];
  if (unit === undefined) throw new Error(`Not a duration of days, weeks or months: ${lead}`);
  const count = Number(digits);
  const day = unit === 'M' ? monthsAfter(before, -count) : daysAfter(before, -count * (unit === 'W' ? 7 : 1));
  return day === undefined ? undefined : lastDayBy(kind, day, calendar);
};
