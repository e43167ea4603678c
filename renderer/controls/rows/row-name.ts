import { formatDate, type Question } from '../../../engine/index.ts';
import { isObject, type JsonValue } from '../../../engine/json.ts';
import { lastOf } from './cells.ts';

/** A text up to this long is part of a name rather than a description. */
const NAME_LENGTH = 80;
const SHOWN_LENGTH = 60;

const wordsOf = (question: Question, value: JsonValue | undefined, language: string): string => {
  const choice = question.choices?.find((each) => each.value === value);
  if (choice) return choice.label;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return question.kind === 'date' ? formatDate(value, language) : value.trim();
};

const isName = ({ kind, schema }: Question): boolean =>
  kind === 'text' && schema.format === undefined && (schema.maxLength ?? Infinity) <= NAME_LENGTH;

/** What a row of a table is called: the names in its first columns, or else the first thing in it that is filled in. Empty for an empty row. */
export const rowName = (columns: readonly Question[], row: JsonValue | undefined, language = 'en'): string => {
  if (!isObject(row)) return '';
  const end = columns.findIndex((column) => !isName(column));
  const names = columns
    .slice(0, end === -1 ? columns.length : end)
    .map((column) => wordsOf(column, row[lastOf(column.pointer)], language));
  const name =
    names.filter(Boolean).join(' ') ||
    columns.map((column) => wordsOf(column, row[lastOf(column.pointer)], language)).find(Boolean);
  if (name === undefined) return '';
  return name.length > SHOWN_LENGTH ? `${name.slice(0, SHOWN_LENGTH).trimEnd()}…` : name;
};
