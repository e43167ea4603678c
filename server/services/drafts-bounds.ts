import { isObject } from '../../engine/json.ts';
import type { JsonValue } from '../../engine/json.ts';

/** All answers of one draft together, as JSON. */
export const maxAnswerBytes = 2 * 1024 * 1024;
/** Objects and arrays inside one another; forms need about six. */
export const maxDepth = 16;

/** True when objects and arrays stand more than `limit` deep inside one another. Does not recurse, so it cannot be made to. */
export const deeperThan = (value: unknown, limit: number): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const nested = level.filter((item) => typeof item === 'object' && item !== null);
    if (nested.length > 0 && depth >= limit) return true;
    level = nested.flatMap((item) => (Array.isArray(item) ? item : Object.values(item as object)));
  }
  return false;
};

/** Size in bytes as JSON in UTF-8. */
export const bytesOf = (value: JsonValue): number => Buffer.byteLength(JSON.stringify(value), 'utf8');

/** JSON from outside, known to be an object; `undefined` where it is not. */
export const asAnswers = (value: unknown): Record<string, JsonValue> | undefined => (isObject(value) ? value : undefined);
