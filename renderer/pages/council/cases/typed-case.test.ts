import { expect, test } from 'vitest';
import type { CaseSettings } from '../../../../wire/case.ts';
import { caseFaults, noCase, subjectOf, typedFrom, valuesOf } from './typed-case.ts';

const settings: CaseSettings = {
  subject: 'Angler',
  identifiers: [],
  events: [],
  exceptions: [],
  clocks: [],
  openedBy: [],
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

test('what a form says stands in the case, but for what a case cannot hold', () => {
  const choices = [{ value: 'upper', label: 'Upper' }];
  const known: CaseSettings = {
    ...settings,
    fields: [...settings.fields, { name: 'permit.river', label: 'River', kind: 'choice', choices }],
    openedBy: [
      {
        form: 'permit',
        event: 'asked',
        address: '/home',
        identifiers: { angler: '/number' },
        values: { 'permit.date': '/on', 'permit.river': '/river' },
      },
    ],
  };
  const subject = { firstName: '/first', lastName: '/last', dateOfBirth: '/born' };
  const answers = {
    first: 'Kit',
    last: 'Marlow',
    born: '2015-02-04',
    home: { street: 'Mill Lane', town: 'Alderton', postcode: 'XA1 1AA', since: '2020' },
    number: 12,
    on: '2026-01-05',
    river: 'underground',
  };
  const typed = typedFrom(answers, { subject }, 'permit', known);
  expect(typed).toMatchObject({
    firstName: 'Kit',
    lastName: 'Marlow',
    dateOfBirth: '2015-02-04',
    identifiers: { angler: '12' },
    address: { street: 'Mill Lane', town: 'Alderton', postcode: 'XA1 1AA', houseNo: '' },
  });
  expect(typed.values).toEqual({ 'permit.date': '2026-01-05' });
  expect(typedFrom(answers, { subject }, 'another', known)).toMatchObject({
    firstName: 'Kit',
    values: {},
    identifiers: {},
  });
});
