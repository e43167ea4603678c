/** Clocks of a case: which event started each, by when it is due, and what met it. Pure; which clocks there are is case.json's. */
import { daysBetween } from '../../engine/index.ts';
import type { ClockReading } from '../../wire/case.ts';
import type { CaseEventRecord, CasePause } from './cases-documents.ts';
import type { CaseClock, CaseDescription } from './cases-settings-shape.ts';
import { clockDue } from './clocks-due.ts';
import { clockWords } from './clocks-words.ts';

/** A clock from its start to what met or ended it; it runs while neither is there. */
export interface Run {
  clock: string;
  /** Name of the event that started it. */
  from: string;
  startedOn: string;
  dueOn: string;
  metOn?: string;
  endedOn?: string;
  /** Nobody counts the days now. */
  stopped: boolean;
  /** Days until then that did not count. */
  pausedDays: number;
}

export const isRunning = ({ metOn, endedOn }: Run): boolean => metOn === undefined && endedOn === undefined;

type Course = Pick<Run, 'from' | 'startedOn' | 'metOn' | 'endedOn'>;

/**
 * The last time a clock ran. An event that would start it while it runs does not: the earlier day is the one that counts. What
 * happens on the day of the start closes it too; the event that closes it may start it anew.
 */
const lastCourse = (clock: CaseClock, events: readonly CaseEventRecord[]): Course | undefined => {
  const inOrder = events.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  const starts = inOrder.filter(({ name }) => clock.from.includes(name));
  let course: Course | undefined;
  let closedBy: CaseEventRecord | undefined;
  for (const start of starts) {
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

/** Every clock that has run or runs, as of `today`; those that ended without being met are among them. */
export const runsOf = (
  { clocks }: CaseDescription,
  events: readonly CaseEventRecord[],
  pauses: readonly CasePause[],
  today: string,
): Run[] =>
  clocks.flatMap((clock) => {
    const course = lastCourse(clock, events);
    if (course === undefined) return [];
    const over = course.metOn ?? course.endedOn;
    const stops = clock.pausable === true ? pauses : [];
    const counted = over === undefined ? stops : untilThen(stops, over);
    const stopped =
      over === undefined && stops.some(({ from, to }) => from <= today && (to === undefined || to >= today));
    return [{ clock: clock.id, ...course, ...clockDue(clock, course.startedOn, counted, over ?? today), stopped }];
  });

/** Pauses as they were on a day: what came later does not matter to a clock that was over. */
const untilThen = (pauses: readonly CasePause[], day: string): Pick<CasePause, 'from' | 'to'>[] =>
  pauses.filter(({ from }) => from <= day).map(({ from, to = day }) => ({ from, to: to < day ? to : day }));

/** A run as people read it on `today`; undefined when it ended without being met or case.json no longer has its clock. */
export const readingOf = (run: Run, { clocks, events }: CaseDescription, today: string): ClockReading | undefined => {
  const clock = clocks.find(({ id }) => id === run.clock);
  if (clock === undefined || run.endedOn !== undefined) return undefined;
  const until = run.metOn ?? today;
  const daysLeft = daysBetween(until, run.dueOn) ?? 0;
  const state = run.metOn !== undefined ? 'met' : run.stopped ? 'stopped' : stateOf(daysLeft);
  return {
    id: run.clock,
    label: clock.label,
    from: events.find(({ name }) => name === run.from)?.label ?? run.from,
    startedOn: run.startedOn,
    dueOn: run.dueOn,
    daysGone: (daysBetween(run.startedOn, until) ?? 0) - run.pausedDays,
    daysLeft,
    state,
    words: clockWords(state, daysLeft, run.metOn),
  };
};

/** From how many days before it is due a clock is said to be soon. */
export const SOON_DAYS = 7;

const stateOf = (daysLeft: number): 'late' | 'soon' | 'running' =>
  daysLeft < 0 ? 'late' : daysLeft <= SOON_DAYS ? 'soon' : 'running';

const rank = ({ metOn, stopped }: Run): number => (metOn === undefined ? (stopped ? 1 : 0) : 2);

/** Running ones first, the most urgent before the others; then those that stand still; then those that were met. */
export const byUrgency = (one: Run, other: Run): number =>
  rank(one) - rank(other) || (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0);
