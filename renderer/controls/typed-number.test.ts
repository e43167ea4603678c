import { expect, test } from 'vitest';
import { readNumber, showNumber } from './typed-number.ts';

test.each([
  ['12', 12],
  [' 1,200.50 ', 1200.5],
  ['£60', 60],
  ['-3', -3],
  ['.5', 0.5],
  ['', undefined],
  ['  ', undefined],
  ['about 20', 'about 20'],
  ['1-2', '1-2'],
])('%j is read as %j', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test('what is not a number is shown as it was typed', () => {
  expect(showNumber(readNumber('about 20'))).toBe('about 20');
  expect(showNumber(undefined)).toBe('');
});
