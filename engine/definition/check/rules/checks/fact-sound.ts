import { Ajv2020 } from 'ajv/dist/2020.js';
import { argumentSchemas } from '../../../../facts/arguments.ts';
import { factFunction, factFunctions } from '../../../../facts/index.ts';
import { isObject, toPointer, type JsonValue, type Pointer } from '../../../../json.ts';
import type { Fact } from '../../../model/definition.ts';
import { didYouMean } from '../../../model/nearest.ts';
import type { Finding } from '../../problem.ts';
import type { Place, SchemaModel } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

const ajv = new Ajv2020();
const fits = new Map(Object.entries(argumentSchemas).map(([kind, schema]) => [kind, ajv.compile(schema)]));

const functions = factFunctions.map(({ id }) => id);

/** Whether a pointer names answers; `*` goes through the rows of a table, named ones too. */
const names = (pointer: Pointer, base: Place, answers: SchemaModel): boolean => {
  const star = pointer.indexOf('/*');
  const table = star < 0 ? undefined : answers.find(pointer.slice(0, star), base);
  if (table === undefined || table.schema.type === 'array') return answers.find(pointer, base) !== undefined;
  const rest = pointer.slice(star + 2);
  return answers.childrenOf(table).some((row) => names(rest, answers.rowOf(row), answers));
};

const argumentFinding = (
  value: JsonValue,
  base: Place,
  answers: SchemaModel,
  facts: readonly string[],
): string | undefined => {
  if (isObject(value))
    return value['day'] === undefined ? undefined : argumentFinding(value['day'], base, answers, facts);
  if (typeof value !== 'string') return undefined;
  if (value.startsWith('$') && !facts.includes(value.slice(1)))
    return `There is no fact “${value.slice(1)}”.${didYouMean(value.slice(1), facts)}`;
  if (value.startsWith('/') && !names(value, base, answers)) return `There is no answer “${value}”.`;
  return undefined;
};

const factFindings = (
  fact: Fact,
  pointer: Pointer,
  base: Place,
  answers: SchemaModel,
  facts: readonly string[],
): Finding[] => {
  const told = (key: string, message: string): Finding => ({
    file: 'checks.json',
    pointer: `${pointer}${toPointer([key])}`,
    message,
  });
  const called = factFunction(fact.fn);
  if (called === undefined) return [told('fn', `There is no function “${fact.fn}”.${didYouMean(fact.fn, functions)}`)];
  const missing = Object.entries(called.arguments)
    .filter(([name, { optional }]) => optional !== true && fact[name] === undefined)
    .map(([name]): Finding => ({ file: 'checks.json', pointer, message: `${fact.fn} needs “${name}”.` }));
  const given = Object.entries(fact).flatMap(([name, value]): Finding[] => {
    if (name === 'fn') return [];
    const argument = Object.hasOwn(called.arguments, name) ? called.arguments[name] : undefined;
    if (argument === undefined)
      return [told(name, `${fact.fn} takes no “${name}”.${didYouMean(name, Object.keys(called.arguments))}`)];
    if (fits.get(argument.takes)?.(value) !== true)
      return [told(name, `This is nothing that “${name}” of ${fact.fn} can be.`)];
    const message = ['value', 'day'].includes(argument.takes)
      ? argumentFinding(value, base, answers, facts)
      : undefined;
    return message === undefined ? [] : [told(name, message)];
  });
  return [...missing, ...given];
};

/** Facts that need themselves, by way of others. */
const circles = (facts: Readonly<Record<string, Fact>>): string[] => {
  const needs = (name: string): string[] =>
    Object.values(facts[name] ?? {})
      .map((value) => (isObject(value) ? value['day'] : value))
      .flatMap((value) => (typeof value === 'string' && value.startsWith('$') ? [value.slice(1)] : []));
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    needs(from).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return Object.keys(facts).filter((name) => reaches(name, name, new Set()));
};

export const factSound: Rule = {
  id: 'fact-sound',
  severity: 'error',
  about:
    'A fact calls a function that exists, with what it needs, about answers and facts that exist, and not in a circle.',
  hint: 'See the functions and their arguments in the documentation of checks.json.',
  wrong: '"age": { "fn": "age", "date": "/dateOfBirth" }',
  right: '"age": { "fn": "ageOn", "date": "/dateOfBirth", "on": "today" }',
  check: ({ checks, checksReferences, answers }) => {
    if (!checks || !answers) return [];
    const own = Object.keys(checks.facts);
    const origin = (object: object): Pointer => checksReferences?.originOf(object) ?? '';
    return [
      ...Object.values(checks.facts).flatMap((fact) => factFindings(fact, origin(fact), answers.root, answers, own)),
      ...circles(checks.facts).map((name) => ({
        file: 'checks.json',
        pointer: `/facts${toPointer([name])}`,
        message: `The fact “${name}” needs itself.`,
      })),
      ...checks.checks.flatMap((check) => {
        const table = check.each === undefined ? answers.root : answers.find(check.each);
        if (table === undefined) return [];
        const facts = check.facts ?? {};
        const all = [...own, ...Object.keys(facts)];
        return Object.values(facts).flatMap((fact) =>
          factFindings(fact, origin(fact), answers.rowOf(table), answers, all),
        );
      }),
    ];
  },
};
