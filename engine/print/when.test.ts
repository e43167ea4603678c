import { expect, test } from 'vitest';
import type { Rule, Schema } from '../definition/model/definition.ts';
import { licence } from '../testing/licence.ts';
import { blankWords } from './blank-words.ts';
import { ruleSentence } from './when.ts';

const clauseContext = { form: licence, t: blankWords(licence) };
const at = (scope: string, schema: Schema) => ({ scope: `#/${scope}`, schema });
const told = (condition: Rule['condition'], effect: Rule['effect'] = 'SHOW', base = ''): string =>
  ruleSentence(clauseContext, 'answer', { effect, condition }, base);
const label = (pointer: string): string => licence.questionAt(pointer)?.label ?? '';

test('an answer is named as the person ticks it', () => {
  const water = label('/water');
  expect(told({ type: 'LEAF', scope: '#/properties/water', expectedValue: 'lake' })).toBe(
    `Answer this only if you answered “Lake” to “${water}”.`,
  );
  expect(told(at('properties/water', { enum: ['river', 'lake', 'sea'] }))).toContain('“River”, “Lake” or “Sea”');
  expect(told(at('properties/water', { not: { const: 'sea' } }))).toContain(`you did not answer “Sea” to “${water}”`);
  expect(told(at('properties/fromBoat', { const: true }), 'HIDE')).toBe(
    `Do not answer this if you answered “Yes” to “${label('/fromBoat')}”.`,
  );
  expect(told(at('properties/rules', { const: true }))).toContain(`you ticked “${label('/rules')}”`);
  expect(told(at('properties/bait', { contains: { const: 'fly' } }))).toContain(`under “${label('/bait')}”`);
});

test('an answer of any kind, a number and a row are told', () => {
  expect(told(at('properties/angler', { type: 'string', minLength: 1 }))).toContain(
    `you answered “${label('/angler')}”`,
  );
  expect(told(at('properties/rods', { type: 'integer', minimum: 2 }))).toContain(`“${label('/rods')}” is 2 or more`);
  expect(told(at('properties/fish', { const: 'other' }), 'SHOW', '/catches/*')).toContain(
    `“${label('/catches/*/fish')}”`,
  );
});

test('conditions on conditions stand in brackets', () => {
  const one = at('properties/fromBoat', { const: true });
  const other = at('properties/water', { const: 'sea' });
  const both = { type: 'AND' as const, conditions: [one, other] };
  expect(told({ type: 'OR', conditions: [at('properties/rods', { minimum: 2 }), both] })).toMatch(
    /^Answer this only if .* is 2 or more or \(you answered “Yes” to .* and you answered “Sea” to .*\)\.$/,
  );
});

test('a fact is told by what the person can see, never by its name', () => {
  expect(told(at('$facts/age', { type: 'number', exclusiveMaximum: 16 }))).toBe(
    `Answer this only if the age today, by “${label('/born')}”, is 15 or less.`,
  );
  for (const name of Object.keys(licence.definition.checks.facts))
    expect(told(at(`$facts/${name}`, { const: 'anything' }))).not.toContain(name);
});

test('what has no plain words names the questions that decide it, and what has none of those says so', () => {
  expect(told(at('properties/angler', { pattern: '^A' }))).toBe(
    `Answer this only if your answer to “${label('/angler')}” makes it necessary.`,
  );
  expect(told(at('$facts/nowhere', { const: true }))).toBe('Answer this only if it applies to you.');
});
