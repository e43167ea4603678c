import { stableJson, type JsonValue } from '../json.ts';

/** What a fact can be; `undefined` when it cannot be worked out. Lists keep their rows' places, with `null` where a row has no value. */
export type FactValue = JsonValue | undefined;

/**
 * What an argument may say in `checks.json`.
 * `value`: a pointer, `$fact`, `context:name`, number or boolean. `day`: the same, `"today"`, a date, or `{"lastBefore": "MM-DD"}`, the last
 * such day before today or before a `day` that is named beside it. `weekday` and `month` are English names. The rest stand for themselves.
 */
export type ArgumentKind = 'value' | 'day' | 'constant' | 'map' | 'monthDay' | 'weekday' | 'month' | 'column' | 'words';

export const weekdays: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

export const months: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export interface Argument {
  takes: ArgumentKind;
  about: string;
  /** What the value has to be for the function to make anything of it. Left out: a day for a `day`, anything for a `value`. */
  holds?: 'day' | 'number' | 'text' | 'ordered';
  optional?: true;
}

/** A function of `checks.json`. One file each, plain data but for `evaluate`, which is total: it gives `undefined`, never throws. */
export interface FactFunction {
  id: string;
  about: string;
  arguments: Record<string, Argument>;
  /** `list`: entries of what `of` names, worded as these are. */
  gives: 'number' | 'boolean' | 'text' | 'value' | 'list';
  evaluate: (args: Record<string, FactValue>) => FactValue;
}

/** The entries of a list, rows without a value left out; one value is a list of one. */
export const entries = (value: FactValue): JsonValue[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value.filter((entry) => entry !== null) : [value];

const indexed = new WeakMap<JsonValue[], ReadonlySet<string>>();

/** The entries of a list as texts that are equal where the entries are. A list is read once, however many rows ask for it. */
export const valuesIn = (value: FactValue): ReadonlySet<string> => {
  const known = Array.isArray(value) ? indexed.get(value) : undefined;
  const made = known ?? new Set(entries(value).map(stableJson));
  if (Array.isArray(value)) indexed.set(value, made);
  return made;
};

export const asText = (value: FactValue): string | undefined => (typeof value === 'string' ? value : undefined);

/** Two dates, or nothing when one is missing. */
export const bothTexts = (left: FactValue, right: FactValue): [string, string] | undefined =>
  typeof left === 'string' && typeof right === 'string' ? [left, right] : undefined;

/** Adds money without the dust of binary fractions. */
export const total = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((sum, number) => sum + number, 0) * 1e6) / 1e6;
