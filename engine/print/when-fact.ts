/** Conditions on derived facts in plain words: what the person can see in their own answers, never the name of the fact. */
import type { Question } from '../compile/form.ts';
import { conditionKey } from '../compile/keys.ts';
import type { Fact, Schema } from '../definition/definition.ts';
import { isObject, type JsonValue, textOf } from '../json.ts';
import { formatNumber } from '../text/index.ts';
import { answerClause, calledFor, limitClause, listed, quoted, type Limit, type Telling } from './when-answer.ts';

const factOf = ({ form }: Telling, name: string): Fact | undefined => {
  const { facts } = form.definition.checks;
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
};

const questionFor = ({ form }: Telling, value: JsonValue | undefined): Question | undefined =>
  typeof value === 'string' && value.startsWith('/') ? form.questionAt(value) : undefined;

/** The questions from whose answers a fact follows, through other facts. */
const sourcesOf = (telling: Telling, value: JsonValue, seen: ReadonlySet<string> = new Set()): Question[] => {
  if (Array.isArray(value)) return value.flatMap((entry) => sourcesOf(telling, entry, seen));
  if (isObject(value)) return Object.values(value).flatMap((entry) => sourcesOf(telling, entry, seen));
  if (typeof value !== 'string') return [];
  const question = questionFor(telling, value);
  if (question !== undefined) return [question];
  const name = value.slice(1);
  const fact = value.startsWith('$') && !seen.has(name) ? factOf(telling, name) : undefined;
  return fact === undefined ? [] : sourcesOf(telling, fact, new Set([...seen, name]));
};

/** A month and day, `08-31`, as people write it. */
const dayOf = ({ form }: Telling, monthDay: string): string =>
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

type Clause = (telling: Telling, fact: Fact, schema: Schema) => string | undefined;

const ageClause: Clause = (telling, { date, on }, schema) => {
  const { t, form } = telling;
  const question = questionFor(telling, date);
  if (question === undefined) return undefined;
  const last = isObject(on) && on['day'] === undefined ? on['lastBefore'] : undefined;
  if (on !== 'today' && typeof last !== 'string') return undefined;
  const day = typeof last === 'string' ? { day: dayOf(telling, last) } : {};
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

const monthsClause: Clause = (telling, { from, to }, schema) => {
  const question = questionFor(telling, from);
  if (question === undefined || to !== 'today') return undefined;
  const { t } = telling;
  const tell = (limit: Limit, given: number): string => {
    const [word, value] = whole(limit, given);
    return t(word === 'least' ? 'monthsLeast' : 'monthsMost', { question: question.label, value });
  };
  return limitClause(schema, tell, t);
};

const countClause: Clause = (telling, { of }, schema) => {
  const question = questionFor(telling, of);
  if (question === undefined) return undefined;
  const { t } = telling;
  const tell = (limit: Limit, given: number): string => {
    const [word, value] = whole(limit, given);
    return t(word === 'least' ? 'rowsLeast' : 'rowsMost', { question: question.label, value });
  };
  return limitClause(schema, tell, t);
};

const valueOf: Clause = (telling, { of }, schema) => {
  const question = questionFor(telling, of);
  if (question !== undefined) return answerClause(telling, question, schema);
  return typeof of === 'string' && of.startsWith('$') ? knownClause(telling, of.slice(1), schema) : undefined;
};

/** The keys of a map whose values the condition lets through are what the value looked up has to be. */
const lookupClause: Clause = (telling, { of, map }, schema) => {
  const fits = telling.form.validators(conditionKey(schema));
  if (!isObject(map) || typeof of !== 'string') return undefined;
  const wanted = fits === undefined ? schema.enum : undefined;
  const keys = Object.keys(map).filter((key) =>
    fits === undefined ? wanted?.includes(map[key] ?? null) === true : fits(map[key]).length === 0,
  );
  if (keys.length === 0) return undefined;
  const question = questionFor(telling, of);
  if (question?.choices !== undefined) {
    const labels = question.choices.flatMap(({ value, label }) => (keys.includes(textOf(value)) ? [label] : []));
    return telling.t('is', { values: quoted(telling.t, labels), question: question.label });
  }
  return of.startsWith('$') ? knownClause(telling, of.slice(1), { enum: keys }) : undefined;
};

const differClause: Clause = (telling, { left, right }, schema) => {
  const [one, other] = [questionFor(telling, left), questionFor(telling, right)];
  if (one === undefined || other === undefined || schema.const !== true) return undefined;
  return telling.t('differ', { question: one.label, other: other.label });
};

const clauses: Readonly<Record<string, Clause>> = {
  ageOn: ageClause,
  monthsBetween: monthsClause,
  count: countClause,
  value: valueOf,
  lookup: lookupClause,
  differ: differClause,
};

const knownClause = (telling: Telling, name: string, schema: Schema): string | undefined => {
  const fact = factOf(telling, name);
  const tell = fact !== undefined && Object.hasOwn(clauses, fact.fn) ? clauses[fact.fn] : undefined;
  return fact === undefined ? undefined : tell?.(telling, fact, schema);
};

/** What a fact has to be, as a clause; where there are no plain words for it, the questions by which it is decided. */
export const factClause = (telling: Telling, name: string, schema: Schema): string => {
  const fact = factOf(telling, name);
  return (
    knownClause(telling, name, schema) ??
    calledFor(telling.t, fact === undefined ? [] : sourcesOf(telling, { ...fact, fn: null, map: null }))
  );
};
