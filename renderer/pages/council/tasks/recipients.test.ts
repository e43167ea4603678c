import { expect, test } from 'vitest';
import type { Recipient } from '../../../../wire/task.ts';
import { instead, undecided, withAway } from './recipients.ts';

const ann: Recipient = { kind: 'user', id: 'ann-0001', name: 'Ann', detail: '' };
const bob: Recipient = { kind: 'user', id: 'bob-0001', name: 'Bob', detail: '' };
const away = { text: 'Back in May', instead: { id: 'bob-0001', name: 'Bob' } };

test('the deputy takes the place of whoever is away, in the same order', () => {
  const chosen = [
    { ...ann, away },
    { ...ann, id: 'cat-0001', name: 'Cat' },
  ];
  expect(instead(chosen, { ...ann, away }).map(({ name }) => name)).toEqual(['Bob', 'Cat']);
});

test('a deputy who is chosen already is not sent to twice', () => {
  expect(instead([bob, { ...ann, away }], { ...ann, away })).toEqual([bob]);
});

test('what the server says of who is away must be decided, and only once', () => {
  const told = withAway([ann, bob], [{ ...ann, away }]);
  expect(undecided(told, new Set()).map(({ name }) => name)).toEqual(['Ann']);
  expect(undecided(told, new Set(['ann-0001']))).toEqual([]);
});

test('a group and a person of the same id are two', () => {
  const group: Recipient = { ...ann, kind: 'group' };
  expect(withAway([group, ann], [{ ...ann, away }]).map((each) => each.away !== undefined)).toEqual([false, true]);
});
