import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../engine/json.ts';
import { changesBetween, withChanges } from './changes.ts';
import { baseAfter, merge, settle } from './conflict.ts';

const base = { name: 'Ada', town: 'Hull', age: 7 };

test('what only one side changed is taken without asking', () => {
  const merged = merge(base, { ...base, name: 'Ada B' }, { ...base, town: 'Leeds' });
  expect(merged).toEqual({ answers: { name: 'Ada B', town: 'Leeds', age: 7 }, conflicts: [] });
});

test('the same change on both sides is no conflict (a save whose reply was lost)', () => {
  expect(merge(base, { ...base, age: 8 }, { ...base, age: 8 }).conflicts).toEqual([]);
});

test('what a save whose reply was lost brought over is nobody else’s, whatever was typed since', () => {
  const theirs = { ...base, age: 8, town: 'Leeds' };
  const from = baseAfter(base, theirs, [{ ...base, age: 8 }]);
  expect(from).toEqual({ ...base, age: 8 });
  expect(merge(from, { ...base, age: 9 }, theirs)).toEqual({ answers: { ...theirs, age: 9 }, conflicts: [] });
  expect(merge(from, base, theirs)).toEqual({ answers: { ...theirs, age: 7 }, conflicts: [] });
  const cleared = { name: 'Ada', town: 'Hull' };
  expect(baseAfter(base, cleared, [cleared])).toEqual(cleared);
});

test('a question answered differently on both sides is asked about, and the choice is kept', () => {
  const merged = merge(base, { name: 'Mine', town: 'Hull' }, { ...base, name: 'Theirs', age: 9 });
  expect(merged.conflicts).toEqual([
    { key: 'name', mine: 'Mine', theirs: 'Theirs' },
    { key: 'age', mine: undefined, theirs: 9 },
  ]);
  expect(settle(merged, new Set(['name']))).toEqual({ name: 'Mine', town: 'Hull', age: 9 });
  expect(settle(merged, new Set(['name', 'age']))).toEqual({ name: 'Mine', town: 'Hull' });
  expect(settle(merged, new Set())).toEqual({ ...base, name: 'Theirs', age: 9 });
});

const answers = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.oneof(fc.string(), fc.array(fc.integer())),
) as fc.Arbitrary<JsonObject>;

test('keeping mine everywhere makes every change of mine stand and loses no other change of theirs', () => {
  fc.assert(
    fc.property(answers, answers, answers, (from, mine, theirs) => {
      const merged = merge(from, mine, theirs);
      const all = settle(merged, new Set(merged.conflicts.map(({ key }) => key)));
      expect(all).toEqual(withChanges(theirs, changesBetween(from, mine)));
    }),
  );
});

test('making the changes gives the target, and equal answers give no change', () => {
  fc.assert(
    fc.property(answers, answers, (from, to) => {
      expect(withChanges(from, changesBetween(from, to))).toEqual(to);
      expect(changesBetween(to, structuredClone(to))).toEqual({ set: {}, unset: [] });
    }),
  );
});
