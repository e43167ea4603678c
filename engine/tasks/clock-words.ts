import { formatDate } from '../text/date.ts';
import { plural } from '../text/number.ts';
import type { ClockRule } from './clock-rule.ts';
import type { DayKind } from './days.ts';
import type { ClockStanding } from './clock-standing.ts';

const units: Record<DayKind, [one: string, many: string]> = {
  calendar: ['day', 'days'],
  working: ['working day', 'working days'],
  term: ['day in term', 'days in term'],
};

const exceptedWords = ({ left, exception }: ClockStanding, count: string): string => {
  const target = exception?.target === undefined ? '' : `, own target ${formatDate(exception.target)}`;
  return `${left === 0 ? 'over' : `${count} over`}, with an exception${target}`;
};

const metWords = ({ left, metOn = '', due }: ClockStanding, count: string): string => {
  const met = `met on ${formatDate(metOn)}`;
  if (metOn <= due) return met;
  return left === 0 ? `${met}, late` : `${met}, ${count} late`;
};

/**
 * Where a clock stands in one phrase: lateness is never told by colour alone. Past the last day by days that are not counted, such as those of a
 * weekend, it tells no number.
 */
export const clockWords = (
  { days = 'calendar', notBefore, held: hold }: ClockRule,
  standing: ClockStanding,
): string => {
  const { state, left, metOn, held } = standing;
  const count = plural(Math.abs(left), ...units[days]);
  const done = metOn === undefined ? '' : formatDate(metOn);
  switch (state) {
    case 'met':
      if (notBefore) return `done on ${done}, when the time was over`;
      return metWords(standing, count);
    case 'early':
      return held ? `done on ${done}, too soon` : `done on ${done}, ${plural(left + 1, ...units[days])} too soon`;
    case 'ended':
      return 'ended';
    case 'over':
      return left === 0 ? 'the time is over' : `the time was over ${count} ago`;
    case 'waiting':
      if (held) return hold?.words ?? 'no last day yet';
      return left === 0 ? 'last day of the time given' : `${count} left of the time given`;
    case 'excepted':
      return exceptedWords(standing, count);
    case 'late':
      return left === 0 ? 'late' : `${count} late`;
    case 'running':
    case 'soon':
      return left === 0 ? 'due today' : `${count} left`;
  }
};
