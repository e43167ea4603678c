import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween } from '../text/calendar.ts';
import { daysAfter } from '../text/ahead.ts';
import { dueFrom, readClock, type ClockPause, type TimeLimit } from './clock.ts';
import { firstDayFrom, lastDayBy, type WorkCalendar } from './days.ts';
import { dueStatus } from './due.ts';
import { remindersFor, sendOn } from './reminders.ts';

const calendar: WorkCalendar = {
  holidays: ['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25'],
  terms: [
    { from: '2026-01-05', to: '2026-03-27' },
    { from: '2026-04-13', to: '2026-07-21' },
  ],
};

test.each<[string, string, TimeLimit, string]>([
  ['weeks', '2026-01-14', { length: 'P6W' }, '2026-02-25'],
  ['twenty weeks, over a leap day', '2024-01-15', { length: 'P20W' }, '2024-06-03'],
  ['days', '2026-03-30', { length: 'P15D' }, '2026-04-14'],
  ['days of which the first is day 1', '2026-03-30', { length: 'P15D', firstDayCounts: true }, '2026-04-13'],
  ['months, to the last day there is', '2026-12-31', { length: 'P2M' }, '2027-02-28'],
  ['working days, over a weekend and two holidays', '2026-04-02', { length: 'P3D', days: 'working' }, '2026-04-09'],
  ['working days, begun on a Saturday', '2026-04-11', { length: 'P1D', days: 'working' }, '2026-04-13'],
  ['days of term, over what lies between', '2026-03-26', { length: 'P2D', days: 'term' }, '2026-04-13'],
])('a limit of %s', (_, start, limit, due) => {
  expect(dueFrom(start, limit, calendar)).toBe(due);
});

test('a limit of no known length is refused, and where the calendar ends nothing is made up', () => {
  expect(() => dueFrom('2026-01-05', { length: 'P1Y' }, calendar)).toThrow('P1Y');
  expect(() => dueFrom('2026-01-05', { length: 'P2M', days: 'working' }, calendar)).toThrow('P2M');
  expect(dueFrom('2026-07-20', { length: 'P2D', days: 'term' }, calendar)).toBeUndefined();
  expect(dueFrom('2026-02-30', { length: 'P2D' }, calendar)).toBeUndefined();
});

const sixWeeks: TimeLimit = { length: 'P6W', pausable: true };

test('a clock tells the days gone and left, and lateness in words', () => {
  const on = (today: string) => readClock(sixWeeks, '2026-01-14', today, calendar);
  expect(on('2026-01-14')).toMatchObject({ due: '2026-02-25', gone: 0, left: 42, status: { words: '42 days left' } });
  expect(on('2026-02-22')).toMatchObject({ gone: 39, left: 3, status: { state: 'due-soon', words: '3 days left' } });
  expect(on('2026-03-02')).toMatchObject({ gone: 47, left: -5, status: { state: 'overdue', words: '5 days overdue' } });
  expect(on('2026-01-01')).toMatchObject({ due: '2026-02-25', gone: 0, left: 42 });
});

test('an exception stops a clock that can be stopped, both days included, and overlapping ones stop it once', () => {
  const pauses: ClockPause[] = [
    { from: '2026-01-20', to: '2026-01-26', reason: 'Away' },
    { from: '2026-01-24', to: '2026-01-29', reason: 'Ill' },
  ];
  expect(dueFrom('2026-01-14', sixWeeks, calendar, pauses)).toBe('2026-03-07');
  expect(dueFrom('2026-01-14', { ...sixWeeks, pausable: false }, calendar, pauses)).toBe('2026-02-25');
  expect(readClock(sixWeeks, '2026-01-14', '2026-01-22', calendar, pauses)).toMatchObject({
    gone: 5,
    left: 37,
    paused: 'Away',
    status: { words: 'stopped with 37 days left: Away' },
  });
  expect(readClock(sixWeeks, '2026-01-14', '2026-01-30', calendar, pauses)).toMatchObject({ gone: 6, left: 36 });
  expect(readClock(sixWeeks, '2026-01-14', '2026-01-30', calendar, pauses)).not.toHaveProperty('paused');
});

test('while an exception has no end, the due date moves on day by day', () => {
  const pauses: ClockPause[] = [{ from: '2026-02-01', reason: 'Away' }];
  const on = (today: string) => readClock(sixWeeks, '2026-01-14', today, calendar, pauses);
  expect(on('2026-02-01')).toMatchObject({ due: '2026-02-26', left: 25, paused: 'Away' });
  expect(on('2026-02-10')).toMatchObject({ due: '2026-03-07', left: 25, paused: 'Away' });
});

