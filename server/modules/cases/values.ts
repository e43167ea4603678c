/** What the council holds about a case, checked by the kinds of its fields. */
import type { JsonObject, JsonValue } from '../../../engine/json.ts';
import { isObject } from '../../../engine/json.ts';
import { isRealDate } from '../../../engine/index.ts';
import type { ProblemBody } from '../../../wire/shapes.ts';
import { problem } from '../../core/errors.ts';
import type { CaseDescription, CaseField } from './settings-shape.ts';

type FieldErrors = NonNullable<ProblemBody['errors']>;

const lineLength = 200;
const textLength = 4000;
const mostRows = 100;

/** Thrown inside a check; becomes an error at the value's place. */
class Fault extends Error {
  override name = 'Fault';
}

const textOf = (value: unknown, longest: number): string => {
  if (typeof value !== 'string') throw new Fault('Enter a text');
  const text = value.normalize('NFC').trim();
  if (text.length > longest) throw new Fault(`Use ${longest} characters or fewer`);
  return text;
};

const rowOf = (row: unknown, columns: NonNullable<CaseField['columns']>): JsonObject => {
  if (!isObject(row)) throw new Fault('Enter rows with the columns of this list');
  const strange = Object.keys(row).find((name) => !columns.some((column) => column.name === name));
  if (strange !== undefined) throw new Fault(`“${strange.slice(0, 40)}” is not a column of this list`);
  const kept: JsonObject = {};
  for (const { name, label, kind, maxLength = textLength } of columns) {
    const value = row[name];
    if (value === undefined || value === null || value === '') continue;
    if (kind === 'number') {
      if (typeof value !== 'number') throw new Fault(`${label}: enter a number`);
      kept[name] = value;
      continue;
    }
    const text = textOf(value, maxLength);
    if (text !== '') kept[name] = text;
  }
  return kept;
};

const valueOf = ({ kind, maxLength, choices = [], columns = [] }: CaseField, value: unknown): JsonValue => {
  if (kind === 'list') {
    if (!Array.isArray(value)) throw new Fault('Enter a list');
    if (value.length > mostRows) throw new Fault(`Use ${mostRows} rows or fewer`);
    return value.map((row) => rowOf(row, columns)).filter((row) => Object.keys(row).length > 0);
  }
  const text = textOf(value, maxLength ?? (kind === 'longText' ? textLength : lineLength));
  if (text === '') return text;
  if (kind === 'date' && !isRealDate(text)) throw new Fault('Enter a real date');
  if (kind === 'choice' && !choices.some((choice) => choice.value === text)) throw new Fault('Choose one of the list');
  return text;
};

const isNothing = (value: JsonValue): boolean => value === '' || (Array.isArray(value) && value.length === 0);

/**
 * `held` with the values of `given` in their places; `null`, a blank text and an empty list take a value off. Throws
 * `request-invalid` with an error at each value that its field does not take.
 */
export const withValues = (
  held: Record<string, JsonValue>,
  given: Record<string, unknown>,
  { fields }: CaseDescription,
): Record<string, JsonValue> => {
  const values = new Map(Object.entries(held));
  const errors: FieldErrors = [];
  for (const [name, value] of Object.entries(given)) {
    const field = fields.find((candidate) => candidate.name === name);
    const pointer = `/values/${name}`;
    try {
      if (field === undefined) throw new Fault('This is not known here');
      const kept = value === null ? '' : valueOf(field, value);
      if (isNothing(kept)) values.delete(name);
      else values.set(name, kept);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      errors.push({ pointer, message: error.message, ...(field === undefined ? {} : { label: field.label }) });
    }
  }
  if (errors.length > 0) throw problem('request-invalid', { errors });
  return Object.fromEntries(values);
};

/** `plan.reviewDate=2026-11-24` for each value that is a date: what happens near a day is found by it. */
export const dateKeysOf = (values: Record<string, JsonValue>, { fields }: CaseDescription): string[] =>
  fields.flatMap(({ name, kind }) => {
    const value = values[name];
    return kind === 'date' && typeof value === 'string' ? [`${name}=${value}`] : [];
  });
