import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank } from '../answers/blank.ts';
import { isObject, valueAt, type JsonObject, type JsonValue, type Pointer } from '../json.ts';
import { answersTo, formOf, twoVersions, type Fields } from '../testing/random-forms.ts';
import { carriedTo, carry, type Carried } from './carry.ts';
import type { MigrationStep } from './migration.ts';

const leaves = (value: JsonValue): string[] => {
  if (isBlank(value)) return [];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isObject(value) ? Object.values(value).flatMap(leaves) : [String(value)];
};

test('every answer is carried or listed, whatever was edited', () => {
  const edited = twoVersions.chain(({ before, after, steps }) =>
    fc.record({
      before: fc.constant(before),
      after: fc.constant(after),
      steps: fc.constant(steps),
      answers: answersTo(before),
    }),
  );
  fc.assert(
    fc.property(edited, ({ before, after, steps, answers }) => {
      const carried = carry(formOf(before), formOf(after), answers, { from: '1.0.0', steps });
      const found = [...leaves(carried.answers), ...carried.unplaced.flatMap(({ value }) => leaves(value))];
      expect(found.sort()).toEqual(leaves(answers).sort());
    }),
    { numRuns: 1000 },
  );
});

/** The place of every answer that is not made of others; a list of choices is one. */
const placesIn = (value: JsonValue, at: Pointer = ''): Pointer[] => {
  if (isBlank(value)) return [];
  const isList = Array.isArray(value) && value.every((each) => typeof each !== 'object');
  if (typeof value !== 'object' || value === null || isList) return [at];
  return Object.entries(value).flatMap(([key, each]) => placesIn(each, `${at}/${key}`));
};

test('every answer is where the places say that it went, or is listed', () => {
  const edited = twoVersions.chain(({ before, after, steps }) =>
    fc.record({
      before: fc.constant(before),
      after: fc.constant(after),
      steps: fc.constant(steps),
      answers: answersTo(before),
    }),
  );
  let moved = 0;
  fc.assert(
    fc.property(edited, ({ before, after, steps, answers }) => {
      const [from, to, migration] = [formOf(before), formOf(after), { from: '1.0.0', steps }];
      const { answers: now, unplaced } = carry(from, to, answers, migration);
      const places = carriedTo(from, to, answers, now, migration);
      const listed = unplaced.flatMap(({ value }) => leaves(value));
      for (const place of placesIn(answers)) {
        const there = places(place).flatMap((each) => leaves(valueAt(now, each) ?? null));
        if (places(place).some((each) => each !== place)) moved += 1;
        for (const leaf of leaves(valueAt(answers, place) ?? null))
          expect([...there, ...listed].some((text) => text.includes(leaf))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  expect(moved).toBeGreaterThan(50);
});

test('a form that did not change keeps every answer in its place', () => {
  const same = twoVersions.chain(({ before }) =>
    fc.record({ fields: fc.constant(before), answers: answersTo(before) }),
  );
  fc.assert(
    fc.property(same, ({ fields, answers }) => {
      const { unplaced, answers: carried } = carry(formOf(fields), formOf(fields), answers);
      expect(unplaced).toEqual([]);
      expect(leaves(carried)).toEqual(leaves(answers));
    }),
  );
});

const carried = (before: Fields, after: Fields, answers: JsonObject, ...steps: MigrationStep[]): Carried =>
  carry(formOf(before), formOf(after), answers, { from: '1.0.0', steps });

test('an answer follows its question to another name, into a group, and row by row', () => {
  const table: Fields = { pets: { kind: 'table', fields: { name: { kind: 'text' } } } };
  const renamed: Fields = { pets: { kind: 'table', fields: { called: { kind: 'text' } } } };
  const step = { move: '/pets/*/name', to: '/pets/*/called' };
  expect(carried(table, renamed, { pets: [{ name: 'Rex' }, {}, { name: 'Tom' }] }, step)).toEqual({
    answers: { pets: [{ called: 'Rex' }, {}, { called: 'Tom' }] },
    unplaced: [],
  });
});

test('values are put in the words of the newer version', () => {
  const before: Fields = { sex: { kind: 'choice', options: ['m', 'f'] } };
  const after: Fields = { gender: { kind: 'choice', options: ['male', 'female'] } };
  const step = { move: '/sex', to: '/gender', values: { m: 'male', f: 'female' } };
  expect(carried(before, after, { sex: 'f' }, step).answers).toEqual({ gender: 'female' });
});

test('one text becomes several, and several one', () => {
  const one: Fields = { name: { kind: 'text' } };
  const two: Fields = { first: { kind: 'text' }, last: { kind: 'text' } };
  const split = { split: '/name', at: ' ', to: ['/first', '/last'] };
  expect(carried(one, two, { name: 'Ada King Noel' }, split).answers).toEqual({ first: 'Ada', last: 'King Noel' });
  const join = { join: ['/first', '/last'], with: ' ', to: '/name' };
  expect(carried(two, one, { first: 'Ada', last: 'King' }, join).answers).toEqual({ name: 'Ada King' });
});

test('one choice becomes a list of one, and a number a text, but a choice that is gone is shown beside its question', () => {
  const before: Fields = { colour: { kind: 'choice', options: ['red', 'blue'] }, age: { kind: 'number' } };
  const after: Fields = { colour: { kind: 'choices', options: ['red'] }, age: { kind: 'text' } };
  expect(carried(before, after, { colour: 'red', age: 7 }).answers).toEqual({ colour: ['red'], age: '7' });
  expect(carried(before, after, { colour: 'blue' }).unplaced).toEqual([
    { pointer: '/colour', label: 'colour', value: 'blue', lines: ['blue'], page: 'only' },
  ]);
});
