import { daysAfter } from '../text/ahead.ts';
import type { IsoDate } from '../text/calendar.ts';
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
