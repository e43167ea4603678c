import { expect, test } from 'vitest';
import { definition as licence } from '../../../engine/testing/licence.ts';
import { submissionRule } from './judge.ts';
import { keptUntil, ruleWords, yearsAfter } from './rule.ts';
import { parseRetentionSchedule } from './schedule.ts';

test.each([
  [{ years: 6 }, '2026-03-02', '2015-04-03', '2032-03-02'],
  [{ untilAge: 31 }, '2026-03-02', '2015-04-03', '2046-04-03'],
  [{ years: 6, untilAge: 31 }, '2026-03-02', '2015-04-03', '2046-04-03'],
  [{ years: 6, untilAge: 18 }, '2030-03-02', '2015-04-03', '2036-03-02'],
  [{ years: 1 }, '2028-02-29', undefined, '2029-03-01'],
  [{ years: 6, untilAge: 31 }, '2026-03-02', undefined, '2057-03-02'],
])('%j from %s, born on %s: until %s', (rule, from, bornOn, until) => {
  expect(keptUntil(rule, from, bornOn)).toBe(until);
});

test('a rule is said in words, and years are counted back too', () => {
  expect([{ years: 1 }, { untilAge: 25 }, { years: 6, untilAge: 31 }].map(ruleWords)).toEqual([
    '1 year',
    'until the age of 25',
    '6 years, at least until the age of 31',
  ]);
  expect(yearsAfter('2032-02-29', -7)).toBe('2025-03-01');
});

const whole = { submissions: { years: 6 }, cases: { years: 6 }, tasks: { years: 6 } };

test('what the form says of itself counts before what the council says of it, and that before what it says of all', async () => {
  const ruleOf = async (keep: { years: number } | undefined, forms: Record<string, { years: number }> | undefined) => {
    const { manifest } = licence;
    const retention = { ...manifest.retention, ...(keep === undefined ? {} : { keep }) };
    const definition = { ...licence, manifest: { ...manifest, retention } };
    const catalogue = { formVersion: () => Promise.resolve({ definition }) };
    const schedule = { ...whole, ...(forms === undefined ? {} : { forms }) };
    const form = { id: 'licence', version: '1.0.0', hash: 'x', title: '' };
    return (await submissionRule({ catalogue, schedule }, { form })).words;
  };
  const ofForm = { licence: { years: 3 } };
  expect([
    await ruleOf({ years: 2 }, ofForm),
    await ruleOf(undefined, ofForm),
    await ruleOf(undefined, undefined),
  ]).toEqual(['form licence 1.0.0: 2 years', 'forms.licence: 3 years', 'submissions: 6 years']);
});

test.each([
  ['{}', /submissions.*cases.*tasks/],
  [JSON.stringify({ ...whole, cases: {} }), /cases/],
  [JSON.stringify({ ...whole, cases: { months: 3 } }), /additional properties/],
  [JSON.stringify({ ...whole, audit: { years: 0 } }), /audit/],
])('a schedule that cannot be meant is refused: %s', (text, words) => {
  expect(() => parseRetentionSchedule(text)).toThrow(words);
});
