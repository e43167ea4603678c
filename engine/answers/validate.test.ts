import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import type { JsonObject } from '../json.ts';
import { fullAnswers } from '../testing/answers.ts';
import { context, definition, licence, validators } from '../testing/licence.ts';
import { facts } from './facts.ts';
import { messageOf } from './message.ts';
import { messagesOf } from './messages-of.ts';
import { nearestBranch } from './branch.ts';
import { validate, type Scope } from './validate.ts';

const told = (changes: JsonObject, scope: Scope = 'all'): string[] =>
  validate(licence, { ...fullAnswers, ...changes }, scope, context).map(
    ({ pointer, message }) => `${pointer} ${message}`,
  );

test('complete answers have no problem', () => expect(told({})).toEqual([]));

test('whoever has answered nothing is told each question once, in order, groups by their parts', () => {
  expect(validate(licence, {}, 'all', context).map(({ message }) => message)).toEqual([
    'Enter full name',
    'Enter your date of birth',
    'Address: Enter address line 1',
    'Address: Enter postcode',
    'Choose an answer to “Where will you fish?”',
    'Select at least one answer for “Bait”',
    'Add at least one row to “Your catches”',
    'Rod: Enter how many',
    'Choose an answer for “Company”',
    'Tick the box “I know the rules”',
  ]);
});

test('white space, empty rows and an unticked box are no answers', () => {
  expect(told({ angler: '   ', catches: [{}, { fish: '' }], rules: false })).toEqual([
    '/angler Enter full name',
    '/catches Add at least one row to “Your catches”',
    '/rules Tick the box “I know the rules”',
  ]);
});

test('what is wrong is said so that it can be fixed', () => {
  expect(
    told({
      angler: 'y'.repeat(90),
      nhs: '9434765918',
      rods: 1.5,
      budget: 0.001,
      bait: ['soup', 'soup'],
      born: '2026-02-30',
      pet: { kind: 'cat', lives: 10 },
    }),
  ).toEqual([
    '/angler Shorten “Full name” to 80 characters or fewer. It has 90',
    '/born Enter a real date, like 14 7 2021',
    '/nhs Check the NHS number: one of its digits is not right',
    '/rods Enter a whole number for “Rods”, like 12',
    '/budget Enter “Budget” in pounds and pence, with no more than two digits after the point',
    '/bait Choose one of the answers offered for “Bait”',
    '/pet/lives “Lives left” must be 9 or less',
  ]);
});

test('rows are named by their number on the screen, blank ones counted', () => {
  expect(
    told({
      catches: [
        {},
        { fish: 'other', caught: '2026-01-05', released: '2026-01-01', otherFish: 'Ruffe' },
        { fish: 'perch' },
      ],
      gear: { rod: { count: 1 }, net: { count: 1, reason: 'pike' } },
    }),
  ).toEqual([
    '/catches/1/released Row 2: The other cannot be released on 01-Jan-2026, before it was caught',
    '/catches/2/caught Row 3: Enter caught on',
  ]);
});

test('a shown gap is asked for, a hidden one never', () => {
  expect(told({ water: 'sea', fromBoat: true })).toEqual([
    '/boatName Enter name of the boat',
    '/engineKind Select engine',
    '/engineNumber Boats at sea need an engine',
  ]);
  expect(told({ water: 'river', fromBoat: true })).toEqual([]);
});

test('an answer to a question that the form does not have is refused by the whole, not by a page', () => {
  expect(told({ stray: 1 })).toEqual(['/stray This form has no question “stray”']);
  expect(told({ stray: 1 }, { page: 'angler' })).toEqual([]);
});

test('a year that falls short is said as such; a date that is none in any year is not', () => {
  expect(told({ born: '15-01-05' })).toEqual([
    '/born Enter the year of “Date of birth” with all four figures, like 2015',
  ]);
  expect(told({ born: '015-01-05' })).toEqual([expect.stringContaining('all four figures')]);
  for (const none of ['15-13-05', '15-02-30', '-01-05', '1815-01-05'])
    expect(told({ born: none })).toEqual(['/born Enter a real date, like 14 7 2021']);
});

test('a check is worded with answers and facts, and gives way to an error at the same place', () => {
  expect(told({ born: '1901-05-06' })).toEqual(['/born You say that you are 125. Check 06-May-1901']);
  const costly = [{ fish: 'pike', caught: '2026-01-02', cost: 1200 }];
  expect(validate(licence, { ...fullAnswers, about: 'A big one', catches: costly }, 'all', context)).toMatchObject([
    { keyword: 'check:costly', level: 'warning', message: 'These catches cost 1,200' },
  ]);
});

test('another language words what it has', () => {
  const welsh = compile(definition, validators, 'cy');
  const [name, born] = validate(welsh, {}, { page: 'angler' }, context);
  expect([name?.message, born?.message]).toEqual(['Rhowch Enw llawn', 'Enter your date of birth']);
});

test('facts that cannot be worked out are absent', () => {
  expect(facts(licence, { catches: [{ cost: 2 }, {}, { cost: 3 }] }, context)).toEqual({
    catchCount: 2,
    countAgainstOne: 'after',
    manyCatches: true,
    spent: 5,
    warden: true,
  });
});

test('every message that a question can give is known before anybody sees it', () => {
  const messages = licence.questions.flatMap((question) => messagesOf(licence, question));
  expect(messages.every(({ message }) => message.length > 8 && !message.includes('{'))).toBe(true);
  const bait = licence.questionAt('/bait');
  expect(bait && messagesOf(licence, bait).map(({ keyword }) => keyword)).toEqual([
    'required',
    'enum',
    'minItems',
    'uniqueItems',
  ]);
});

test('a half-given answer opens the branch it was meant for', () => {
  const pet = licence.questionAt('/pet');
  const branchOf = (value: JsonObject): number | undefined => pet && nearestBranch(licence, pet, value).index;
  expect([branchOf({ kind: 'cat' }), branchOf({ name: 'Rex' }), branchOf({ lives: 3 })]).toEqual([1, 0, 1]);
});

test('validators of another version of the form are refused, not trusted', () => {
  const stale = { ...licence, validators: () => undefined };
  expect(() => validate(stale, {}, 'all', context)).toThrow('No validator was compiled');
});

test('of more than a hundred errors on a page the first hundred are listed, and the last says how many more there are', () => {
  const catches = Array.from({ length: 300 }, () => ({ fish: 'pike', caught: 'never' }));
  const listed = validate(licence, { ...fullAnswers, catches }, { page: 'catches' }, context);
  const errors = listed.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(101);
  expect(errors.at(-1)).toMatchObject({ keyword: 'more', more: 203 });
  expect(errors.at(-1)?.message).toContain('203 more');
});

test('figures that may be two numbers are asked about by the sign that is needed; what is no figure is not', () => {
  const rods = licence.questionAt('/rods');
  if (rods === undefined) throw new Error('The licence asks for rods');
  const number = { ...rods, schema: { type: 'number' as const } };
  expect(told({ budget: '12,50' })).toEqual([
    '/budget Enter the amount for “Budget” with a point before the pence, like 12.50. Use a comma only to separate thousands, like 1,234',
  ]);
  expect(messageOf(licence, number, { keyword: 'type', params: {} }, '3,5')).toBe(
    'Enter the number for “Rods” with a point, like 3.5. Use a comma only to separate thousands, like 1,234',
  );
  expect(told({ rods: '3,5' })).toEqual(['/rods Enter a whole number for “Rods”, like 12']);
  expect(told({ budget: 'a lot' })).toEqual([expect.stringContaining('Enter an amount in pounds')]);
});