const someDay = fc.integer({ min: 0, max: 400 }).map((days) => daysAfter('2026-01-01', days) ?? '');
const somePauses = fc.array(
  fc
    .tuple(someDay, fc.integer({ min: 0, max: 40 }))
    .map(([from, days]) => ({ from, to: daysAfter(from, days) ?? from, reason: 'Away' })),
  { maxLength: 3 },
);
const someLimit: fc.Arbitrary<TimeLimit> = fc.record({
  length: fc.integer({ min: 1, max: 60 }).map((days) => `P${days}D`),
  days: fc.constantFrom('calendar', 'working'),
  firstDayCounts: fc.boolean(),
  pausable: fc.constant(true),
});

test('on its last day nothing is left, on the day before something, and what is gone and left is the whole', () => {
  fc.assert(
    fc.property(someDay, someLimit, somePauses, someDay, (start, limit, pauses, today) => {
      const due = dueFrom(start, limit, calendar, pauses) ?? '';
      const left = (day: string) => readClock(limit, start, day, calendar, pauses)?.left;
      expect(left(due)).toBe(0);
      expect(left(daysAfter(due, -1) ?? '')).toBe(1);
      const reading = readClock(limit, start, today, calendar, pauses);
      expect(`P${(reading?.gone ?? 0) + (reading?.left ?? 0)}D`).toBe(limit.length);
      expect(reading?.due).toBe(due);
    }),
    { numRuns: 200 },
  );
});

test('an exception never brings a due date nearer, and moves a calendar one by no more than it lasts', () => {
  fc.assert(
    fc.property(someDay, somePauses, (start, pauses) => {
      const plain = dueFrom(start, sixWeeks, calendar) ?? '';
      const moved = daysBetween(plain, dueFrom(start, sixWeeks, calendar, pauses) ?? '') ?? NaN;
      const longest = pauses.reduce((sum, { from, to }) => sum + (daysBetween(from, to) ?? 0) + 1, 0);
      expect(moved).toBeGreaterThanOrEqual(0);
      expect(moved).toBeLessThanOrEqual(longest);
    }),
    { numRuns: 200 },
  );
});

test('days to send and to meet on are those that are worked', () => {
  expect(sendOn('2026-06-03', 'P8W', 'term', calendar)).toBe('2026-03-27');
  expect(sendOn('2026-06-03', 'P8W', 'calendar', calendar)).toBe('2026-04-08');
  expect(sendOn('2026-03-31', 'P1M', 'working', calendar)).toBe('2026-02-27');
  expect(() => sendOn('2026-06-03', 'PT8H', 'term', calendar)).toThrow('PT8H');
  expect(firstDayFrom('working', '2026-04-03', calendar)).toBe('2026-04-07');
  expect(lastDayBy('working', '2026-04-06', calendar)).toBe('2026-04-02');
  expect(lastDayBy('term', '2026-01-04', calendar)).toBeUndefined();
});

test.each([
  ['2026-06-20', '2026-06-10', 'due', 10, '10 days left'],
  ['2026-06-17', '2026-06-10', 'due-soon', 7, '7 days left'],
  ['2026-06-11', '2026-06-10', 'due-soon', 1, '1 day left'],
  ['2026-06-10', '2026-06-10', 'due-soon', 0, 'due today'],
  ['2026-06-09', '2026-06-10', 'overdue', -1, '1 day overdue'],
  [null, '2026-06-10', 'due', 0, 'no due date'],
])('due on %s, seen on %s: %s', (dueOn, today, state, days, words) => {
  expect(dueStatus(dueOn, today)).toEqual({ state, days, words });
});

test('what is done is neither due nor late for ever', () => {
  expect(dueStatus('2026-06-10', '2026-08-01', '2026-06-08')).toEqual({
    state: 'done',
    days: 2,
    words: 'done on 08-Jun-2026',
  });
  expect(dueStatus('2026-06-10', '2026-08-01', '2026-06-12').words).toBe('done on 12-Jun-2026, 2 days late');
  expect(dueStatus(null, '2026-08-01', '2026-06-12').words).toBe('done on 12-Jun-2026');
});

test('reminders go out a week before, a day before and a day after, but none that lies before the task', () => {
  expect(remindersFor('2026-03-02')).toEqual([
    { kind: 'week', on: '2026-02-23' },
    { kind: 'day', on: '2026-03-01' },
    { kind: 'overdue', on: '2026-03-03' },
  ]);
  expect(remindersFor('2026-03-02', '2026-02-25').map(({ kind }) => kind)).toEqual(['day', 'overdue']);
});
