import type { Duration } from '../definition/model/definition.ts';
import { monthsAfter } from '../text/ahead.ts';
import { dateOf, serial, type IsoDate } from '../text/calendar.ts';
import { plural } from '../text/number.ts';
import { counting, HORIZON, type DayKind, type WorkCalendar } from './days.ts';
import { dueStatus, type DueStatus } from './due.ts';

/** How long something may take. */
export interface TimeLimit {
  /** `P15D`, `P6W` or `P2M`; a week is seven days of the kind that is counted; months are calendar months. */
  length: Duration;
  /** Which days are counted; `calendar` when not said. */
  days?: DayKind;
  /** The day of the event is day 1, not day 0. */
  firstDayCounts?: boolean;
  /** Whether exceptions stop it. */
  pausable?: boolean;
}

/** A clock, as data: its limit, and the name of the event that starts it. */
export interface ClockRule extends TimeLimit {
  id: string;
  label: string;
  from: string;
}

/** An exception that stops a clock: both days stand still. Without `to` it still goes on. */
export interface ClockPause {
  from: IsoDate;
  to?: IsoDate;
  reason: string;
}

/** Where a clock stands on a day. */
export interface ClockReading {
  /** While an exception without an end goes on: the last day if the clock went on the next day. */
  due: IsoDate;
  gone: number;
  /** Negative when it is over. */
  left: number;
  /** Why it stands still on that day. */
  paused?: string;
  /** In days of the calendar until `due`, in words; while it is stopped, the days left and why. */
  status: DueStatus;
}

/** Whether a clock stands still on a day, by its number. */
const pausing = (rule: TimeLimit, pauses: ClockPause[], today: number): ((day: number) => ClockPause | undefined) => {
  if (!rule.pausable || pauses.length === 0) return () => undefined;
  const spans = pauses.map((pause) => ({
    pause,
    from: serial(pause.from) ?? Infinity,
    to: pause.to === undefined ? today : (serial(pause.to) ?? -Infinity),
  }));
  return (day) => spans.find(({ from, to }) => day >= from && day <= to)?.pause;
};

/** How many counted days a limit has from `start`. Throws on any other duration than days, weeks or months of the calendar. */
const lengthOf = (rule: TimeLimit, start: number): number => {
  const [, digits, unit] = /^P(\d+)([DWM])$/.exec(rule.length) ?? [];
  const count = Number(digits);
  if (unit === 'D') return count;
  if (unit === 'W') return count * 7;
  const end = rule.days === undefined || rule.days === 'calendar' ? monthsAfter(dateOf(start), count) : undefined;
  const day = end === undefined ? undefined : serial(end);
  if (day === undefined) throw new Error(`Not a length of days, weeks or calendar months: ${rule.length}`);
  return day - start;
};

/**
 * Where the clock of a limit stands on `today`, or `undefined` when `start` is no date or the calendar does not reach so far. Days gone
 * and left are of the kind that the rule counts; those on which it stands still are neither.
 */
export const readClock = (
  rule: TimeLimit,
  start: IsoDate,
  today: IsoDate,
  calendar: WorkCalendar,
  pauses: ClockPause[] = [],
): ClockReading | undefined => {
  const [first, now] = [serial(start), serial(today)];
  if (first === undefined || now === undefined) return undefined;
  const pauseOn = pausing(rule, pauses, now);
  const counts = counting(rule.days ?? 'calendar', calendar);
  const length = lengthOf(rule, first);
  let [day, counted, gone] = [rule.firstDayCounts ? first - 1 : first, 0, 0];
  let due = length === 0 ? first : undefined;
  while (due === undefined || day < now) {
    day += 1;
    if (day > Math.max(first, now) + HORIZON) return undefined;
    if (!counts(day) || pauseOn(day)) continue;
    counted += 1;
    if (day <= now) gone = counted;
    if (counted === length) due = day;
  }
  const left = length - gone;
  const paused = now >= first ? pauseOn(now)?.reason : undefined;
  return {
    due: dateOf(due),
    gone,
    left,
    ...(paused === undefined ? {} : { paused }),
    status: statusOf(due, left, today, paused),
  };
};

/** The last day of a limit that starts with an event on `start`. Exceptions without an end are left out; else as `readClock`. */
export const dueFrom = (
  start: IsoDate,
  rule: TimeLimit,
  calendar: WorkCalendar,
  pauses: ClockPause[] = [],
): IsoDate | undefined => readClock(rule, start, start, calendar, pauses)?.due;

const statusOf = (due: number, left: number, today: IsoDate, paused: string | undefined): DueStatus => {
  const status = dueStatus(dateOf(due), today);
  if (paused === undefined) return status;
  const words = left < 0 ? status.words : `stopped with ${plural(left, 'day')} left: ${paused}`;
  return { ...status, words };
};
