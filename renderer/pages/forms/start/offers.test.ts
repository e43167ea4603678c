import { expect, test } from 'vitest';
import type { FormSummary } from '../../../../wire/form.ts';
import { groupsOf, offerOf, timeItTakes } from './offers.ts';

const form = (id: string, group: string, family?: [string, number]): FormSummary => ({
  id,
  version: '1.0.0',
  hash: id,
  title: `The form ${id}`,
  summary: '',
  group,
  kind: 'application',
  audience: [],
  ...(family && { family: { id: family[0], title: `All of ${family[0]}`, question: 'Which?', order: family[1] } }),
});

const forms = [
  form('trout', 'Rivers', ['fish', 2]),
  form('mooring', 'Boats'),
  form('carp', 'Rivers', ['fish', 1]),
  form('bank', 'Rivers'),
];

test('forms stand under their headings, variants of one family behind one entry in its own order', () => {
  const groups = groupsOf(forms).map(({ title, offers }) => [title, offers.map((offer) => offer.title)]);
  expect(groups).toEqual([
    ['Rivers', ['All of fish', 'The form bank']],
    ['Boats', ['The form mooring']],
  ]);
  expect(offerOf(forms, 'fish')?.forms.map(({ id }) => id)).toEqual(['carp', 'trout']);
});

test('a form without a family has a start page of its own, and nothing stands where there is no form', () => {
  expect(offerOf(forms, 'mooring')?.forms).toHaveLength(1);
  expect(offerOf(forms, 'trout')).toBeUndefined();
});

test('a family of which only one form is served goes by that form’s name', () => {
  expect(offerOf(forms.slice(0, 2), 'fish')?.title).toBe('The form trout');
});

test('the time it takes is said in words', () => {
  expect([timeItTakes([60, 90]), timeItTakes([5, 5]), timeItTakes(undefined)]).toEqual([
    'about 60 to 90 minutes',
    'about 5 minutes',
    '',
  ]);
});
