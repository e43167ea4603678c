import { resolve } from '../compile/resolve.ts';
import type { Schema } from '../definition/model/definition.ts';
import { isObject, sameJson, toPointer, type JsonObject, type JsonValue, type Pointer } from '../json.ts';

/** What of a value has a place under a schema, and what has not. Whether it is right is for validation; here it only has to be storable. */
export interface Fitted {
  /** Absent when nothing of it fits. */
  kept?: JsonValue;
  lost: { pointer: Pointer; value: JsonValue }[];
}

const all = (value: JsonValue): Fitted => ({ kept: value, lost: [] });
const nothing = (value: JsonValue, pointer: Pointer): Fitted => ({ lost: [{ pointer, value }] });

const scalar = (value: JsonValue, schema: Schema, pointer: Pointer): Fitted => {
  if (schema.enum !== undefined)
    return schema.enum.some((offered) => sameJson(offered, value)) ? all(value) : nothing(value, pointer);
  switch (schema.type) {
    case 'string':
      if (typeof value === 'number') return all(String(value));
      return typeof value === 'string' ? all(value) : nothing(value, pointer);
    case 'number':
    case 'integer': {
      if (typeof value === 'number') return all(value);
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
      return Number.isFinite(number) && String(number) === value ? all(number) : nothing(value, pointer);
    }
    case 'boolean':
      return typeof value === 'boolean' ? all(value) : nothing(value, pointer);
    default:
      return all(value);
  }
};

const objectUnder = (root: Schema, schema: Schema, value: JsonObject, pointer: Pointer): Fitted => {
  const kept: JsonObject = {};
  const lost: Fitted['lost'] = [];
  for (const [key, entry] of Object.entries(value)) {
    const at = pointer + toPointer([key]);
    const properties = schema.properties ?? {};
    const found = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const fitted =
      found === undefined
        ? schema.additionalProperties === true
          ? all(entry)
          : nothing(entry, at)
        : fit(root, found, entry, at);
    if (fitted.kept !== undefined) kept[key] = fitted.kept;
    for (const each of fitted.lost) lost.push(each);
  }
  return Object.keys(kept).length > 0 || Object.keys(value).length === 0 ? { kept, lost } : { lost };
};

/** Rows keep their numbers: one of which nothing fits leaves an empty row, so that what is said of the others stays true. */
const listUnder = (root: Schema, items: Schema, values: JsonValue[], pointer: Pointer): Fitted => {
  const fitted = values.map((value, index) => fit(root, items, value, `${pointer}/${index}`));
  const lost = fitted.flatMap((each) => each.lost);
  const rows = resolve(root, items, '').schema.type === 'object';
  const kept = fitted.flatMap((each): JsonValue[] => (each.kept === undefined ? (rows ? [{}] : []) : [each.kept]));
  return kept.length > 0 || values.length === 0 ? { kept, lost } : { lost };
};

/** Carries a value under a schema. A single answer becomes a list of one, and a list of one a single answer. */
export const fit = (root: Schema, unresolved: Schema, value: JsonValue, pointer: Pointer): Fitted => {
  const { schema } = resolve(root, unresolved, '');
  if (value === null) return all(value);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) {
    const tried = branches.map((branch) => fit(root, branch, value, pointer));
    return tried.reduce((best, each) => (each.lost.length < best.lost.length ? each : best), nothing(value, pointer));
  }
  if (schema.type === 'object')
    return isObject(value) ? objectUnder(root, schema, value, pointer) : nothing(value, pointer);
  if (schema.type === 'array') {
    const items = schema.items ?? {};
    if (Array.isArray(value)) return listUnder(root, items, value, pointer);
    const only = fit(root, items, value, pointer);
    return only.kept === undefined || only.lost.length > 0 ? nothing(value, pointer) : all([only.kept]);
  }
  if (Array.isArray(value)) {
    const [first, ...others] = value;
    return first !== undefined && others.length === 0 ? fit(root, schema, first, pointer) : nothing(value, pointer);
  }
  return isObject(value) ? nothing(value, pointer) : scalar(value, schema, pointer);
};
