import { daysBetween, type IsoDate } from '../text/calendar.ts';
import { formatDate } from '../text/date.ts';
import { plural } from '../text/number.ts';

/** How near a due date is. `days` are left, negative when it is over; of what is done, how long before the due date it was. */
export interface DueStatus {
  state: 'due' | 'due-soon' | 'overdue' | 'done';
  days: number;
  words: string;
}

/** From how many days before it a due date is soon: on that day the first reminder goes out. */
export const SOON_DAYS = 7;

/**
 * A due date in words, seen from `today`: “3 days left”, “due today”, “5 days overdue”; with `doneOn`, “done on 14-Jul-2021, 2 days late”.
 * Without a due date there are 0 days and “no due date”.
 */
export const dueStatus = (dueOn: IsoDate | null, today: IsoDate, doneOn?: IsoDate): DueStatus => {
  const days = (dueOn === null ? undefined : daysBetween(doneOn ?? today, dueOn)) ?? 0;
  if (doneOn !== undefined) {
    const late = days < 0 ? `, ${plural(-days, 'day')} late` : '';
    return { state: 'done', days, words: `done on ${formatDate(doneOn)}${late}` };
  }
  if (dueOn === null) return { state: 'due', days, words: 'no due date' };
  if (days < 0) return { state: 'overdue', days, words: `${plural(-days, 'day')} overdue` };
  const state = days <= SOON_DAYS ? 'due-soon' : 'due';
  return { state, days, words: days === 0 ? 'due today' : `${plural(days, 'day')} left` };
};
