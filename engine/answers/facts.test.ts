import { expect, test } from 'vitest';
import { compileValidators } from '../author.ts';
import { compile } from '../compile/compile.ts';
import type { Check, Fact } from '../definition/model/definition.ts';
import type { JsonObject } from '../json.ts';
import { context, definition } from '../testing/licence.ts';
import { factsOf } from './facts.ts';
import { validate } from './validate.ts';

const work = (definitions: Record<string, Fact>, answers: JsonObject, name: string) =>
  factsOf(definitions, answers, context)(name);

test('a star goes through rows that have names, and through those added under them', () => {
  const week = {
    monday: { from: '09:00', to: '12:15' },
    tuesday: { from: '09:00' },
    others: [{ from: '10:00', to: '11:00' }, { to: '11:00' }],
  };
  const facts: Record<string, Fact> = {
    each: { fn: 'hoursBetween', from: '/week/*/from', to: '/week/*/to' },
    all: { fn: 'sum', of: '$each' },
  };
  expect(work(facts, { week }, 'each')).toEqual([3.25, null, 1, null]);
  expect(work(facts, { week }, 'all')).toBe(4.25);
  expect(work(facts, {}, 'all')).toBeUndefined();
});

test('the end of compulsory school age is the last Friday in June of the school year of the 16th birthday', () => {
  const facts: Record<string, Fact> = {
    sixteen: { fn: 'addTime', date: '/born', months: 192 },
    leaves: {
      fn: 'lastWeekday',
      weekday: 'Friday',
      month: 'June',
      onOrAfter: { lastBefore: '08-31', day: '$sixteen' },
    },
    stands: { fn: 'compare', left: 'context:today', right: '$leaves' },
  };
  const leaves = (born: string) => work(facts, { born }, 'leaves');
  expect([leaves('2010-08-31'), leaves('2010-09-01'), leaves('2010-06-30')]).toEqual([
    '2026-06-26',
    '2027-06-25',
    '2026-06-26',
  ]);
  expect(work(facts, { born: '2010-09-01' }, 'stands')).toBe('before');
  expect(leaves('soon')).toBeUndefined();
});

const told = (
  facts: Record<string, Fact>,
  check: Check,
  words: string,
  answers: JsonObject,
  fly = 'Flies',
): string[] => {
  const changed = {
    ...definition,
    checks: { facts, checks: [check] },
    texts: { en: { ...definition.texts['en'], 'bait.option.fly': fly, [`check.${check.id}`]: words } },
  };
  return validate(compile(changed, compileValidators(changed)), answers, 'all', context).flatMap(
    ({ keyword, message }) => (keyword.startsWith('check:') ? [message] : []),
  );
};

test('each choice that lacks a row is named in words', () => {
  const facts: Record<string, Fact> = {
    unseen: { fn: 'missingIn', of: '/bait', among: '/catches/*/otherFish' },
    howMany: { fn: 'count', of: '$unseen' },
  };
  const check: Check = {
    id: 'unseen',
    level: 'warning',
    at: '/photos',
    when: { scope: '#/$facts/howMany', schema: { type: 'number', minimum: 1 } },
  };
  const other = { fish: 'other', otherFish: 'worm', caught: '2026-01-01' };
  const labels = { catches: [other], bait: ['fly', 'worm', 'lure'] };
  expect(told(facts, check, 'No row for {unseen}.', labels)).toEqual(['No row for Flies and lure.']);
  expect(told(facts, check, 'No row for {unseen}.', labels, 'Flies and bugs')).toEqual([
    'No row for Flies and bugs; lure.',
  ]);
  expect(told(facts, check, 'No row for {unseen}.', { ...labels, bait: ['worm'] })).toEqual([]);
});

test('a row knows its number, blank rows not counted', () => {
  const check: Check = {
    id: 'number',
    level: 'error',
    at: '/cost',
    each: '/catches',
    facts: {
      row: { fn: 'value', of: 'context:row' },
      stands: { fn: 'compare', left: '/cost', right: 'context:row' },
    },
    when: { type: 'LEAF', scope: '#/$facts/stands', expectedValue: 'after' },
  };
  const rows = [{ cost: 1 }, {}, { cost: 3 }, { cost: 3 }].map((row) =>
    'cost' in row ? { ...row, fish: 'pike', caught: '2026-01-02' } : row,
  );
  expect(told({}, check, 'This is number {row}', { catches: rows })).toEqual(['Row 3: This is number 2']);
});
