import { expect, test } from 'vitest';
import { optionsWith, peopleOptions } from './people.ts';

const person = (firstName: string, dateOfBirth?: string) => ({
  id: `id-of-${firstName}`,
  firstName,
  lastName: 'Byron',
  lastUsedAt: '2021-07-14T09:00:00Z',
  formTitle: 'Licence',
  ...(dateOfBirth !== undefined && { dateOfBirth }),
});

test('a person is offered by name and says from which form', () => {
  expect(peopleOptions([person('Ada', '2015-02-04')])[0]).toMatchObject({
    value: 'Ada Byron',
    hint: 'Born 04-Feb-2015. From your form of 14-Jul-2021',
    source: 'your form of 14-Jul-2021',
  });
});

test('two people of one name are two answers', () => {
  const values = peopleOptions([person('Ada', '2015-02-04'), person('Ada', '2016-02-04'), person('Ada')]).map(
    ({ value }) => value,
  );
  expect(new Set(values).size).toBe(3);
});

test('people stand after the choice that the form names', () => {
  const options = [
    { value: 'myself', label: '' },
    { value: 'other', label: '' },
  ];
  const values = (after?: string) =>
    optionsWith(options, [{ value: 'Ada', label: '' }], after).map(({ value }) => value);
  expect(values('myself')).toEqual(['myself', 'Ada', 'other']);
  expect(values(undefined)).toEqual(['myself', 'other', 'Ada']);
});
