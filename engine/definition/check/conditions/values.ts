/** Which values an answer or a fact can have, so far as conditions can tell them apart. */
import type { JsonValue } from '../../../json.ts';
import { sameJson } from '../../../json.ts';
import type { Schema } from '../../model/definition.ts';
import type { Leaf } from '../ui-model.ts';

/** What is known about a value. `only`: it is one of these. */
export interface Range {
  type: 'text' | 'number' | 'integer' | 'boolean' | 'any';
  only?: readonly JsonValue[];
  minimum?: number;
  maximum?: number;
}

/** Keywords whose truth changes only at the values that they name. */
const understood = new Set([
  'type',
  'const',
  'enum',
  'not',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
]);

const longest = 20_000;

/** The values and lengths that conditions name; `undefined` where one says something else as well. */
const namedIn = (schemas: readonly Schema[]): { values: JsonValue[]; lengths: number[] } | undefined => {
  const values: JsonValue[] = [];
  const lengths: number[] = [];
  for (const schema of schemas) {
    if (Object.keys(schema).some((keyword) => !understood.has(keyword))) return undefined;
    const inner = schema.not === undefined ? { values: [], lengths: [] } : namedIn([schema.not]);
    if (inner === undefined) return undefined;
    values.push(...inner.values, ...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const]));
    lengths.push(...inner.lengths);
    for (const limit of [schema.minimum, schema.maximum, schema['exclusiveMinimum'], schema['exclusiveMaximum']])
      if (typeof limit === 'number') values.push(limit);
    for (const length of [schema.minLength, schema.maxLength]) if (length !== undefined) lengths.push(length);
  }
  return lengths.some((length) => length > longest) ? undefined : { values, lengths };
};

/** Numbers that lie at, beside and between those named. */
const numbers = (named: readonly number[], { type, minimum, maximum }: Range): number[] => {
  const limits = [
    ...named,
    ...(minimum === undefined ? [] : [minimum]),
    ...(maximum === undefined ? [] : [maximum]),
    0,
  ];
  const sorted = [...new Set(limits)].sort((left, right) => left - right);
  const between = sorted.slice(1).map((number, index) => (number + (sorted[index] ?? number)) / 2);
  return [...sorted, ...sorted.flatMap((number) => [number - 1, number + 1]), ...between]
    .map((number) => (type === 'integer' ? Math.floor(number) : number))
    .filter((number) => number >= (minimum ?? -Infinity) && number <= (maximum ?? Infinity));
};

/** Texts that are named, one that is not, and one of each length at which something changes. */
const texts = (named: readonly JsonValue[], lengths: readonly number[]): string[] => [
  ...named.filter((value) => typeof value === 'string'),
  ...[1, 2, ...lengths.flatMap((length) => [length - 1, length, length + 1])]
    .filter((length) => length > 0)
    .map((length) => '\uE000'.repeat(length)),
];

/** Enough values to try: if none of them does, none does. `undefined` where nobody can tell. */
export const toTry = (range: Range, leaves: readonly Leaf[]): JsonValue[] | undefined => {
  if (range.only !== undefined) return [...range.only];
  const expected = leaves.flatMap((leaf) => ('expectedValue' in leaf ? [leaf.expectedValue] : []));
  const named = namedIn(leaves.flatMap((leaf) => ('schema' in leaf ? [leaf.schema] : [])));
  if (named === undefined) return undefined;
  const values = [...expected, ...named.values];
  const isNumber = (value: JsonValue): value is number => typeof value === 'number';
  if (range.type === 'boolean') return [true, false];
  if (range.type === 'text') return texts(values, named.lengths);
  if (range.type !== 'any') return numbers(values.filter(isNumber), range);
  const odd = values.filter((value) => typeof value === 'object');
  return [true, false, ...texts(values, named.lengths), ...numbers(values.filter(isNumber), range), ...odd];
};

/** Whether a value of the range can be `value`. */
export const canBe = ({ type, only }: Range, value: JsonValue): boolean => {
  if (only !== undefined) return only.some((each) => sameJson(each, value));
  if (type === 'any') return true;
  return typeof value === { text: 'string', number: 'number', integer: 'number', boolean: 'boolean' }[type];
};
