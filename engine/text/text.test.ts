import { expect, test } from 'vitest';
import { lastBefore, weekdayOf } from './calendar.ts';
import {
  addDuration,
  fill,
  formatAge,
  formatBytes,
  formatDate,
  formatDateTime,
  formatMoney,
  isRealDate,
  lookUp,
  plural,
  segments,
  unbroken,
} from './index.ts';

test('dates and times are shown on the council’s clocks, summer and winter', () => {
  expect(formatDate('2022-02-04')).toBe('04-Feb-2022');
  expect(formatDateTime('2021-07-14T09:57:00Z', 'Europe/London')).toBe('14-Jul-2021 10:57');
  expect(formatDateTime('2021-12-31T23:59:59Z', 'Europe/London')).toBe('31-Dec-2021 23:59');
  expect(formatDateTime('2021-07-14T23:30:00Z', 'Europe/London')).toBe('15-Jul-2021 00:30');
});

test('a title is not broken inside a short piece in brackets, nor between a number and its word', () => {
  const lines = (title: string): string[] => unbroken(title).split(' ');
  expect(lines('Advice (part 1)')).toEqual(['Advice', '(part\u00a01)']);
  expect(lines('For those of 25 years, as in part 12')).toEqual([
    'For',
    'those',
    'of',
    '25\u00a0years,',
    'as',
    'in',
    'part\u00a012',
  ]);
  expect(unbroken('A note (which is far too long for one piece)')).toBe('A note (which is far too long for one piece)');
});

test('what is not a date is shown as it is', () => {
  expect([formatDate('soon'), formatDate('2021-02-30'), formatDateTime('soon', 'Europe/London')]).toEqual([
    'soon',
    '2021-02-30',
    'soon',
  ]);
});

test('a calendar knows its leap years', () => {
  expect(['2024-02-29', '2000-02-29', '2023-02-29', '1900-02-29'].map(isRealDate)).toEqual([true, true, false, false]);
});

test('the start of a year that has just begun', () => {
  expect(lastBefore('08-31', '2026-08-31')).toBe('2025-08-31');
  expect(lastBefore('08-31', '2026-09-01')).toBe('2026-08-31');
  expect(lastBefore('02-29', '2026-01-01')).toBe('2024-02-29');
});

test('durations count calendar days over months, years and leap days', () => {
  expect(addDuration('2024-02-28', 'P2D')).toBe('2024-03-01');
  expect(addDuration('2026-12-28', 'P6W')).toBe('2027-02-08');
  expect(() => addDuration('2026-12-28', 'P1M')).toThrow('Not a date and a duration');
});

test('a week begins on Monday', () => {
  expect(['2026-11-23', '2026-11-29', '1969-12-29'].map(weekdayOf)).toEqual([1, 7, 1]);
});

test('sizes, money, ages and counts as people write them', () => {
  expect([1, 999, 15_728_640, 1_258_291, 1_048_575].map(formatBytes)).toEqual([
    '1 byte',
    '999 bytes',
    '15 MB',
    '1.2 MB',
    '1 MB',
  ]);
  expect([6000, 1234.5, 0].map(formatMoney)).toEqual(['£6,000', '£1,234.50', '£0']);
  expect([59, 12, 0, 1].map(formatAge)).toEqual(['4 years 11 months', '1 year', '0 months', '1 month']);
  expect([plural(1, 'row'), plural(2000, 'row'), plural(2, 'child', 'children')]).toEqual([
    '1 row',
    '2,000 rows',
    '2 children',
  ]);
});

test('only https and settings become links; the rest stays words', () => {
  expect(segments('See [the guide](setting:guide), [law](https://law.example.org/a).')).toEqual([
    { kind: 'words', words: 'See ' },
    { kind: 'setting', words: 'the guide', setting: 'guide' },
    { kind: 'words', words: ', ' },
    { kind: 'link', words: 'law', href: 'https://law.example.org/a' },
    { kind: 'words', words: '.' },
  ]);
  const risky = '[press](javascript:alert(1)) [here](http://example.org)';
  expect(segments(risky)).toEqual([{ kind: 'words', words: risky }]);
});

test('a text missing in a language is shown in English, and a name without a value stays visible', () => {
  const text = lookUp({ en: { a: 'Hello {name}', b: 'Bye' }, cy: { a: 'Helo {name}' } }, 'cy');
  expect([text('a', { name: 'Sam' }), text('b'), text('toString')]).toEqual(['Helo Sam', 'Bye', undefined]);
  expect(fill('{constructor} {name}', {})).toBe('{constructor} {name}');
});
