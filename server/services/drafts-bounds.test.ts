import { expect, test } from 'vitest';
import { deeperThan } from './drafts-bounds.ts';

test('depth is counted without recursion, so a very deep body cannot break the server', () => {
  expect(deeperThan({ a: [{ b: 1 }] }, 3)).toBe(false);
  expect(deeperThan({ a: [{ b: 1 }] }, 2)).toBe(true);
  expect(deeperThan('text', 0)).toBe(false);
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(deeperThan(deep, 16)).toBe(true);
});
