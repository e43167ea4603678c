import { expect, test } from 'vitest';
import { dayOf, daysLeft } from './days-left.ts';

const zone = 'Europe/London';

test('days are counted by the calendar of the council, not by hours', () => {
  expect(daysLeft('2026-12-24T08:00:00Z', '2026-11-24', zone)).toEqual({ words: '30 days left', soon: false });
  expect(daysLeft('2026-07-14T23:30:00Z', '2026-07-14', zone)).toEqual({ words: '1 day left', soon: true });
  expect(daysLeft('2026-07-14T22:30:00Z', '2026-07-14', zone)).toEqual({ words: 'Last day', soon: true });
  expect(daysLeft('2026-07-21T12:00:00Z', '2026-07-14', zone).soon).toBe(true);
  expect(daysLeft('2026-07-22T12:00:00Z', '2026-07-14', zone).soon).toBe(false);
});

test('an instant late in the evening belongs to the day that people live in', () => {
  expect(dayOf('2026-07-14T23:30:00Z', zone)).toBe('15-Jul-2026');
});
