import { expect, test } from 'vitest';
import { dateOf, partsOf, pastedDate } from './date-parts.ts';

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

test.each(['05/01/2013', '5.1.2013', '2013-01-05', '5 January 2013', '05-Jan-2013'])(
  '%s pasted fills all boxes',
  (text) => {
    expect(pastedDate(text)).toEqual({ day: '5', month: '1', year: '2013' });
  },
);

test('a pasted day alone is not taken for a date', () => {
  expect(pastedDate('05')).toBeUndefined();
});
