/** Places in answers that are left out for somebody, as a tree; what is left when they are taken out, and how what was sent is put back around them. */
import { fromPointer, isObject, sameJson, type JsonObject, type JsonValue, type Pointer } from '../json.ts';

/** `true`: all of what stands here is left out. */
export type Redaction = true | Map<string, Redaction>;

export const redactionOf = (places: readonly Pointer[]): Map<string, Redaction> => {
  const root = new Map<string, Redaction>();
  for (const place of places) {
    const segments = fromPointer(place);
    let node = root;
    for (const [index, segment] of segments.entries()) {
      const next = node.get(segment);
      if (next === true) break;
      if (index === segments.length - 1) node.set(segment, true);
      else if (next === undefined) {
        const made = new Map<string, Redaction>();
        node.set(segment, made);
        node = made;
      } else node = next;
    }
  }
  return root;
};

/** What is left; `undefined` when nothing is. Rows that are left out altogether close up, unless something stands in `instead` of them. */
export const redacted = (
  value: JsonValue,
  redaction: Redaction | undefined,
  instead?: JsonValue,
): JsonValue | undefined => {
  if (redaction === undefined) return value;
  if (redaction === true) return undefined;
  if (Array.isArray(value))
    return value.flatMap((row, index) => {
      const left = redacted(row, redaction.get(String(index)), instead);
      return left !== undefined ? [left] : instead !== undefined ? [instead] : [];
    });
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]): [string, JsonValue][] => {
      const left = redacted(entry, redaction.get(key), instead);
      return left === undefined ? [] : [[key, left]];
    }),
  );
};

const documentId = (row: JsonValue | undefined): string | undefined => {
  const file = isObject(row) ? row['file'] : undefined;
  const id = isObject(file) ? file['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
};

/**
 * For each row that was sent, the row that it was: documents by their id; other rows one by one where none came or went, else those that are
 * the same from the beginning and from the end, and between these in their order.
 */
const pairs = (before: readonly (JsonValue | undefined)[], sent: readonly JsonValue[]): (number | undefined)[] => {
  const ids = before.map(documentId);
  if (ids.some((id) => id !== undefined)) {
    const at = new Map(ids.flatMap((id, index) => (id === undefined ? [] : [[id, index] as const])));
    return sent.map((row) => at.get(documentId(row) ?? ''));
  }
  if (before.length === sent.length) return sent.map((_, index) => index);
  const shorter = Math.min(before.length, sent.length);
  let head = 0;
  while (head < shorter && sameJson(before[head], sent[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && sameJson(before.at(-1 - tail), sent.at(-1 - tail))) tail += 1;
  const moved = before.length - sent.length;
  return sent.map((_, index) => {
    if (index < head) return index;
    if (index >= sent.length - tail) return index + moved;
    return index < before.length - tail ? index : undefined;
  });
};

const restoredRows = (
  stored: readonly JsonValue[],
  sent: readonly JsonValue[],
  redaction: Map<string, Redaction>,
): JsonValue[] => {
  const visible = stored.map((_, index) => index).filter((index) => redaction.get(String(index)) !== true);
  const paired = pairs(
    visible.map((index) => redacted(stored[index] ?? null, redaction.get(String(index)))),
    sent,
  ).map((position) => (position === undefined ? undefined : visible[position]));
  const rows = sent.map((row, position) => {
    const index = paired[position];
    return index === undefined ? row : (restored(stored[index], row, redaction.get(String(index))) ?? null);
  });
  const taken = new Set(paired);
  // What somebody cannot see they cannot take away with the row either.
  for (const [index, row] of stored.entries()) {
    const part = redaction.get(String(index));
    if (part === true) rows.splice(Math.min(index, rows.length), 0, row);
    else if (part !== undefined && !taken.has(index)) rows.push(restored(row, undefined, part) ?? null);
  }
  return rows;
};

/** What is to be stored when somebody who sees `stored` without what is veiled sends `sent` in its place; `undefined` when nothing is. */
export const restored = (
  stored: JsonValue | undefined,
  sent: JsonValue | undefined,
  redaction: Redaction | undefined,
): JsonValue | undefined => {
  if (redaction === undefined || stored === undefined) return sent;
  if (redaction === true) return stored;
  if (Array.isArray(stored)) return restoredRows(stored, Array.isArray(sent) ? sent : [], redaction);
  if (!isObject(stored)) return sent;
  const result: JsonObject = isObject(sent) ? { ...sent } : {};
  for (const [key, part] of redaction) {
    const value = restored(stored[key], result[key], part);
    if (value === undefined) Reflect.deleteProperty(result, key);
    else Object.defineProperty(result, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return result;
};
