import type { Schema } from '../definition/model/definition.ts';
import { stableJson } from '../json.ts';

const known = new WeakMap<Schema, string>();

/** The validators' key of a condition's schema: equal schemas share one. */
export const conditionKey = (schema: Schema): string => {
  const key = known.get(schema) ?? `condition:${stableJson(schema)}`;
  known.set(schema, key);
  return key;
};
