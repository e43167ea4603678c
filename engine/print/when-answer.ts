/** What an answer has to be, in plain words: the clauses of which the sentences about rules are made. */
import type { CompiledForm, Question } from '../compile/form.ts';
import type { Schema } from '../definition/model/definition.ts';
import type { JsonValue } from '../json.ts';
import { formatNumber } from '../text/index.ts';
import type { BlankTranslate } from './blank-words.ts';
import { showAnswer } from './show.ts';

/** What a clause is made of. */
export interface ClauseContext {
  form: CompiledForm;
  t: BlankTranslate;
}

/** `A`, `A or B`, `A, B or C`. */
export const listed = (words: readonly string[], joint: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${joint}${words.at(-1) ?? ''}`;

/** Choices in quotation marks, `“River” or “Lake”`. */
export const quoted = (t: BlankTranslate, words: readonly string[]): string =>
  listed(
    words.map((word) => `“${word}”`),
    t('or'),
  );

const wordsFor = (form: CompiledForm, question: Question, value: JsonValue): string =>
  question.choices?.find((choice) => choice.value === value)?.label ??
  showAnswer(form, question, value, question.pointer, () => true).join(', ');

const isValue = (value: unknown): value is JsonValue =>
  value !== undefined && ['string', 'number', 'boolean', 'object'].includes(typeof value);

/** The answers that a schema lets through, where it names them; `not`: those that it does not. */
const named = (schema: Schema): { values: JsonValue[]; not: boolean } | undefined => {
  if (isValue(schema.const)) return { values: [schema.const], not: false };
  if (schema.enum !== undefined) return { values: schema.enum, not: false };
  const inner = schema.not && named(schema.not);
  return inner && { values: inner.values, not: !inner.not };
};

/** A limit that a schema sets to a number. */
export type Limit = 'least' | 'most' | 'more' | 'less';

const limits: readonly (readonly [string, Limit])[] = [
  ['minimum', 'least'],
  ['maximum', 'most'],
  ['exclusiveMinimum', 'more'],
  ['exclusiveMaximum', 'less'],
];

/** What numbers a schema wants, in a clause for each limit; `undefined` when it sets none. */
export const limitClause = (
  schema: Schema,
  tell: (limit: Limit, value: number) => string,
  t: BlankTranslate,
): string | undefined => {
  const told = limits.flatMap(([keyword, limit]) => {
    const value = schema[keyword];
    return typeof value === 'number' ? [tell(limit, value)] : [];
  });
  return told.length === 0 ? undefined : told.join(t('and'));
};

const valueClause = ({ form, t }: ClauseContext, question: Question, values: JsonValue[], not: boolean): string => {
  const { label } = question;
  if (question.kind === 'tick') return t((values[0] === true) === not ? 'notTicked' : 'ticked', { question: label });
  const words = quoted(
    t,
    values.map((value) => wordsFor(form, question, value)),
  );
  return t(not ? 'isNot' : 'is', { values: words, question: label });
};

const choicesClause = ({ form, t }: ClauseContext, question: Question, schema: Schema): string | undefined => {
  const contains = schema.contains ?? schema.not?.contains;
  const found = contains && named(contains);
  if (question.kind !== 'choices' || found === undefined || found.not) return undefined;
  const words = quoted(
    t,
    found.values.map((value) => wordsFor(form, question, value)),
  );
  return t(schema.contains === undefined ? 'notChose' : 'chose', { values: words, question: question.label });
};

/** Whether a schema wants no more than that there is an answer, or none. */
const wantsAnswer = ({ type, minLength, minItems, maxItems, not, ...others }: Schema): boolean | undefined => {
  if (Object.keys(others).length > 0) return undefined;
  if (not !== undefined) {
    const inner = wantsAnswer(not);
    return inner === undefined ? undefined : !inner;
  }
  if (maxItems === 0) return false;
  if (maxItems !== undefined || (minLength ?? 1) > 1 || (minItems ?? 1) > 1) return undefined;
  return type === undefined && minLength === undefined && minItems === undefined ? undefined : true;
};

/** What an answer has to be, as a clause that begins in lower case; `undefined` when there are no plain words for it. */
export const answerClause = (clauseContext: ClauseContext, question: Question, schema: Schema): string | undefined => {
  const { form, t } = clauseContext;
  const found = named(schema);
  if (found !== undefined) return valueClause(clauseContext, question, found.values, found.not);
  const wanted = wantsAnswer(schema);
  if (wanted !== undefined) return t(wanted ? 'answered' : 'notAnswered', { question: question.label });
  return (
    choicesClause(clauseContext, question, schema) ??
    limitClause(
      schema,
      (limit, value) => t(limit, { value: formatNumber(value, form.language), question: question.label }),
      t,
    )
  );
};

/** What is said of a condition for which there are no plain words: the questions by which it is decided. */
export const calledFor = (t: BlankTranslate, questions: readonly Question[]): string => {
  const labels = [...new Set(questions.map(({ label }) => label))];
  if (labels.length === 0) return t('applies');
  const names = labels.map((label) => `“${label}”`);
  return t('calledFor', { questions: listed(names, t('and')) });
};
