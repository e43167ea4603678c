import { expect, test } from 'vitest';
import { countText } from './count-text.ts';

test('the count is silent while there is plenty of room', () => {
  expect(countText(799, 1000)).toBeUndefined();
  expect(countText(800, 1000)).toBe('200 characters left');
});

test('one is one, and too many is said as such', () => {
  expect(countText(999, 1000)).toBe('1 character left');
  expect(countText(1000, 1000)).toBe('0 characters left');
  expect(countText(3200, 2000)).toBe('1,200 characters too many');
});
