import { expect, test } from 'vitest';
import { placeIn, tasksAddress } from './task-addresses.ts';

test('an address gives back the list that it was made for', () => {
  const place = {
    tab: 'submitted',
    words: 'Mary Crofty & co',
    sort: 'name',
    after: 'a b',
    groupsAfter: 'c',
    managedAfter: 'd',
  } as const;
  expect(placeIn(new URL(tasksAddress(place), 'https://portal.example').searchParams)).toEqual(place);
});

test('the plain address is the first page of what is assigned now, soonest due first', () => {
  const plain = placeIn(new URLSearchParams());
  expect(tasksAddress(plain)).toBe('/tasks');
  expect(plain).toMatchObject({ tab: 'assigned', sort: 'due', words: '', after: '' });
});

test('an address that somebody made up shows a list anyway', () => {
  expect(placeIn(new URLSearchParams('list=everything&sort=colour'))).toMatchObject({ tab: 'assigned', sort: 'due' });
});
