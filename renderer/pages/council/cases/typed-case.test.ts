import { expect, test } from 'vitest';
import type { CaseSettings } from '../../../../wire/case.ts';
import { caseFaults, noCase, subjectOf, valuesOf } from './typed-case.ts';

const settings: CaseSettings = {
  subject: 'Angler',
  identifiers: [],
  events: [],
  exceptions: [],
  clocks: [],
  fields: [
    { name: 'permit.date', label: 'Permit given on', kind: 'date' },
    {
      name: 'permit.catches',
      label: 'Catches',
      kind: 'list',
      columns: [
        { name: 'fish', label: 'Fish' },
        { name: 'weight', label: 'Weight', kind: 'number' },
      ],
    },
  ],
};

test('what was never touched is sent as nothing, of the kind that its field has', () => {
  expect(valuesOf(noCase, settings)).toEqual({ 'permit.date': '', 'permit.catches': [] });
});

test('rows are sent without blanks, numbers as numbers, and what is no number as typed, for the server to refuse', () => {
  const rows = [{ fish: ' Carp ', weight: '3.5' }, { fish: ' ' }, { weight: 'heavy' }];
  expect(valuesOf({ ...noCase, values: { 'permit.catches': rows } }, settings)['permit.catches']).toEqual([
    { fish: 'Carp', weight: 3.5 },
    { weight: 'heavy' },
  ]);
});

test('an address is left out when nothing of it is typed, and asked for whole when something is', () => {
  const typed = { ...noCase, firstName: 'A', lastName: 'B', dateOfBirth: '2012-02-04', team: 'rivers' };
  expect([subjectOf(typed), caseFaults(typed, settings)]).toEqual([
    { firstName: 'A', lastName: 'B', dateOfBirth: '2012-02-04', identifiers: {} },
    [],
  ]);
  const begun = { ...typed, address: { ...typed.address, town: 'Oxford' } };
  expect(caseFaults(begun, settings).map(({ pointer }) => pointer)).toEqual([
    '/subject/address/street',
    '/subject/address/postcode',
  ]);
});
