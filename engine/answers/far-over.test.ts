import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../json.ts';
import { someAnswers } from '../testing/answers.ts';
import { licence } from '../testing/licence.ts';
import { farOver } from './far-over.ts';

const found = (answers: Record<string, JsonValue>): string[] =>
  farOver(licence, answers).map(({ pointer, keyword }) => `${pointer} ${keyword}`);

const rows = (count: number): JsonValue => Array.from({ length: count }, () => ({ fish: 'pike' }));

/** One answer in so many lists. */
const nested = (depth: number): JsonValue => (depth === 0 ? 1 : [nested(depth - 1)]);

test('what is a little over a limit, or a slip of the hand, is kept', () => {
  expect(found({ angler: 'y'.repeat(90), rods: '4 rods', born: '2015-1', catches: rows(5), fromBoat: 'yes' })).toEqual(
    [],
  );
  expect(found({ angler: null, catches: '', address: null, bait: ['soup', 7], unknown: { what: ['ever'] } })).toEqual(
    [],
  );
});

test('what nobody wrote by hand is not kept, and the place is told', () => {
  expect(found({ angler: 'y'.repeat(1161) })).toEqual(['/angler maxLength']);
  expect(found({ catches: rows(27) })).toEqual(['/catches maxItems']);
  expect(found({ catches: [{ fish: 'x'.repeat(60_000) }] })).toEqual(['/catches/0/fish maxLength']);
  expect(found({ photos: rows(501) })).toEqual(['/photos maxItems']);
  expect(found({ unknown: nested(14) })).toEqual(['/unknown size']);
  expect(found({ address: Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`k${n}`, n])) })).toEqual([
    '/address size',
  ]);
});

test('a value of another kind than the question is not kept', () => {
  expect(found({ catches: [1, 2, 3] })).toEqual(['/catches type', '/catches type', '/catches type']);
  expect(found({ catches: { fish: 'pike' }, angler: ['Sam'], address: 'Mill Lane', pet: 'dog' })).toEqual([
    '/catches type',
    '/angler type',
    '/address type',
    '/pet type',
  ]);
});

test('every problem is told in words that name the question, and no more than a few of them', () => {
  const problems = farOver(licence, { catches: Array.from({ length: 26 }, (_, n) => n) });
  expect(problems).toHaveLength(20);
  for (const { message, label } of problems) expect(message).toContain(label);
});

test('many values in one answer are too many, however they are grouped', () => {
  const groups = Array.from({ length: 400 }, () => Array.from({ length: 30 }, (_, n) => n));
  expect(found({ unknown: groups })).toEqual(['/unknown size']);
});

test('answers as people and programs send them are kept unless their shape is another', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      for (const { keyword } of farOver(licence, answers)) expect(keyword).toBe('type');
    }),
  );
});
