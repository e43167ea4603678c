import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';

/** The text at a path, empty where there is none. */
export const textAt = (document: JsonObject, ...path: string[]): string => {
  let value: JsonValue | undefined = document;
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  return typeof value === 'string' ? value : '';
};

/** The record with these keys, or undefined when it has them already. */
export const withKeys = (document: JsonObject, keys: JsonObject): JsonObject | undefined =>
  Object.entries(keys).every(([name, value]) => isDeepStrictEqual(document[name], value))
    ? undefined
    : { ...document, ...keys };
