import type { JsonValue } from '../../engine/json.ts';

/** Known values by dotted name, each with the plain words for where it comes from. */
export type KnownValues = Record<string, { value: JsonValue; from: string }>;
