/** Where a clock stands on a day. */
import { daysAfter } from '../text/ahead.ts';
import type { IsoDate } from '../text/calendar.ts';
import type { ClockEvent, ClockException, ClockFacts, ClockRule } from './clock-rule.ts';
import { daysCounted, dueFrom, movedOver } from './clock.ts';
import { coursesOf, type Course } from './course.ts';
import { firstDayFrom, type WorkCalendar } from './days.ts';
import { SOON_DAYS } from './due.ts';

/**
 * `excepted`: past its last day, and an exception lifts the duty. Of a clock that says “not before”: `waiting` while the time is somebody's own,
 * `over` when what had to wait may be done, `early` when it was done too soon. `ended`: nothing is left to do, and it was not met.
 */
export type ClockState = 'running' | 'soon' | 'late' | 'excepted' | 'met' | 'waiting' | 'over' | 'early' | 'ended';

export interface ClockStanding extends Course {
  /** The last day. Of a clock that says “not before”, the last day of the time that is somebody's own. */
  due: IsoDate;
  /** From this day on it is soon. */
  soonOn: IsoDate;
  /** In days of the kind that the rule counts. */
  gone: number;
  /** Negative when it is past. */
  left: number;
  state: ClockState;
  /** There is no last day yet: it is at least the one that is told. */
  held: boolean;
  exception?: ClockException;
}

const latest = (events: readonly ClockEvent[], names: readonly string[], from: IsoDate, to: IsoDate) =>
  events
    .filter(({ name, on }) => names.includes(name) && on >= from && on <= to)
    .reduce<ClockEvent | undefined>(
      (last, event) => (last === undefined || event.on >= last.on ? event : last),
      undefined,
    );

const first = '0000-01-01';
const last = '9999-12-31';

/** The last day by the rule's own time and the others that count. */
const plainDue = (rule: ClockRule, course: Course, events: readonly ClockEvent[], calendar: WorkCalendar) => {
  const own = dueFrom(course.startedOn, rule, calendar);
  if (own === undefined) return undefined;
  const over = course.metOn ?? course.endedOn ?? last;
  const others = (rule.laterOf ?? []).flatMap((limit) => {
    const event = latest(events, limit.from, first, over);
    return event === undefined ? [] : (dueFrom(event.on, limit, calendar) ?? []);
  });
  const due = movedOver(
    [own, ...others].reduce((one, other) => (other > one ? other : one)),
    rule.movedOver ?? [],
  );
  return rule.endsOnWorkingDay ? firstDayFrom('working', due, calendar) : due;
};

/** Whether an event holds the clock now, and the day before which what waits cannot be done once it is let go. */
const holding = (rule: ClockRule, course: Course, events: readonly ClockEvent[], today: IsoDate) => {
  const by = rule.held && latest(events, rule.held.by, course.startedOn, today);
  if (by === undefined) return { held: false };
  const until = latest(events, rule.held?.until ?? [], by.on, today);
  return until === undefined ? { held: true } : { held: false, free: daysAfter(until.on, -1) };
};

const mayLift = ({ exceptions = [], pausable }: ClockRule, { code }: ClockException): boolean =>
  pausable === true || (exceptions.length > 0 && (code === undefined || exceptions.includes(code)));

/** The last day on which an exception excuses lateness. */
const liftedUntil = ({ to = last, target = to }: ClockException): IsoDate => target;

/** Of the exceptions that held while the time ran, the one that lifts the duty longest. */
const exceptionFor = (rule: ClockRule, course: Course, due: IsoDate, exceptions: readonly ClockException[]) => {
  const over = course.metOn ?? last;
  return exceptions
    .filter((each) => mayLift(rule, each))
    .filter(({ from, to = last }) => from <= due && from <= over && to >= course.startedOn)
    .toSorted((one, other) => (liftedUntil(one) < liftedUntil(other) ? 1 : -1))[0];
};

const warnedOn = (due: IsoDate, { warn = `P${SOON_DAYS}D` }: ClockRule, calendar: WorkCalendar): IsoDate =>
  dueFrom(due, { length: warn, countedBack: true }, calendar) ?? due;

const notBeforeState = ({ metBy = [] }: ClockRule, { metOn, endedOn }: Course, due: IsoDate, waits: boolean) => {
  if (metOn !== undefined) return waits || metOn <= due ? 'early' : 'met';
  if (endedOn !== undefined) return 'ended';
  return waits ? 'waiting' : metBy.length > 0 ? 'over' : 'ended';
};

const stateOf = (
  rule: ClockRule,
  course: Course,
  { due, soonOn, held }: Pick<ClockStanding, 'due' | 'soonOn' | 'held'>,
  exception: ClockException | undefined,
  today: IsoDate,
): ClockState => {
  if (rule.notBefore) return notBeforeState(rule, course, due, held || today <= due);
  if (course.metOn !== undefined) return 'met';
  if (course.endedOn !== undefined) return 'ended';
  if (held || today <= due) return today < soonOn ? 'running' : 'soon';
  return exception !== undefined && today <= liftedUntil(exception) ? 'excepted' : 'late';
};

const standingOf = (
  rule: ClockRule,
  course: Course,
  { events, exceptions }: ClockFacts,
  today: IsoDate,
  calendar: WorkCalendar,
): ClockStanding | undefined => {
  const plain = plainDue(rule, course, events, calendar);
  if (plain === undefined) return undefined;
  // What came later does not matter to a clock that was over.
  const until = course.metOn ?? course.endedOn ?? today;
  const { held, free } = holding(rule, course, events, until);
  const due = held ? (until > plain ? until : plain) : (free ?? plain);
  const soonOn = warnedOn(due, rule, calendar);
  const exception = exceptionFor(rule, course, due, exceptions);
  const { days = 'calendar', firstDayCounts, countedBack } = rule;
  const zero =
    firstDayCounts && !countedBack ? (daysAfter(course.startedOn, -1) ?? course.startedOn) : course.startedOn;
  const counted = countedBack || until > zero ? until : zero;
  return {
    ...course,
    due,
    soonOn,
    held,
    gone: countedBack ? 0 : daysCounted(zero, counted, days, calendar),
    left: daysCounted(counted, due, days, calendar),
    state: stateOf(rule, course, { due, soonOn, held }, exception, today),
    ...(exception === undefined ? {} : { exception }),
  };
};

/**
 * Where a clock stands on `today`, once or for each thing that it runs about; nothing where it has not started or the calendar does not reach so
 * far. Days gone and left are counted up to the day on which it was over.
 */
export const readClock = (
  rule: ClockRule,
  facts: ClockFacts,
  today: IsoDate,
  calendar: WorkCalendar,
): ClockStanding[] =>
  coursesOf(rule, facts, today).flatMap((course) => standingOf(rule, course, facts, today, calendar) ?? []);
