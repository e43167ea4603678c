/** The last time that a clock ran: what started it, and what met or ended it. */
import { daysAfter, monthsAfter } from '../text/ahead.ts';
import { ageOn, type IsoDate } from '../text/calendar.ts';
import { searchKey } from '../text/search.ts';
import type { ClockEvent, ClockFacts, ClockRule } from './clock-rule.ts';

export interface Course {
  /** Name of the event that started it. */
  from: string;
  startedOn: IsoDate;
  /** What it is about, of a clock that runs once for each thing. */
  about?: string;
  metOn?: IsoDate;
  endedOn?: IsoDate;
}

const byDay = (events: readonly ClockEvent[]): ClockEvent[] =>
  events.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));

const closes = ({ metBy = [], endedBy = [] }: ClockRule, { name }: ClockEvent): boolean =>
  metBy.includes(name) || endedBy.includes(name);

const courseOf = ({ metBy = [] }: ClockRule, start: ClockEvent, closing: ClockEvent | undefined): Course => ({
  from: start.name,
  startedOn: start.on,
  ...(closing === undefined ? {} : metBy.includes(closing.name) ? { metOn: closing.on } : { endedOn: closing.on }),
});

/**
 * Forwards: an event that would start it while it runs does not, unless the rule says so. What happens on the day of the start closes it too; the
 * event that closes it may start it again.
 */
const forwards = (rule: ClockRule, starts: readonly ClockEvent[], closings: readonly ClockEvent[]) => {
  let started: ClockEvent | undefined;
  let closed: ClockEvent | undefined;
  /** What closed the course before this one closes no second one. */
  let spent: ClockEvent | undefined;
  for (const start of starts) {
    const runs: boolean = started !== undefined && (closed === undefined || start.on < closed.on);
    if (runs && !rule.restarts) continue;
    if (!runs) spent = closed;
    started = start;
    closed = closings.find(({ id, on }) => id !== start.id && id !== spent?.id && on >= start.on);
  }
  return started && courseOf(rule, started, closed);
};

/** Backwards: from the last day that is known, met by what happened since the one before, in the year before it. */
const backwards = (rule: ClockRule, starts: readonly ClockEvent[], closings: readonly ClockEvent[]) => {
  const start = starts.at(-1);
  if (start === undefined) return undefined;
  const yearBefore = monthsAfter(start.on, -12) ?? start.on;
  const before = starts.findLast(({ on }) => on < start.on && on > yearBefore)?.on ?? yearBefore;
  return courseOf(
    rule,
    start,
    closings.find(({ id, on }) => id !== start.id && on > before),
  );
};

/** The day on which somebody is so old. Born on 29 February, on 1 March of a common year. */
const birthday = (born: IsoDate, age: number): IsoDate => {
  const day = monthsAfter(born, age * 12) ?? born;
  return ageOn(born, day) === age ? day : (daysAfter(day, 1) ?? day);
};

/** Somebody has outgrown it: it does not start any more, and ends. */
const untilGrown = (course: Course, grown: IsoDate, today: IsoDate): Course => {
  if ((course.metOn ?? course.endedOn ?? today) < grown) return course;
  const { metOn: _met, ...rest } = course;
  return { ...rest, endedOn: grown };
};

const lastOf = (rule: ClockRule, starts: readonly ClockEvent[], closings: readonly ClockEvent[]): Course[] => {
  const course = (rule.countedBack ? backwards : forwards)(rule, starts, closings);
  return course === undefined ? [] : [course];
};

const keyOf = ({ about = '' }: ClockEvent): string => searchKey(about);

/** What closes it without saying about what closes all; what is about something that nobody was asked about closes the one that says nothing. */
const lastOfEach = (rule: ClockRule, starts: readonly ClockEvent[], closings: readonly ClockEvent[]): Course[] => {
  const asked = Map.groupBy(starts, keyOf);
  return [...asked].flatMap(([key, mine]) => {
    const closing = closings.filter((event) => {
      const other = keyOf(event);
      return other === '' || other === key || (key === '' && !asked.has(other));
    });
    const about = mine.at(-1)?.about;
    return lastOf(rule, mine, closing).map((course) => (about === undefined ? course : { ...course, about }));
  });
};

/**
 * How a clock ran last, on `today`: once, or once for each thing that its events are about. Closing events of a later day have not happened yet.
 */
export const coursesOf = (rule: ClockRule, { events, born }: ClockFacts, today: IsoDate): Course[] => {
  const { underAge } = rule;
  if (underAge !== undefined && born === undefined) return [];
  const grown = underAge === undefined || born === undefined ? undefined : birthday(born, underAge);
  const inOrder = byDay(events);
  const starts = inOrder.filter(({ name, on }) => rule.from.includes(name) && (grown === undefined || on < grown));
  const closings = inOrder.filter((event) => closes(rule, event) && event.on <= today);
  const courses = (rule.each ? lastOfEach : lastOf)(rule, starts, closings);
  return grown === undefined ? courses : courses.map((course) => untilGrown(course, grown, today));
};
