import { instantAfter } from '../../engine/index.ts';
import { isObject } from '../../engine/json.ts';
import type { JsonValue } from '../../engine/json.ts';

const isDate = /^\d{4}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;

/** Whole days from one ISO date to another. */
export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** The same answers, every ISO date in them `days` later. */
export const moveDates = (value: JsonValue, days: number): JsonValue => {
  if (typeof value === 'string') {
    return isDate.test(value) ? instantAfter(value, days).slice(0, 10) : value;
  }
  if (Array.isArray(value)) return value.map((item) => moveDates(item, days));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, moveDates(inner, days)]));
};
