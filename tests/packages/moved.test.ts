/** A form of which questions got other names, and whose migration says so, breaks nothing: `diff` calls none of it breaking. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, diff, type CompiledForm, type FormDefinition } from '../../engine/index.ts';
import { isObject } from '../../engine/json.ts';
import { formIds, readForm } from '../support/browser/read-form.ts';

const keysOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (!isObject(value)) return [];
  const { properties } = value;
  return [...(isObject(properties) ? Object.keys(properties) : []), ...Object.values(value).flatMap(keysOf)];
};

/** The questions of a form whose name is that of no other place in it, so that a pointer tells by itself which one it means. */
const namesIn = ({ schema }: FormDefinition): string[] => {
  const all = keysOf(schema);
  return Object.keys(schema.properties ?? {}).filter((name) => all.filter((other) => other === name).length === 1);
};

type Names = ReadonlyMap<string, string>;

/** `/firstName` and `#/properties/firstName/…` with the question's other name. */
const pointed = (text: string, names: Names): string =>
  text.replace(
    /^(#\/properties\/|\/)([A-Za-z]\w*)(?=\/|$)/,
    (_whole, start: string, name: string) => start + (names.get(name) ?? name),
  );

const repointed = (value: unknown, names: Names): unknown => {
  if (typeof value === 'string') return pointed(value, names);
  if (Array.isArray(value)) return value.map((entry) => repointed(entry, names));
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, repointed(entry, names)]))
    : value;
};

const renamed = <T>(object: Record<string, T>, names: Names): Record<string, T> =>
  Object.fromEntries(
    Object.entries(object).map(([key, entry]) => {
      const [head = '', ...rest] = key.split('.');
      return [[names.get(head) ?? head, ...rest].join('.'), entry] as const;
    }),
  );

const withOtherNames = ({ definition }: CompiledForm, names: Names): CompiledForm => {
  const { schema, texts } = definition;
  const { properties = {}, required = [] } = schema;
  const other = repointed(definition, names) as FormDefinition;
  other.schema.properties = renamed(other.schema.properties ?? {}, names);
  other.schema.required = required.map((name) => names.get(name) ?? name);
  other.texts = Object.fromEntries(
    Object.entries(texts).map(([language, own]) => [language, { ...own, ...renamed(own, names) }]),
  );
  expect(Object.keys(other.schema.properties)).toHaveLength(Object.keys(properties).length);
  return compile(other, () => undefined);
};

test.each(formIds)('questions of %s that a migration carries are not called breaking', (id) => {
  const { form } = readForm(id);
  const names = namesIn(form.definition);
  expect(names.length).toBeGreaterThan(10);
  const some = fc
    .subarray(names, { minLength: 1 })
    .map((chosen) => new Map(chosen.map((name, at) => [name, `carried${at}`])));
  fc.assert(
    fc.property(some, (moved) => {
      const steps = [...moved].map(([from, to]) => ({ move: `/${from}`, to: `/${to}` }));
      const changes = diff(form, withOtherNames(form, moved), { from: form.definition.manifest.version, steps });
      expect(changes.filter(({ level, words }) => level === 'breaking' || words.includes('in other cases'))).toEqual(
        [],
      );
    }),
    { numRuns: 20, examples: [[new Map(names.map((name) => [name, `${name}New`]))]] },
  );
});
