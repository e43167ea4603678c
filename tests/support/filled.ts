/** Answers to a form as large as somebody wants them: every table filled to so many rows, every long text to so many lines. */
import type { CompiledForm, Question, Schema } from '../../engine/index.ts';
import { resolve } from '../../engine/compile/resolve.ts';
import { type JsonObject, type JsonValue } from '../../engine/json.ts';

/** What stands in the rows of tables. `right`: what the questions ask for; the rest is what programs or a fault might send. */
export type Filling = 'right' | 'numbers' | 'blank' | 'wrong' | 'alike';

const rowsOf = (root: Schema, items: Schema, size: number, filling: Filling): JsonValue[] =>
  Array.from({ length: size }, (_, row): JsonValue => {
    if (filling === 'numbers') return row;
    if (filling === 'blank') return row % 2 === 0 ? {} : valueOf(root, items, 1, row, filling);
    return valueOf(root, items, 2, filling === 'alike' ? 0 : row, filling);
  });

const scalar = (schema: Schema, row: number, filling: Filling): JsonValue => {
  if (filling === 'wrong') return row % 3 === 0 ? '§' : row % 3 === 1 ? 7.123 : false;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[row % schema.enum.length] ?? null;
  switch (schema.type) {
    case 'boolean':
      return row % 2 === 0;
    case 'number':
    case 'integer':
      return row + 1;
    default:
      return schema.format === 'date' ? `20${String(10 + (row % 80))}-01-31` : `Words of row ${row}`;
  }
};

/** A value for a schema; lists of rows inside it have `size` rows. */
const valueOf = (root: Schema, unresolved: Schema, size: number, row: number, filling: Filling): JsonValue => {
  const { schema } = resolve(root, unresolved, '');
  const branches = schema.oneOf ?? schema.anyOf;
  const branch = branches?.[row % branches.length];
  const { oneOf: _, anyOf: __, ...others } = schema;
  if (branch !== undefined) return valueOf(root, { ...others, ...branch }, size, row, filling);
  if (schema.type === 'array') return rowsOf(root, schema.items ?? {}, size, filling);
  if (schema.type !== 'object' && schema.properties === undefined) return scalar(schema, row, filling);
  return objectOf(root, schema, size, row, filling);
};

const objectOf = (root: Schema, schema: Schema, size: number, row: number, filling: Filling): JsonObject =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([key, property], index): [string, JsonValue][] =>
      filling === 'blank' && index % 2 === 0
        ? [[key, ' ']]
        : [[key, valueOf(root, property, size, row + index, filling)]],
    ),
  );

/** Every question answered; every table and list has `size` entries. */
export const filledTo = ({ definition: { schema } }: CompiledForm, size: number, filling: Filling): JsonObject =>
  objectOf(schema, schema, size, 1, filling);

const isText = ({ kind }: Question): boolean => kind === 'text' || kind === 'longText';

/** The texts at the top, each of `size` lines, and as many answers as lines that the form does not ask for. */
export const longTexts = (form: CompiledForm, size: number): JsonObject =>
  Object.fromEntries([
    ...form.questions
      .filter(isText)
      .map(({ pointer }): [string, JsonValue] => [pointer.slice(1), 'A line of words.\n'.repeat(size)]),
    ...Array.from({ length: size }, (_, index): [string, JsonValue] => [`unknown${index}`, index]),
  ]);
