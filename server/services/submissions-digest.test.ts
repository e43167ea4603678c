import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { JsonObject } from '../../engine/json.ts';
import { canonicalJson, digestOf } from './submissions-digest.ts';

test('the order in which answers were given does not matter, their content does', () => {
  expect(digestOf({ a: 1, b: [{ c: 'ł', d: null }] })).toBe(digestOf({ b: [{ d: null, c: 'ł' }], a: 1 }));
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: '1' }));
  expect(digestOf({ a: ['x', 'y'] })).not.toBe(digestOf({ a: ['y', 'x'] }));
});

test('canonical JSON reads back as what it was', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as JsonObject;
      expect(JSON.parse(canonicalJson(json))).toEqual(json);
    }),
  );
});
