import { expect, test } from 'vitest';
import { baseOf, valuesFor } from './fills.ts';

test('what is not known about somebody leaves the answer alone', () => {
  const fills = { '/firstName': 'firstName', '/dateOfBirth': 'dateOfBirth', '/town': 'town' };
  expect(valuesFor(fills, { firstName: 'Ada', town: '' }, '')).toEqual({ '/firstName': 'Ada' });
});

test('in a row of a table, what is filled in is in the same row', () => {
  expect(baseOf('/contacts/2/school')).toBe('/contacts/2');
  expect(baseOf('/school')).toBe('');
  expect(baseOf('/form2/school')).toBe('');
  expect(valuesFor({ '/phone': 'phone' }, { phone: '01632 960001' }, '/contacts/2')).toEqual({
    '/contacts/2/phone': '01632 960001',
  });
});
