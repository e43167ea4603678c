/** Forms made at random and edited at random, as councils change theirs: questions renamed, taken out, asked in another way. */
import fc from 'fast-check';
import { compile } from '../compile/compile.ts';
import type { CompiledForm } from '../compile/form.ts';
import type { FormDefinition, Schema, UiElement } from '../definition/model/definition.ts';
import type { JsonObject, JsonValue, Pointer } from '../json.ts';
import type { MigrationStep } from '../versions/migration.ts';
import { definition as licence } from './licence.ts';

export type Field =
  | { kind: 'text' | 'number' | 'yesNo' }
  | { kind: 'choice' | 'choices'; options: string[] }
  | { kind: 'group' | 'table'; fields: Record<string, Field> };

const options = fc.uniqueArray(fc.constantFrom('red', 'green', 'blue', '7'), { minLength: 1 });
const simple: fc.Arbitrary<Field> = fc.oneof(
  fc.constantFrom<Field[]>({ kind: 'text' }, { kind: 'number' }, { kind: 'yesNo' }),
  fc.record({ kind: fc.constantFrom('choice' as const, 'choices' as const), options }),
);
const keyed = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(fc.constantFrom('ant', 'bee', 'cat', 'dog', 'elk'), value, {
    minKeys: 1,
    maxKeys: 4,
    noNullPrototype: true,
  });

const field: fc.Arbitrary<Field> = fc.oneof(
  { weight: 3, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('group' as const, 'table' as const), fields: keyed(simple) }),
  },
);

export type Fields = Record<string, Field>;

/** Two versions of a form, with the steps that say what was renamed. */
export const twoVersions: fc.Arbitrary<{ before: Fields; after: Fields; steps: MigrationStep[] }> = keyed(field).chain(
  (before) =>
    fc
      .array(
        fc.record({
          key: fc.constantFrom(...Object.keys(before)),
          edit: fc.constantFrom('remove' as const, 'replace' as const, 'rename' as const, 'collide' as const),
          other: field,
        }),
        { maxLength: 3 },
      )
      .map((edits) => {
        const after: Fields = { ...before };
        const steps: MigrationStep[] = [];
        edits.forEach(({ key, edit, other }, index) => {
          const own = after[key];
          if (own === undefined) return;
          if (edit === 'replace') after[key] = other;
          else if (edit === 'collide') steps.push({ move: `/${key}`, to: `/${Object.keys(before)[0] ?? key}` });
          else Reflect.deleteProperty(after, key);
          if (edit === 'rename') {
            after[`new${index}`] = own;
            steps.push({ move: `/${key}`, to: `/new${index}` });
          }
        });
        return { before, after, steps };
      }),
);

/** A form of which questions have other names, at the top and in groups and rows, with the steps that say so. */
export const otherNames: fc.Arbitrary<{ before: Fields; after: Fields; steps: MigrationStep[] }> = keyed(field).chain(
  (before) =>
    fc.func(fc.boolean()).map((moves) => {
      const steps: MigrationStep[] = [];
      const carried = (fields: Fields, from: Pointer, to: Pointer): Fields =>
        Object.fromEntries(
          Object.entries(fields).map(([key, each]) => {
            const name = moves(`${from}/${key}`) ? `${key}New` : key;
            const [there, here] = [`${from}/${key}`, `${to}/${name}`];
            if (there !== here) steps.push({ move: there, to: here });
            if (each.kind !== 'group' && each.kind !== 'table') return [name, each];
            const row = each.kind === 'table' ? '/*' : '';
            return [name, { ...each, fields: carried(each.fields, there + row, here + row) }];
          }),
        );
      return { before, after: carried(before, '', ''), steps };
    }),
);

const schemaOf = (each: Field): Schema => {
  switch (each.kind) {
    case 'text':
      return { type: 'string', maxLength: 20 };
    case 'number':
      return { type: 'number' };
    case 'yesNo':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'string', enum: each.options };
    case 'choices':
      return { type: 'array', items: { type: 'string', enum: each.options } };
    case 'group':
      return objectOf(each.fields);
    case 'table':
      return { type: 'array', items: objectOf(each.fields) };
  }
};

const objectOf = (fields: Fields): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(Object.entries(fields).map(([key, each]) => [key, schemaOf(each)])),
});

export const formOf = (fields: Fields): CompiledForm => {
  const controls = Object.keys(fields).map((key): UiElement => ({ type: 'Control', scope: `#/properties/${key}` }));
  const ui: UiElement = {
    type: 'Categorization',
    elements: [{ type: 'Category', i18n: 'page.only', elements: controls }],
  };
  const definition: FormDefinition = {
    ...licence,
    schema: objectOf(fields),
    ui,
    checks: { facts: {}, checks: [] },
    texts: { en: {} },
  };
  return compile(definition, () => undefined);
};

const valueOf = (each: Field): fc.Arbitrary<JsonValue> => {
  switch (each.kind) {
    case 'text':
      return fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('12', 'red', '7'));
    case 'number':
      return fc.integer();
    case 'yesNo':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...each.options);
    case 'choices':
      return fc.subarray(each.options);
    case 'group':
      return answersTo(each.fields);
    case 'table':
      return fc.array(answersTo(each.fields), { maxLength: 3 });
  }
};

/** Any answers that the questions allow, some left out. */
export const answersTo = (fields: Fields): fc.Arbitrary<JsonObject> =>
  fc
    .record(Object.fromEntries(Object.entries(fields).map(([key, each]) => [key, valueOf(each)])), { requiredKeys: [] })
    .map((record) =>
      Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
    );
