import { formatDate, plural } from '../../../../engine/index.ts';
import type { DayKind } from '../../../../engine/index.ts';
import type { ClockReading } from '../../../../wire/case.ts';

const units: Record<DayKind, [one: string, many: string]> = {
  calendar: ['day', 'days'],
  working: ['working day', 'working days'],
  term: ['day in term', 'days in term'],
};

/** A reading in one phrase: lateness is never told by colour alone. */
export const clockWords = (
  state: ClockReading['state'],
  daysLeft: number,
  kind: DayKind,
  metOn: string | undefined,
): string => {
  const count = plural(Math.abs(daysLeft), ...units[kind]);
  const isLate = daysLeft < 0;
  if (metOn !== undefined) return `met on ${formatDate(metOn)}${isLate ? `, ${count} late` : ''}`;
  if (state === 'stopped') return isLate ? `stopped, ${count} late` : `stopped with ${count} left`;
  if (isLate || state === 'late') return `${count} late`;
  return daysLeft === 0 ? 'due today' : `${count} left`;
};
