import { expect, test } from 'vitest';
import { withDates, workDayFrom, yearsBetween, yearsLater } from './days.ts';

test('days counted from today fall on working days of the week, wherever they stand', () => {
  expect([-2, -1, 0, 1].map((days) => workDayFrom('2026-11-23', days))).toEqual([
    '2026-11-20',
    '2026-11-20',
    '2026-11-23',
    '2026-11-24',
  ]);
  expect(withDates({ at: '+1d', rows: [{ on: '-7d' }], word: '+1d later', count: 3 }, '2026-11-23')).toEqual({
    at: '2026-11-24',
    rows: [{ on: '2026-11-16' }],
    word: '+1d later',
    count: 3,
  });
});

test('people grow older when a year begins, not on every day', () => {
  expect(yearsBetween('2026-11-24', '2027-08-31', '09-01')).toBe(0);
  expect(yearsBetween('2026-11-24', '2027-09-01', '09-01')).toBe(1);
  expect(yearsBetween('2026-11-24', '2026-08-31', '09-01')).toBe(-1);
  expect([yearsLater('2016-02-29', 1), yearsLater('2016-02-29', 4)]).toEqual(['2017-02-28', '2020-02-29']);
});
