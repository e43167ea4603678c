/** Clocks of a case: which event started each, by when it is due, and what met it. Pure; which clocks there are is case.json's. */
import { dateAfter, limitOf } from './clocks-limit.ts';
import { daysBetween, readClock } from '../../../../engine/index.ts';
import type { ClockPause, WorkCalendar } from '../../../../engine/index.ts';
import type { ClockReading } from '../../../../wire/case.ts';
import type { CaseDocument, CaseEventRecord, Run } from '../documents.ts';
import type { CaseClock, CaseDescription } from '../settings-shape.ts';
import { clockWords } from './clocks-words.ts';

/** By what clocks are read. */
export interface CaseView {
  settings: CaseDescription;
  calendar: WorkCalendar;
  today: string;
}

export interface RunningClock {
  run: Run;
  reading: ClockReading;
}

export const isRunning = ({ metOn, endedOn }: Run): boolean => metOn === undefined && endedOn === undefined;

type Course = Pick<Run, 'from' | 'startedOn' | 'metOn' | 'endedOn'>;

/**
 * The last time a clock ran. An event that would start it while it runs does not: the earlier day is the one that counts. What
 * happens on the day of the start closes it too; the event that closes it may start it again.
 */
const lastCourse = (clock: CaseClock, events: readonly CaseEventRecord[]): Course | undefined => {
  const inOrder = events.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  let course: Course | undefined;
  let closedBy: CaseEventRecord | undefined;
  for (const start of inOrder.filter(({ name }) => clock.from.includes(name))) {
    if (course !== undefined && closedBy === undefined) break;
    if (closedBy !== undefined && start.on < closedBy.on) continue;
    const closing = inOrder.find(
      (event) =>
        event.id !== start.id &&
        event.id !== closedBy?.id &&
        event.on >= start.on &&
        (clock.metBy.includes(event.name) || clock.endedBy?.includes(event.name) === true),
    );
    course = { from: start.name, startedOn: start.on };
    if (closing !== undefined) {
      const met = clock.metBy.includes(closing.name);
      course = { ...course, ...(met ? { metOn: closing.on } : { endedOn: closing.on }) };
    }
    closedBy = closing;
  }
  return course;
};

/** Pauses as they were on a day: what came later does not matter to a clock that was over. */
const untilThen = (pauses: readonly ClockPause[], day: string): ClockPause[] =>
  pauses
    .filter(({ from }) => from <= day)
    .map(({ from, to = day, reason }) => ({ from, to: to < day ? to : day, reason }));

/** Every clock of a case that has run or runs; those that ended without being met are among them. */
export const clocksOf = (
  { events, pauses }: Pick<CaseDocument, 'events' | 'pauses'>,
  { settings, calendar, today }: CaseView,
): RunningClock[] =>
  settings.clocks.flatMap((clock): RunningClock[] => {
    const course = lastCourse(clock, events);
    if (course === undefined) return [];
    const { startedOn, metOn } = course;
    const over = metOn ?? course.endedOn;
    const counted = over === undefined ? [...pauses] : untilThen(pauses, over);
    const until = over ?? (today < startedOn ? startedOn : today);
    const found = readClock(limitOf(clock, startedOn), startedOn, until, calendar, counted);
    if (found === undefined) return [];
    const run = {
      clock: clock.id,
      ...course,
      dueOn: found.due,
      stopped: over === undefined && found.paused !== undefined,
    };
    const state = metOn !== undefined ? 'met' : run.stopped ? 'stopped' : stateOf(found.due, today);
    const from = settings.events.find(({ name }) => name === course.from)?.label ?? course.from;
    const reading: ClockReading = {
      id: clock.id,
      label: clock.label,
      from,
      startedOn,
      dueOn: found.due,
      daysGone: found.gone,
      daysLeft: found.left,
      state,
      words: clockWords(state, found.left, clock.days ?? 'calendar', metOn),
    };
    return [{ run, reading }];
  });

/** From how many days before it is due a clock is said to be soon. */
const soonDays = 7;

/** The last day that is soon on `today`. */
export const soonUntil = (today: string): string => dateAfter(today, soonDays);

const stateOf = (dueOn: string, today: string): 'late' | 'soon' | 'running' =>
  dueOn < today ? 'late' : dueOn <= soonUntil(today) ? 'soon' : 'running';

const rank = ({ metOn, stopped }: Run): number => (metOn === undefined ? (stopped ? 1 : 0) : 2);

/** Running ones first, the most urgent before the others; then those that stand still; then those that were met. */
export const byUrgency = ({ run: one }: RunningClock, { run: other }: RunningClock): number =>
  rank(one) - rank(other) || (daysBetween(other.dueOn, one.dueOn) ?? 0);
