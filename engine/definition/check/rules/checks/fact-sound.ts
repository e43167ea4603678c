import { Ajv2020 } from 'ajv/dist/2020.js';
import { argumentSchemas } from '../../../../facts/arguments.ts';
import { factFunction, factFunctions } from '../../../../facts/index.ts';
import { isObject, toPointer, type JsonValue, type Pointer } from '../../../../json.ts';
import type { Fact } from '../../../model/definition.ts';
import { didYouMean } from '../../../model/nearest.ts';
import { factScopes, placesNamed, type Scope } from '../../fact-types.ts';
import type { Finding } from '../../problem.ts';
import type { Rule } from '../rule.ts';

const ajv = new Ajv2020();
const fits = new Map(Object.entries(argumentSchemas).map(([kind, schema]) => [kind, ajv.compile(schema)]));

const functions = factFunctions.map(({ id }) => id);

const argumentFinding = (value: JsonValue, scope: Scope): string | undefined => {
  if (isObject(value)) return value['day'] === undefined ? undefined : argumentFinding(value['day'], scope);
  if (typeof value !== 'string') return undefined;
  const facts = Object.keys(scope.facts);
  if (value.startsWith('$') && !facts.includes(value.slice(1)))
    return `There is no fact “${value.slice(1)}”.${didYouMean(value.slice(1), facts)}`;
  if (value.startsWith('/') && placesNamed(value, scope.base, scope.answers).length === 0)
    return `There is no answer “${value}”.`;
  return undefined;
};

const factFindings = (fact: Fact, pointer: Pointer, scope: Scope): Finding[] => {
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
    const message = ['value', 'day'].includes(argument.takes) ? argumentFinding(value, scope) : undefined;
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
  check: (context) => {
    const { checks, answers } = context;
    if (!checks || !answers) return [];
    return [
      ...factScopes(context).flatMap(({ fact, pointer, scope }) => factFindings(fact, pointer, scope)),
      ...circles(checks.facts).map((name) => ({
        file: 'checks.json',
        pointer: `/facts${toPointer([name])}`,
        message: `The fact “${name}” needs itself.`,
      })),
    ];
  },
};
