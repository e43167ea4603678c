import { formatDate, plural } from '../../engine/index.ts';
import type { ClockReading } from '../../wire/case.ts';

/** A reading in one phrase: lateness is never told by colour alone. */
export const clockWords = (state: ClockReading['state'], daysLeft: number, metOn: string | undefined): string => {
  const late = `${plural(-daysLeft, 'day')} late`;
  if (metOn !== undefined) return `met on ${formatDate(metOn)}${daysLeft < 0 ? `, ${late}` : ''}`;
  if (state === 'stopped') return daysLeft < 0 ? `stopped, ${late}` : `stopped, with ${plural(daysLeft, 'day')} left`;
  if (daysLeft < 0) return late;
  return daysLeft === 0 ? 'due today' : `${plural(daysLeft, 'day')} left`;
};
