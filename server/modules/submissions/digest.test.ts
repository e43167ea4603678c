import { expect, test } from 'vitest';
import { digestOf } from './digest.ts';

test('the order in which answers were given does not matter, their content does', () => {
  expect(digestOf({ a: 1, b: [{ c: 'ł', d: null }] })).toBe(digestOf({ b: [{ d: null, c: 'ł' }], a: 1 }));
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: '1' }));
  expect(digestOf({ a: ['x', 'y'] })).not.toBe(digestOf({ a: ['y', 'x'] }));
});
