import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printDocument } from '../../print/print.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { fullAnswers, someAnswers } from '../../testing/answers.ts';
import { context, licence } from '../../testing/licence.ts';
import { prune } from '../prune.ts';
import { validate } from '../validate.ts';

const conditional = /^\/(about|address\/abroad|engineNumber|catches\/\d+\/released)$/;

const missing = (answers: JsonObject): string[] =>
  validate(licence, answers, 'all', context)
    .filter(({ keyword, pointer }) => keyword === 'required' && conditional.test(pointer))
    .map(({ pointer }) => pointer)
    .sort();

/** What must be there, said without the engine: from answers that are sent, thus from what is shown. */
const expected = (sent: JsonObject): string[] => {
  const { address, catches } = sent;
  const rows = Array.isArray(catches) ? catches : [];
  const costs = rows.flatMap((row) => (isObject(row) && typeof row['cost'] === 'number' ? [row['cost']] : []));
  const street = isObject(address) ? address['line1'] : undefined;
  return [
    ...(costs.reduce((sum, cost) => sum + cost, 0) >= 500 ? ['/about'] : []),
    ...(typeof street === 'string' && street.length >= 20 ? ['/address/abroad'] : []),
    ...(sent['fromBoat'] === true && sent['engineKind'] === 'petrol' ? ['/engineNumber'] : []),
    ...rows.flatMap((row, index) => (isObject(row) && row['small'] === true ? [`/catches/${index}/released`] : [])),
  ]
    .filter((pointer) => {
      const [key = '', inside, column = ''] = pointer.slice(1).split('/');
      const value = sent[key];
      if (inside === undefined) return value === undefined;
      const holder = Array.isArray(value) ? value[Number(inside)] : value;
      return !isObject(holder) || holder[Array.isArray(value) ? column : inside] === undefined;
    })
    .sort();
};

test('what is required under a condition is missing exactly while the condition holds, it is shown and nothing is there', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const sent = prune(licence, answers, context);
      expect(missing(sent)).toEqual(expected(sent));
    }),
    { numRuns: 500 },
  );
});

test('it is told in the question’s own words, on its page, in its row as the person sees it', () => {
  const answers = { ...fullAnswers, catches: [{}, { fish: 'pike', caught: '2026-01-02', small: true }] };
  expect(validate(licence, answers, { page: 'catches' }, context)).toMatchObject([
    { pointer: '/catches/1/released', keyword: 'required', level: 'error', message: 'Row 2: Enter released on' },
  ]);
  expect(validate(licence, answers, { page: 'fishing' }, context)).toEqual([]);
});

test('a blank row asks for nothing, and a group that must be filled in asks for its parts one by one', () => {
  expect(missing({ catches: [{ small: false }, {}] })).toEqual([]);
  expect(
    validate(licence, { address: { line1: '12 Long Meadow Gardens' } }, { page: 'angler' }, context).map(
      ({ pointer }) => pointer,
    ),
  ).toEqual(['/angler', '/born', '/address/abroad', '/address/postcode']);
});

test('print leaves out what is optional, and keeps what is required now with nothing in it', () => {
  const asked = (answers: JsonObject): boolean =>
    printDocument(licence, { ...fullAnswers, ...answers }, context, {
      status: 'draft',
      copy: 'own',
      timeZone: 'UTC',
    }).sections.some(({ blocks }) =>
      blocks.some((block) => block.kind === 'answer' && block.pointer === '/about' && block.required),
    );
  expect(asked({ catches: [{ fish: 'pike', caught: '2026-01-02', cost: 499 }] })).toBe(false);
  expect(asked({ catches: [{ fish: 'pike', caught: '2026-01-02', cost: 500 }] })).toBe(true);
});
