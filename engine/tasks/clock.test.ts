import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter } from '../text/ahead.ts';
import { daysCounted, dueFrom, movedOver, type TimeLimit } from './clock.ts';
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

const england: WorkCalendar = {
  holidays: ['2025-12-25', '2025-12-26', '2026-01-01', '2026-08-31', '2026-12-25', '2026-12-28', '2027-01-01'],
  terms: [],
};
const transfer: TimeLimit = { length: '--02-15', before: true, yearBegins: '--09-01' };

test.each<[string, string, TimeLimit, string]>([
  ['six weeks over the new year', '2025-12-01', { length: 'P6W' }, '2026-01-12'],
  ['sixteen weeks over a leap day', '2027-12-20', { length: 'P16W' }, '2028-04-10'],
  ['twenty weeks', '2026-07-10', { length: 'P20W' }, '2026-11-27'],
  ['working days over Christmas', '2026-12-23', { length: 'P5D', days: 'working' }, '2027-01-04'],
  [
    '15 working days beginning with the day',
    '2026-12-14',
    { length: 'P15D', days: 'working', firstDayCounts: true },
    '2027-01-06',
  ],
  ['12 months starting with a day', '2025-09-01', { length: 'P12M', firstDayCounts: true }, '2026-08-31'],
  ['12 months starting with 1 March', '2025-03-01', { length: 'P12M', firstDayCounts: true }, '2026-02-28'],
  ['the same before a leap day', '2027-03-01', { length: 'P12M', firstDayCounts: true }, '2028-02-29'],
  ['12 months starting with a leap day', '2024-02-29', { length: 'P12M', firstDayCounts: true }, '2025-02-28'],
  ['6 months starting with the last of August', '2026-08-31', { length: 'P6M', firstDayCounts: true }, '2027-02-28'],
  ['48 weeks', '2025-03-01', { length: 'P48W' }, '2026-01-31'],
  ['two months from a decision', '2026-12-31', { length: 'P2M' }, '2027-02-28'],
  ['before 15 February, noted in autumn', '2025-11-03', transfer, '2026-02-14'],
  ['before 15 February, noted on that day', '2026-02-15', transfer, '2026-02-14'],
  ['before 15 February, noted too late', '2026-07-20', transfer, '2026-02-14'],
  ['before 15 February, noted on the first day of the year', '2026-09-01', transfer, '2027-02-14'],
  ['before 31 March', '2026-03-31', { ...transfer, length: '--03-31' }, '2026-03-30'],
  ['the next 15 February', '2026-02-15', { length: '--02-15' }, '2027-02-15'],
  ['the next leap day, in a common year', '2026-02-01', { length: '--02-29' }, '2026-02-28'],
  ['five months before', '2026-09-01', { length: 'P5M', countedBack: true }, '2026-04-01'],
  ['five months before the last of a month', '2026-07-31', { length: 'P5M', countedBack: true }, '2026-02-28'],
  ['two weeks before', '2026-05-20', { length: 'P2W', countedBack: true }, '2026-05-06'],
  ['two working days before', '2026-12-29', { length: 'P2D', days: 'working', countedBack: true }, '2026-12-23'],
  ['on the day itself', '2026-05-20', { length: 'P0D', firstDayCounts: true }, '2026-05-20'],
])('the law’s days: %s', (_, start, limit, due) => {
  expect(dueFrom(start, limit, england)).toBe(due);
});

test('a day within a span of the year is moved to the day after it', () => {
  const spans = [
    { from: '--12-25', to: '--01-01' },
    { from: '--08-01', to: '--08-31' },
  ];
  expect(
    ['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01', '2027-01-02'].map((day) => movedOver(day, spans)),
  ).toEqual(['2026-12-24', '2027-01-02', '2027-01-02', '2027-01-02', '2027-01-02']);
  expect(['2026-07-31', '2026-08-01', '2026-08-31', '2026-09-01'].map((day) => movedOver(day, spans))).toEqual([
    '2026-07-31',
    '2026-09-01',
    '2026-09-01',
    '2026-09-01',
  ]);
});

const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => daysAfter('2026-01-01', days) ?? '');
const someLimit = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  days: fc.constantFrom('calendar' as const, 'working' as const),
  firstDayCounts: fc.boolean(),
});

/** One day after the other, by nothing that the engine uses. */
const stepped = (day: string, step: number): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
};
const worked = (day: string): boolean =>
  ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) && !england.holidays.includes(day);
const dayOf = (day: string): number => Number(day.slice(8));

const slowDays = (
  start: string,
  count: number,
  step: number,
  isCounted: (day: string) => boolean,
  firstCounts: boolean,
) => {
  let day = start;
  let left = firstCounts && isCounted(start) ? count - 1 : count;
  while (left > 0) {
    day = stepped(day, step);
    if (isCounted(day)) left -= 1;
  }
  return day;
};

/** A month that starts with a day is over before the same day of the next, or where that month has none with its end. */
const slowMonths = (start: string, months: number): string => {
  for (let [day, left] = [start, months]; ; day = stepped(day, 1)) {
    const next = stepped(day, 1);
    if (dayOf(next) === dayOf(start) || (dayOf(next) === 1 && dayOf(day) < dayOf(start))) left -= 1;
    if (left === 0) return day;
  }
};

test('days, counted forwards and backwards, are those of a count day by day', () => {
  fc.assert(
    fc.property(someDay, someLimit, fc.boolean(), (start, { count, days, firstDayCounts }, countedBack) => {
      const isCounted = days === 'working' ? worked : () => true;
      const slow = slowDays(start, count, countedBack ? -1 : 1, isCounted, firstDayCounts);
      expect(dueFrom(start, { length: `P${count}D`, days, firstDayCounts, countedBack }, england)).toBe(slow);
    }),
    { numRuns: 300 },
  );
});

test('months starting with a day are those of a count day by day, and a month from it is a day more where it can be', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 14 }), (start, months) => {
      const slow = slowMonths(start, months);
      expect(dueFrom(start, { length: `P${months}M`, firstDayCounts: true }, england)).toBe(slow);
      const from = dueFrom(start, { length: `P${months}M` }, england) ?? '';
      expect(from).toBe(dayOf(stepped(slow, 1)) === dayOf(start) ? stepped(slow, 1) : slow);
    }),
    { numRuns: 300 },
  );
});

test('the last day before a day of the year is the one day by day of the year that holds the event', () => {
  fc.assert(
    fc.property(someDay, (start) => {
      let begins = start;
      while (!begins.endsWith('-09-01')) begins = stepped(begins, -1);
      let day = begins;
      while (!day.endsWith('-02-15')) day = stepped(day, 1);
      expect(dueFrom(start, transfer, england)).toBe(stepped(day, -1));
    }),
    { numRuns: 200 },
  );
});

test('days between are those of a count day by day, negative backwards', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 120 }), (from, ahead) => {
      let [day, slow] = [from, 0];
      for (let more = 0; more < ahead; more += 1) {
        day = stepped(day, 1);
        if (worked(day)) slow += 1;
      }
      expect(daysCounted(from, day, 'working', england)).toBe(slow);
      expect(daysCounted(day, from, 'working', england)).toBe(0 - slow);
      expect(daysCounted(from, day, 'calendar', england)).toBe(ahead);
    }),
    { numRuns: 200 },
  );
});

test('where none is counted there are 0 days, backwards too', () => {
  expect(daysCounted('2026-06-14', '2026-06-13', 'working', england)).toBe(0);
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
