/** The steps of all stories in the order in which they happened. */
import { dayFrom, workDayFrom } from './days.ts';
import type { DemoCase, Demonstration } from './demonstration.ts';
import type { Step } from './steps.ts';

/** A case that begins, or a step in it. */
export interface TimelineEvent {
  on: string;
  /** Place of the case in its file, from 0. */
  number: number;
  case: DemoCase;
  /** Absent: the case is made. */
  step?: Step;
}

/** Days of the step are counted from `today`. Rejects a story that there is not. */
export const timelineOf = ({ cases, stories }: Demonstration, today: string): TimelineEvent[] =>
  cases
    .flatMap((about, number): TimelineEvent[] => {
      const steps = stories[about.story];
      if (steps === undefined) throw new Error(`There is no story “${about.story}”`);
      const dated = steps.map((step): TimelineEvent => {
        const on = workDayFrom(today, step.day - (about.earlier ?? 0));
        return { on, number, case: about, step };
      });
      const first = dated.reduce((least, { on }) => (on < least ? on : least), dayFrom(today, -1));
      return [{ on: first, number, case: about }, ...dated];
    })
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.number - other.number));
