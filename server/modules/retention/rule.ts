/** How long a record is kept, in whole years, and what that comes to. Days are ISO dates. */
import { parseDate } from '../../../engine/index.ts';

/** Both given: whichever is later. */
export interface KeepRule {
  /** After the last thing that happened to it. */
  years?: number;
  /** Until whom it is about has this age. */
  untilAge?: number;
}

/** The same day so many years later; 1 March for 29 February in a common year. */
export const yearsAfter = (day: string, years: number): string => {
  const { year, month, day: date } = parseDate(day) ?? { year: 9999, month: 12, day: 31 };
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
};

/**
 * The first day on which it may go. Of somebody whose date of birth is not known the age is counted from `from`, which is later than it can be.
 */
export const keptUntil = ({ years, untilAge }: KeepRule, from: string, bornOn: string | undefined): string => {
  const ends = [
    ...(years === undefined ? [] : [yearsAfter(from, years)]),
    ...(untilAge === undefined ? [] : [yearsAfter(bornOn ?? from, untilAge)]),
  ];
  return ends.toSorted().at(-1) ?? never;
};

/** The day of what no rule ends. */
export const never = '9999-12-31';

const counted = (years: number): string => `${years} ${years === 1 ? 'year' : 'years'}`;

/** `6 years, at least until the age of 31`. */
export const ruleWords = ({ years, untilAge }: KeepRule): string =>
  [
    ...(years === undefined ? [] : [counted(years)]),
    ...(untilAge === undefined ? [] : [`${years === undefined ? '' : 'at least '}until the age of ${untilAge}`]),
  ].join(', ');
