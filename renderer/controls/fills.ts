import { isObject, valueAt, type JsonObject, type JsonValue, type Pointer } from '../../engine/json.ts';
import type { Filling } from '../form/filling.ts';

const isJson = (value: unknown): value is JsonValue =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) ? value.every(isJson) : isObject(value));

/** Where the pointers of `fills` start: the row in which the question stands, or the whole of the answers. */
export const baseOf = (pointer: Pointer): Pointer => /^.*\/\d+(?=\/)/.exec(pointer)?.[0] ?? '';

/** What choosing something fills in: `fills` names, for each answer, the value that is known by that name. Unknown ones are left out. */
export const valuesFor = (
  fills: Record<Pointer, string>,
  known: Readonly<Record<string, unknown>>,
  base: Pointer,
): Record<Pointer, JsonValue> => {
  const values: Record<Pointer, JsonValue> = {};
  for (const [pointer, name] of Object.entries(fills)) {
    const value = known[name];
    if (isJson(value) && value !== null && value !== '') values[`${base}${pointer}`] = value;
  }
  return values;
};

/** Takes away what an earlier choice filled in and nobody has corrected since. */
export const clearFilled = (filling: Filling, fills: Record<Pointer, string>, base: Pointer): void => {
  for (const pointer of Object.keys(fills)) {
    const { answers, sources } = filling.state();
    const place = `${base}${pointer}`;
    if (sources[place] !== undefined && hasValue(answers, place)) filling.answer(place, undefined);
  }
};

const hasValue = (answers: JsonObject, place: Pointer): boolean => valueAt(answers, place) !== undefined;
