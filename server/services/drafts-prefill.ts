import { isObject, valueAt, withValueAt, fromPointer } from '../../engine/json.ts';
import type { JsonObject, JsonValue, Pointer } from '../../engine/json.ts';
import type { FormManifest, Schema } from '../../engine/index.ts';

/** Known values by dotted name, each with the plain words for where it comes from. */
export type KnownValues = Record<string, { value: JsonValue; from: string }>;

/** An answer that the person may not change, and what it must be. */
export interface LockedAnswer {
  to: Pointer;
  value: JsonValue;
}

export interface Prefilled {
  answers: JsonObject;
  /** Pointer → plain words for where the answer comes from. */
  prefilled: Record<Pointer, string>;
  locked: LockedAnswer[];
}

/** Answers brought along from elsewhere, less those that this form does not ask for. */
export const carriedAnswers = (schema: Schema, answers: JsonObject): JsonObject => {
  const known = schema.properties ?? {};
  return Object.fromEntries(Object.entries(answers).filter(([key]) => Object.hasOwn(known, key)));
};

/** The answers that a new draft begins with: what was carried along, then what the manifest fills in where nothing is. */
export const prefill = (manifest: FormManifest, carried: JsonObject, known: KnownValues): Prefilled => {
  const result: Prefilled = { answers: carried, prefilled: {}, locked: [] };
  for (const row of manifest.prefill) {
    const source = Object.hasOwn(known, row.from) ? known[row.from] : undefined;
    if (source === undefined || source.value === '') continue;
    if (row.locked) result.locked.push({ to: row.to, value: source.value });
    else if (valueAt(result.answers, row.to) !== undefined) continue;
    result.answers = withAnswer(result.answers, row.to, source.value);
    result.prefilled[row.to] = source.from;
  }
  return result;
};

/** The answers with every locked one as it must be, whatever was sent. */
export const withLocked = (answers: JsonObject, locked: readonly LockedAnswer[]): JsonObject =>
  locked.reduce((held, { to, value }) => withAnswer(held, to, value), answers);

const withAnswer = (answers: JsonObject, to: Pointer, value: JsonValue): JsonObject => {
  if (fromPointer(to).length === 0) return answers;
  const changed = withValueAt(answers, to, value);
  return isObject(changed) ? changed : answers;
};
