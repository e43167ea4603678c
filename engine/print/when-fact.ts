/** Conditions on derived facts in plain words: what the person can see in their own answers, never the name of the fact. */
import type { Question } from '../compile/form.ts';
import { conditionKey } from '../compile/keys.ts';
import type { Fact, Schema } from '../definition/model/definition.ts';
import { isObject, type JsonValue, textOf } from '../json.ts';
import { formatNumber } from '../text/index.ts';
import { answerClause, calledFor, limitClause, listed, quoted, type Limit, type ClauseContext } from './when-answer.ts';

const factOf = ({ form }: ClauseContext, name: string): Fact | undefined => {
  const { facts } = form.definition.checks;
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
};

const questionFor = ({ form }: ClauseContext, value: JsonValue | undefined): Question | undefined =>
  typeof value === 'string' && value.startsWith('/') ? form.questionAt(value) : undefined;

/** The questions from whose answers a fact follows, through other facts. */
const sourcesOf = (
  clauseContext: ClauseContext,
  value: JsonValue,
  seen: ReadonlySet<string> = new Set(),
): Question[] => {
  if (Array.isArray(value)) return value.flatMap((entry) => sourcesOf(clauseContext, entry, seen));
  if (isObject(value)) return Object.values(value).flatMap((entry) => sourcesOf(clauseContext, entry, seen));
  if (typeof value !== 'string') return [];
  const question = questionFor(clauseContext, value);
  if (question !== undefined) return [question];
  const name = value.slice(1);
  const fact = value.startsWith('$') && !seen.has(name) ? factOf(clauseContext, name) : undefined;
  return fact === undefined ? [] : sourcesOf(clauseContext, fact, new Set([...seen, name]));
};

/** A month and day, `08-31`, as people write it. */
const dayOf = ({ form }: ClauseContext, monthDay: string): string =>
  new Intl.DateTimeFormat(form.language === 'en' ? 'en-GB' : form.language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`2000-${monthDay}T00:00:00Z`));

const upTo = { least: 'Least', most: 'Most' } as const;

/** Whole numbers have no “more than”: more than 15 is 16 or more. */
const whole = (limit: Limit, value: number): ['least' | 'most', number] => {
  if (limit === 'more') return ['least', value + 1];
  return limit === 'less' ? ['most', value - 1] : [limit, value];
};

const numbersOf = (schema: Schema): number[] | undefined => {
  const values = schema.enum ?? (typeof schema.const === 'number' ? [schema.const] : undefined);
  const numbers = values?.map(Number);
  return numbers?.some(Number.isNaN) === true ? undefined : numbers;
};

type Clause = (clauseContext: ClauseContext, fact: Fact, schema: Schema) => string | undefined;

const ageClause: Clause = (clauseContext, { date, on }, schema) => {
  const { t, form } = clauseContext;
  const question = questionFor(clauseContext, date);
  if (question === undefined) return undefined;
  const last = isObject(on) && on['day'] === undefined ? on['lastBefore'] : undefined;
  if (on !== 'today' && typeof last !== 'string') return undefined;
  const day = typeof last === 'string' ? { day: dayOf(clauseContext, last) } : {};
  const age = typeof last === 'string' ? 'ageOn' : 'age';
  const ages = numbersOf(schema);
  if (ages !== undefined)
    return t(`${age}Is`, {
      ...day,
      question: question.label,
      values: listed(
        ages.map((each) => formatNumber(each, form.language)),
        t('or'),
      ),
    });
  const tell = (limit: Limit, given: number): string => {
    const [word, value] = whole(limit, given);
    return t(`${age}${upTo[word]}`, { ...day, question: question.label, value });
  };
  return limitClause(schema, tell, t);
};

const monthsClause: Clause = (clauseContext, { from, to }, schema) => {
  const question = questionFor(clauseContext, from);
  if (question === undefined || to !== 'today') return undefined;
  const { t } = clauseContext;
  const tell = (limit: Limit, given: number): string => {
    const [word, value] = whole(limit, given);
    return t(word === 'least' ? 'monthsLeast' : 'monthsMost', { question: question.label, value });
  };
  return limitClause(schema, tell, t);
};

const countClause: Clause = (clauseContext, { of }, schema) => {
  const question = questionFor(clauseContext, of);
  if (question === undefined) return undefined;
  const { t } = clauseContext;
  const tell = (limit: Limit, given: number): string => {
    const [word, value] = whole(limit, given);
    return t(word === 'least' ? 'rowsLeast' : 'rowsMost', { question: question.label, value });
  };
  return limitClause(schema, tell, t);
};

const valueOf: Clause = (clauseContext, { of }, schema) => {
  const question = questionFor(clauseContext, of);
  if (question !== undefined) return answerClause(clauseContext, question, schema);
  return typeof of === 'string' && of.startsWith('$') ? knownClause(clauseContext, of.slice(1), schema) : undefined;
};

/** The keys of a map whose values the condition lets through are what the value looked up has to be. */
const lookupClause: Clause = (clauseContext, { of, map }, schema) => {
  const fits = clauseContext.form.validators(conditionKey(schema));
  if (!isObject(map) || typeof of !== 'string') return undefined;
  const wanted = fits === undefined ? schema.enum : undefined;
  const keys = Object.keys(map).filter((key) =>
    fits === undefined ? wanted?.includes(map[key] ?? null) === true : fits(map[key]).length === 0,
  );
  if (keys.length === 0) return undefined;
  const question = questionFor(clauseContext, of);
  if (question?.choices !== undefined) {
    const labels = question.choices.flatMap(({ value, label }) => (keys.includes(textOf(value)) ? [label] : []));
    return clauseContext.t('is', { values: quoted(clauseContext.t, labels), question: question.label });
  }
  return of.startsWith('$') ? knownClause(clauseContext, of.slice(1), { enum: keys }) : undefined;
};

const differClause: Clause = (clauseContext, { left, right }, schema) => {
  const [one, other] = [questionFor(clauseContext, left), questionFor(clauseContext, right)];
  if (one === undefined || other === undefined || schema.const !== true) return undefined;
  return clauseContext.t('differ', { question: one.label, other: other.label });
};

const clauses: Readonly<Record<string, Clause>> = {
  ageOn: ageClause,
  monthsBetween: monthsClause,
  count: countClause,
  value: valueOf,
  lookup: lookupClause,
  differ: differClause,
};

const knownClause = (clauseContext: ClauseContext, name: string, schema: Schema): string | undefined => {
  const fact = factOf(clauseContext, name);
  const tell = fact !== undefined && Object.hasOwn(clauses, fact.fn) ? clauses[fact.fn] : undefined;
  return fact === undefined ? undefined : tell?.(clauseContext, fact, schema);
};

/** What a fact has to be, as a clause; where there are no plain words for it, the questions by which it is decided. */
export const factClause = (clauseContext: ClauseContext, name: string, schema: Schema): string => {
  const fact = factOf(clauseContext, name);
  return (
    knownClause(clauseContext, name, schema) ??
    calledFor(clauseContext.t, fact === undefined ? [] : sourcesOf(clauseContext, { ...fact, fn: null, map: null }))
  );
};
