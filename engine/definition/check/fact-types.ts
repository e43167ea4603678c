/** Where facts stand, and of what kind the values are that they name. */
import { isObject, type JsonValue, type Pointer } from '../../json.ts';
import type { Fact } from '../model/definition.ts';
import type { Place, SchemaModel } from '../model/schema-model.ts';
import { checksWithBase } from './conditions/leaves.ts';
import { answerValues, factValues, type Known } from './fact-values.ts';
import type { CheckContext, ValueType } from './rules/rule.ts';

/** What names in a fact stand for. */
export interface Scope {
  /** The whole form, or the row that a check goes through. */
  base: Place;
  answers: SchemaModel;
  /** All facts that can be named there. */
  facts: Readonly<Record<string, Fact>>;
  /** Kinds of what is known beforehand, by name. */
  values: Readonly<Record<string, ValueType>>;
  /** Inside `each`, where rows have numbers. */
  isRow: boolean;
}

type Type = Exclude<ValueType, 'object' | 'list'>;

export const typeWords: Readonly<Record<ValueType | 'ordered', string>> = {
  text: 'a text',
  day: 'a day',
  number: 'a number',
  boolean: 'true or false',
  object: 'several values, such as an address',
  list: 'a list',
  ordered: 'a day, a time or a number',
};

/** Every fact of checks.json with where it is written. */
export const factScopes = (context: CheckContext): { fact: Fact; pointer: Pointer; scope: Scope }[] => {
  const { checks, checksReferences, answers, knownValues = {} } = context;
  if (!checks || !answers) return [];
  const of = (facts: Readonly<Record<string, Fact>>, scope: Scope) =>
    Object.values(facts).map((fact) => ({ fact, pointer: checksReferences?.originOf(fact) ?? '', scope }));
  const whole = { base: answers.root, answers, facts: checks.facts, values: knownValues, isRow: false };
  return [
    ...of(checks.facts, whole),
    ...checksWithBase(context).flatMap(({ check: { each, facts = {} }, base }) =>
      of(facts, { ...whole, base, facts: { ...checks.facts, ...facts }, isRow: each !== undefined }),
    ),
  ];
};

/** The answers that a pointer names; `*` goes through the rows of a table, named ones too. */
export const placesNamed = (pointer: Pointer, base: Place, answers: SchemaModel): Place[] => {
  if (!pointer.startsWith('/')) return [];
  const star = pointer.indexOf('/*');
  const table = star < 0 ? undefined : answers.find(pointer.slice(0, star), base);
  if (table === undefined || table.schema.type === 'array')
    return [answers.find(pointer, base)].flatMap((at) => at ?? []);
  const rest = pointer.slice(star + 2);
  return answers.childrenOf(table).flatMap((row) => placesNamed(rest, answers.rowOf(row), answers));
};

const typeOf = (range: Known | undefined): Type | undefined => {
  if (range === undefined || range.type === 'any') return undefined;
  if (range.type === 'text') return range.day === true ? 'day' : 'text';
  return range.type === 'boolean' ? 'boolean' : 'number';
};

/** The kind of what an argument names, of lists that of their entries; `undefined` where it is not known. */
export const argumentType = (value: JsonValue | undefined, scope: Scope, depth = 0): Type | undefined => {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (isObject(value)) return 'day';
  if (typeof value !== 'string' || depth > 12) return undefined;
  if (value === 'today' || /^\d{4}-/.test(value)) return 'day';
  if (value.startsWith('$')) {
    const fact = Object.hasOwn(scope.facts, value.slice(1)) ? scope.facts[value.slice(1)] : undefined;
    if (fact?.fn === 'value') return argumentType(fact['of'], scope, depth + 1);
    return fact && typeOf(factValues(fact));
  }
  if (value.startsWith('context:')) {
    const name = value.slice('context:'.length);
    if (name === 'today') return 'day';
    const known = Object.hasOwn(scope.values, name) ? scope.values[name] : undefined;
    return known === 'object' || known === 'list' ? undefined : known;
  }
  const types = new Set(placesNamed(value, scope.base, scope.answers).map((place) => typeOf(answerValues(place))));
  return types.size === 1 ? [...types][0] : undefined;
};
