import type { CompiledForm, Question } from '../../compile/form.ts';
import { scopeTarget } from '../../compile/scope.ts';
import type { Condition, Schema } from '../../definition/model/definition.ts';
import { type JsonValue, type Pointer, parseJson, stableJson, textOf, valueAt } from '../../json.ts';
import { showAnswer } from '../../print/show.ts';
import { holds, type Scene } from './condition.ts';

/** A condition as an author reads it: what it looks at, what it wants there, and what is there now. */
export type ConditionSeen =
  | { kind: 'one'; scope: string; about: string; wanted: string; now: string; holds: boolean }
  | { kind: 'all' | 'any'; holds: boolean; parts: ConditionSeen[] };

/** The words for a value, by the question that it answers where it answers one. */
type ValueWords = (value: JsonValue) => string;

const quoted = (words: string): string => `“${words}”`;
const list = (words: readonly string[]): string => words.map(quoted).join(' or ');

/** What each keyword wants; a schema with any other keyword is told as it stands. */
const wants: Readonly<Record<string, (value: JsonValue, valueWords: ValueWords) => string>> = {
  const: (value, valueWords) => `is ${quoted(valueWords(value))}`,
  enum: (values, valueWords) => `is ${list(Array.isArray(values) ? values.map(valueWords) : [])}`,
  minimum: (limit) => `is ${textOf(limit)} or more`,
  maximum: (limit) => `is ${textOf(limit)} or less`,
  exclusiveMinimum: (limit) => `is more than ${textOf(limit)}`,
  exclusiveMaximum: (limit) => `is less than ${textOf(limit)}`,
  minLength: (limit) => (limit === 1 ? 'is answered' : `has ${textOf(limit)} characters or more`),
  minItems: (limit) => (limit === 1 ? 'has an answer' : `has ${textOf(limit)} or more`),
  pattern: (pattern) => `is written like ${textOf(pattern)}`,
};

const wantedBy = (schema: Schema, valueWords: ValueWords): string => {
  const { type, not, contains, ...others } = schema;
  const told = Object.entries(others).map(([keyword, value]): string | undefined => {
    const words = Object.hasOwn(wants, keyword) ? wants[keyword] : undefined;
    return words?.(parseJson(JSON.stringify(value)), valueWords);
  });
  if (not !== undefined) told.push(`not: ${wantedBy(not, valueWords)}`);
  if (contains !== undefined) told.push(`has one that ${wantedBy(contains, valueWords)}`);
  if (told.length === 0 && type !== undefined) return `is a ${type}`;
  return told.length === 0 || told.includes(undefined) ? `fits ${stableJson(schema)}` : told.join(' and ');
};

/** One entry of a list of choices is worded as the choice itself. */
const valueWordsFor =
  (form: CompiledForm, question: Question | undefined, at: Pointer): ValueWords =>
  (value) => {
    if (question === undefined) return typeof value === 'string' ? value : JSON.stringify(value);
    const choice = question.choices?.find((each) => each.value === value);
    return choice?.label ?? showAnswer(form, question, value, at, () => true).join(', ');
  };

/** A condition in words, each part with whether it holds. `base`: the pointer of the row or group that scopes are relative to. */
export const seen = (form: CompiledForm, condition: Condition, scene: Scene, base: Pointer): ConditionSeen => {
  if ('conditions' in condition) {
    const parts = condition.conditions.map((part) => seen(form, part, scene, base));
    return { kind: condition.type === 'AND' ? 'all' : 'any', holds: holds(condition, scene), parts };
  }
  const target = scopeTarget(condition.scope);
  const at = target.kind === 'answer' ? base + target.pointer : '';
  const question = target.kind === 'answer' ? form.questionAt(at) : undefined;
  const valueWords = valueWordsFor(form, question, at);
  const value = target.kind === 'fact' ? scene.fact(target.name) : valueAt(scene.root, target.pointer);
  const missing = target.kind === 'fact' ? 'cannot be worked out' : 'not answered';
  return {
    kind: 'one',
    scope: condition.scope,
    about: target.kind === 'fact' ? target.name : (question?.label ?? at),
    wanted:
      'expectedValue' in condition
        ? `is ${quoted(valueWords(condition.expectedValue))}`
        : wantedBy(condition.schema, valueWords),
    now: value === undefined ? missing : quoted(valueWords(value)),
    holds: holds(condition, scene),
  };
};
