import { expect, test } from 'vitest';
import type { JsonObject } from '../../../engine/json.ts';
import { unsentFrom, sidesOf, together } from './unsent-store.ts';

const held = (before: JsonObject, after: JsonObject, at: string) =>
  unsentFrom(
    { answers: before, pages: {}, lastPage: 'one' },
    { answers: after, pages: { [at]: 'visited' }, lastPage: at },
    at,
  );

test('words of two windows come back together, the later ones where both wrote', () => {
  const stored = { name: 'Ada', town: 'Hull', age: 7 };
  const one = held(stored, { name: 'One', town: 'Leeds', age: 7 }, '1');
  const two = held(stored, { name: 'Two', age: 7, note: 'New' }, '2');
  const both = together(one, two);
  expect(sidesOf(both)).toEqual({
    base: { name: 'Ada', town: 'Hull' },
    mine: { name: 'Two', note: 'New' },
  });
  expect(both.pages).toEqual({ 1: 'visited', 2: 'visited' });
});
