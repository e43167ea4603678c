import { factFunction } from '../../../../facts/index.ts';
import { isObject, textOf, toPointer, type JsonValue } from '../../../../json.ts';
import type { Fact } from '../../../model/definition.ts';
import { didYouMean, namesOf } from '../../../model/nearest.ts';
import type { Place } from '../../../model/schema-model.ts';
import { canBe } from '../../conditions/values.ts';
import { answerValues } from '../../fact-values.ts';
import { argumentType, factScopes, placesNamed, typeWords, type Scope } from '../../fact-types.ts';
import type { Finding } from '../../problem.ts';
import type { Rule } from '../rule.ts';

type Told = (argument: string, message: string) => Finding;

/** Values of a column, or of the entries of a list of choices. */
const columnOf = (fact: Fact, { base, answers }: Scope): Place | undefined | 'unknown' => {
  const of = fact['of'];
  const tables = typeof of === 'string' && of.startsWith('/') ? placesNamed(of, base, answers) : [];
  const [table] = tables;
  if (table === undefined) return 'unknown';
  const rows = table.schema.type === 'array' ? [table] : answers.childrenOf(table);
  const columns = rows.flatMap((row) => answers.childrenOf(row));
  if (columns.length === 0) return 'unknown';
  return columns.find(({ answers: at }) => at.endsWith(`/${textOf(fact['field'])}`));
};

const cannotBe = (place: Place, value: JsonValue): string | undefined => {
  const range = answerValues(place);
  if (range === undefined || canBe(range, value)) return undefined;
  const choices = (range.only ?? []).map(textOf);
  const known = choices.length === 0 ? '' : ` It can be ${namesOf(choices)}.`;
  return `“${place.path}” can never be “${textOf(value)}”.${didYouMean(textOf(value), choices)}${known}`;
};

const counted = (fact: Fact, scope: Scope, told: Told): Finding[] => {
  const column = columnOf(fact, scope);
  if (column === 'unknown') return [];
  if (column === undefined) {
    const [table] = placesNamed(textOf(fact['of']), scope.base, scope.answers);
    const names = table
      ? scope.answers.childrenOf(table).map(({ answers: at }) => at.slice(at.lastIndexOf('/') + 1))
      : [];
    const field = textOf(fact['field']);
    return [told('field', `“${table?.path ?? ''}” has no column “${field}”.${didYouMean(field, names)}`)];
  }
  const equals = fact['equals'];
  const message = equals === undefined ? undefined : cannotBe(column, equals);
  return message === undefined ? [] : [told('equals', message)];
};

const included = (fact: Fact, { base, answers }: Scope, told: Told): Finding[] => {
  const [of, value] = [fact['of'], fact['value']];
  if (typeof of !== 'string' || value === undefined) return [];
  const messages = placesNamed(of, base, answers).map((place) => cannotBe(answers.rowOf(place), value));
  // Of several columns, one that can be it is enough.
  return messages[0] === undefined || messages.includes(undefined) ? [] : [told('value', messages[0])];
};

const lookedUp = (fact: Fact, { base, answers }: Scope, told: Told): Finding[] => {
  const { of, map } = fact;
  if (typeof of !== 'string' || !isObject(map)) return [];
  const codes = placesNamed(of, base, answers).flatMap((place) => (answerValues(place)?.only ?? []).map(textOf));
  if (codes.length === 0) return [];
  return Object.keys(map)
    .filter((code) => !codes.includes(code))
    .map((code) =>
      told('map', `“${of}” can never be “${code}”.${didYouMean(code, codes)} It can be ${namesOf(codes)}.`),
    );
};

const byFunction: Readonly<Record<string, (fact: Fact, scope: Scope, told: Told) => Finding[]>> = {
  countWhere: counted,
  includes: included,
  lookup: lookedUp,
};

/** Arguments of which the function can make nothing. */
const misfits = (fact: Fact, scope: Scope, told: Told): Finding[] => {
  const taken = factFunction(fact.fn)?.arguments ?? {};
  const given = Object.entries(taken).flatMap(([name, { takes, holds = takes === 'day' ? 'day' : undefined }]) => {
    const type = holds === undefined ? undefined : argumentType(fact[name], scope);
    return holds === undefined || type === undefined ? [] : [{ name, holds, type }];
  });
  const wrong = given.filter(({ holds, type }) => (holds === 'ordered' ? type === 'boolean' : type !== holds));
  if (wrong.length > 0)
    return wrong.map(({ name, holds, type }) =>
      told(
        name,
        `${fact.fn} needs ${typeWords[holds]} for “${name}”, and “${textOf(fact[name])}” is ${typeWords[type]}.`,
      ),
    );
  const [left, right] = given;
  return fact.fn === 'compare' && left && right && left.type !== right.type
    ? [
        told(
          right.name,
          `“${textOf(fact['left'])}” is ${typeWords[left.type]} and “${textOf(fact['right'])}” ${typeWords[right.type]}: these cannot be compared.`,
        ),
      ]
    : [];
};

export const factFits: Rule = {
  id: 'fact-fits',
  severity: 'error',
  about:
    'A fact is worked out from what its function can use: days from days, sums from numbers, counts of columns and codes that there are. Otherwise it could never be worked out, or would always be 0.',
  hint: 'Name an answer or a fact of the kind that is needed, or a code that the answer can have.',
  wrong: '"late": { "fn": "compare", "left": "/dateOfBirth", "right": "/firstName" }',
  right: '"late": { "fn": "compare", "left": "/dateOfBirth", "right": "/startsOn" }',
  check: (context) =>
    factScopes(context).flatMap(({ fact, pointer, scope }) => {
      const told: Told = (argument, message) => ({
        file: 'checks.json',
        pointer: `${pointer}${toPointer([argument])}`,
        message,
      });
      return [...misfits(fact, scope, told), ...(byFunction[fact.fn]?.(fact, scope, told) ?? [])];
    }),
};
