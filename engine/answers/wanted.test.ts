import { expect, test } from 'vitest';
import { compileValidators } from '../author.ts';
import { compile } from '../compile/compile.ts';
import type { FormDefinition, Schema } from '../definition/model/definition.ts';
import type { JsonObject } from '../json.ts';
import { context, definition, licence } from '../testing/licence.ts';
import { validate } from './validate.ts';

const { schema } = definition;

/** The fishing form with lists moved from `required` to `wanted`, inside its rows and groups too. */
const softened = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(softened);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key === 'required' ? 'wanted' : key, softened(value)]),
  );
};

const gentle: FormDefinition = { ...definition, schema: softened(schema) as Schema };
const form = compile(gentle, compileValidators(gentle));

const gaps = (of: typeof form, answers: JsonObject): [string, string, string][] =>
  validate(of, answers, 'all', context)
    .filter(({ keyword }) => keyword === 'required' || keyword === 'wanted')
    .map(({ pointer, level, message }) => [pointer, level, message]);

test.each<JsonObject>([
  {},
  { water: 'sea', fromBoat: true, catches: [{}, { cost: 3 }], gear: { rod: { owned: true } }, address: {} },
  { address: { line1: 'Weir Lane' }, gear: { others: [{ colour: 'red' }] } },
])('a gap in what is wanted is told where and as a required one is, as a warning: %j', (answers) => {
  const wanted = gaps(form, answers);
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.every(([, level]) => level === 'warning')).toBe(true);
  expect(wanted.map(([pointer, , message]) => [pointer, message])).toEqual(
    gaps(licence, answers).map(([pointer, , message]) => [pointer, message]),
  );
});
