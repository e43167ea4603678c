import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { fullAnswers } from '../../testing/answers.ts';
import { context, licence } from '../../testing/licence.ts';
import { prune } from '../prune.ts';
import { visibility } from './visibility.ts';

const view = (changes: JsonObject) => visibility(licence, { ...fullAnswers, ...changes }, context);
const boat = { fromBoat: true, boatName: 'Otter', engineKind: 'petrol', engineNumber: 'E-1' };

test('hiding a question hides what depends on it, and what depends on that', () => {
  expect(view({ water: 'sea', ...boat }).hiddenAnswers).toEqual([]);
  expect(view({ water: 'river', ...boat }).hiddenAnswers).toEqual([
    '/fromBoat',
    '/boatName',
    '/engineKind',
    '/engineNumber',
  ]);
});

test('an answer comes back with its question', () => {
  const answers = { ...fullAnswers, water: 'river', ...boat };
  expect(prune(licence, answers, context)).not.toHaveProperty('boatName');
  expect(prune(licence, { ...answers, water: 'lake' }, context)).toMatchObject(boat);
});

test('each row hides for itself', () => {
  const catches = [
    { fish: 'pike', caught: '2026-01-02', otherFish: 'Ruffe' },
    { fish: 'other', caught: '2026-01-02', otherFish: 'Ruffe' },
  ];
  expect(view({ catches }).hiddenAnswers).toEqual(['/catches/0/otherFish']);
  expect(prune(licence, { ...fullAnswers, catches }, context)['catches']).toEqual([
    { fish: 'pike', caught: '2026-01-02' },
    catches[1],
  ]);
});

test('the same form hides and shows inside a group and inside a fixed table', () => {
  const address = { line1: '1 Mill Lane', postcode: 'OX1 1NE', county: 'Kent' };
  expect(view({ address: { ...address, abroad: true } }).hiddenAnswers).toEqual(['/address/county']);
  expect(view({ address: { ...address, abroad: false } }).hiddenAnswers).toEqual([]);
  expect(view({ gear: { rod: { count: 1, reason: 'worn' }, net: { count: 1 } } }).hiddenAnswers).toEqual([
    '/gear/rod/reason',
    '/gear/net',
  ]);
});

test('a fact decides as an answer does', () => {
  const guardian = licence.questionAt('/guardian')?.element;
  expect(guardian && view({ born: '2015-01-01' }).shows(guardian)).toBe(true);
  expect(guardian && view({ born: '1990-01-01' }).shows(guardian)).toBe(false);
  expect(guardian && view({ born: '' }).shows(guardian)).toBe(false);
});

test('identifiers are kept in one form and blank rows are gone', () => {
  expect(
    prune(licence, { ...fullAnswers, nhs: '943 476 5919', catches: [{}, fullAnswers.catches[0] ?? {}] }, context),
  ).toMatchObject({
    nhs: '9434765919',
    address: { postcode: 'OX1 1NE' },
    catches: fullAnswers.catches,
  });
});
