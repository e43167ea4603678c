import type { JsonObject } from '../../../engine/json.ts';

/** The record as one that retention has not looked at yet. */
export const withRetain = (document: JsonObject): JsonObject | undefined =>
  document['retain'] === undefined ? { ...document, retain: { until: '', rules: '' } } : undefined;
