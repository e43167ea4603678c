/** Values and types that conditions name and that an answer or a fact never has. */
import { textOf, type JsonValue } from '../../../json.ts';
import { didYouMean, namesOf } from '../../model/nearest.ts';
import type { Known } from '../fact-values.ts';
import type { Leaf } from '../ui-model.ts';
import { canBe } from './values.ts';

const valuesIn = (leaf: Leaf): JsonValue[] => {
  if ('expectedValue' in leaf) return [leaf.expectedValue];
  const { const: only, enum: several } = leaf.schema;
  return only === undefined ? (several ?? []) : [only];
};

/** The types of JSON by what a value is; a whole number is a number too. */
const typeOf = (range: Known): string[] =>
  ({ text: ['string'], number: ['number', 'integer'], integer: ['number', 'integer'], boolean: ['boolean'], any: [] })[
    range.type
  ];

const typeWords: Readonly<Record<Known['type'], string>> = {
  text: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  any: 'a value',
};

/** What is wrong with a condition on what is called so, in words. */
export const unfit = (leaf: Leaf, called: string, range: Known): string[] => {
  const types = typeOf(range);
  const type = 'schema' in leaf ? leaf.schema.type : undefined;
  const words = `it is ${typeWords[range.type]}`;
  if (type !== undefined && types.length > 0 && !types.includes(type))
    return [`“${called}” is never of type ${type}; ${words}.`];
  return valuesIn(leaf)
    .filter((value) => !canBe(range, value))
    .map((value) => {
      const written = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
      if (range.only === undefined || (types.length === 1 && typeof value !== types[0]))
        return `“${called}” can never be ${written}${typeof value === 'string' ? ', a text' : ''}; ${words}.`;
      const choices = range.only.map(textOf);
      return `“${called}” can never be ${written}.${didYouMean(textOf(value), choices)} It can be ${namesOf(choices)}.`;
    });
};
