/** What one person changed, by top-level answer: the unit in which drafts are saved and conflicts are settled. */
import equal from 'fast-deep-equal';
import type { JsonObject, JsonValue } from '../../../engine/json.ts';

export interface Changes {
  set: JsonObject;
  unset: string[];
}

/** What must be set and unset to make `to` out of `from`. Untouched branches are told by identity, so this is cheap. */
export const changesBetween = (from: JsonObject, to: JsonObject): Changes => {
  const set: JsonObject = {};
  for (const [key, value] of Object.entries(to)) {
    if (from[key] !== value && !equal(from[key], value)) set[key] = value;
  }
  return { set, unset: Object.keys(from).filter((key) => to[key] === undefined) };
};

/** `answers` with `changes` made; the object itself when there are none. */
export const withChanges = (answers: JsonObject, { set, unset }: Changes): JsonObject => {
  if (Object.keys(set).length === 0 && unset.length === 0) return answers;
  const gone = new Set(unset);
  return Object.fromEntries(Object.entries({ ...answers, ...set }).filter(([key]) => !gone.has(key)));
};

export const isEmpty = ({ set, unset }: Changes): boolean => Object.keys(set).length === 0 && unset.length === 0;

export const keysOf = ({ set, unset }: Changes): string[] => [...Object.keys(set), ...unset];

/** The changed answers as they were before: what a later merge compares with. */
export const baseOf = (changes: Changes, before: JsonObject): JsonObject => {
  const base: Record<string, JsonValue> = {};
  for (const key of keysOf(changes)) {
    const value = before[key];
    if (value !== undefined) base[key] = value;
  }
  return base;
};
