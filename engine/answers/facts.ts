import type { AnswerContext, CompiledForm } from '../compile/form.ts';
import type { Fact } from '../definition/model/definition.ts';
import { factFunction, type FactValue } from '../facts/index.ts';
import { fromPointer, isObject, type JsonObject, type JsonValue } from '../json.ts';
import { isRealDate, lastBefore } from '../text/calendar.ts';
import { normalise } from './normalise.ts';

/** Gives a fact by name, worked out when it is first asked for; `undefined` when it cannot be, or goes in a circle. */
export type Facts = (name: string) => FactValue;

/** The rows of a table; of a table whose rows have names these, with those that a person added under them. */
const rowsOf = (node: JsonValue | undefined): JsonValue[] | undefined =>
  Array.isArray(node) ? node : isObject(node) ? Object.values(node).flat() : undefined;

/** The value at a pointer; through `*` the list of values in all rows, `null` where a row has none. */
const read = (node: JsonValue | undefined, segments: readonly string[]): FactValue => {
  const [head, ...rest] = segments;
  if (head === undefined) return node;
  if (head === '*') {
    return rowsOf(node)?.flatMap((row) => read(row, rest) ?? null);
  }
  if (Array.isArray(node)) return read(node[Number(head)], rest);
  return isObject(node) && Object.hasOwn(node, head) ? read(node[head], rest) : undefined;
};

const contextValue = (context: AnswerContext, name: string): FactValue =>
  name === 'today' ? context.today : Object.hasOwn(context.values, name) ? context.values[name] : undefined;

/**
 * Facts by their definitions, read from `root`: all answers, or one row. Names not defined here are asked of `outer`.
 * `root` must be free of blanks, so that a blank row does not count.
 */
export const factsOf = (
  definitions: Readonly<Record<string, Fact>>,
  root: JsonObject,
  context: AnswerContext,
  outer: Facts = () => undefined,
): Facts => {
  const known = new Map<string, FactValue>();

  const value = (raw: JsonValue | undefined): FactValue => {
    if (typeof raw !== 'string') return raw;
    if (raw.startsWith('/')) return read(root, fromPointer(raw));
    if (raw.startsWith('$')) return fact(raw.slice(1));
    return raw.startsWith('context:') ? contextValue(context, raw.slice('context:'.length)) : undefined;
  };
  const day = (raw: JsonValue | undefined): FactValue => {
    if (raw === 'today') return context.today;
    if (typeof raw === 'string' && isRealDate(raw)) return raw;
    if (isObject(raw)) {
      const before = raw['day'] === undefined ? context.today : day(raw['day']);
      const { lastBefore: monthDay } = raw;
      return typeof monthDay === 'string' && typeof before === 'string' ? lastBefore(monthDay, before) : undefined;
    }
    return value(raw);
  };
  const workOut = (definition: Fact): FactValue => {
    const called = factFunction(definition.fn);
    if (called === undefined) return undefined;
    const given = Object.entries(called.arguments).map(([name, { takes }]): [string, FactValue] => {
      const raw = definition[name];
      return [name, takes === 'value' ? value(raw) : takes === 'day' ? day(raw) : raw];
    });
    return called.evaluate(Object.fromEntries(given));
  };
  const fact: Facts = (name) => {
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (definition === undefined) return outer(name);
    if (!known.has(name)) {
      known.set(name, undefined);
      known.set(name, workOut(definition));
    }
    return known.get(name);
  };
  return fact;
};

/** Every fact of a form for these answers, by name; those that cannot be worked out are absent. */
export const facts = (form: CompiledForm, answers: JsonObject, context: AnswerContext): Record<string, JsonValue> => {
  const definitions = form.definition.checks.facts;
  const fact = factsOf(definitions, normalise(form, answers), context);
  return Object.fromEntries(
    Object.keys(definitions).flatMap((name): [string, JsonValue][] => {
      const value = fact(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
};
