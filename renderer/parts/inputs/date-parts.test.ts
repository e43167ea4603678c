import { expect, test } from 'vitest';
import { dateOf, partsOf, wholeDate } from './date-parts.ts';

test('a whole date goes in and out', () => {
  expect(dateOf({ day: '5', month: '1', year: '2013' })).toBe('2013-01-05');
  expect(partsOf('2013-01-05')).toEqual({ day: '5', month: '1', year: '2013' });
});

test('a month may be a name', () => {
  expect(dateOf({ day: '5', month: 'Jan', year: '2013' })).toBe('2013-01-05');
  expect(dateOf({ day: '25', month: 'december', year: '2013' })).toBe('2013-12-25');
});

test.each([
  { day: '5', month: '', year: '' },
  { day: '', month: '', year: '13' },
  { day: '31', month: '13', year: '2013' },
  { day: 'x', month: '2', year: '2013' },
])('what is not a date yet is kept as it was typed: $day/$month/$year', (parts) => {
  expect(partsOf(dateOf(parts) ?? '')).toEqual(parts);
});

test('three empty boxes are no answer', () => {
  expect(dateOf({ day: ' ', month: '', year: '' })).toBeUndefined();
});

test.each([
  '05/01/2013',
  '5.1.2013',
  '2013-01-05',
  '5 January 2013',
  '05-Jan-2013',
  '5th January 2013',
  '5th of January, 2013',
  'Saturday 5th January 2013',
  'Sat, 5 Jan 2013',
  '05–01–2013',
  '\u200e05/01/2013\u202c',
  '5\u00a0January\u00a02013',
])('%s in one box fills all boxes', (text) => {
  expect(wholeDate(text)).toEqual({ day: '5', month: '1', year: '2013' });
});

test.each(['1st', '2nd', '3rd', '22nd'])('%s is a day', (day) => {
  expect(wholeDate(`${day} March 2013`)).toEqual({ day: day.replace(/\D+/, ''), month: '3', year: '2013' });
});

test.each(['05', '5 January', '05/01/13', '5/1/201', 'January 2013'])('%s alone is not taken for a date', (text) => {
  expect(wholeDate(text)).toBeUndefined();
});
