/** The place in a list after which the next page begins. Opaque to callers; bound to the order that it was made for. */
import { parseJson, type JsonValue } from '../../../engine/json.ts';
import { InvalidCursorError } from './store.ts';
import type { Query } from './store.ts';

export interface Place {
  value: string | number | null;
  id: string;
}

export const writeCursor = ({ path, direction }: Query['sort'], { value, id }: Place): string =>
  Buffer.from(JSON.stringify([path, direction, value, id])).toString('base64url');

const parse = (cursor: string): JsonValue[] => {
  try {
    const value = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
};

/** Throws InvalidCursorError for anything that `writeCursor` did not make for this order. */
export const readCursor = ({ path, direction }: Query['sort'], cursor: string): Place => {
  const parts = parse(cursor);
  if (parts.length === 4 && parts[0] === path && parts[1] === direction) {
    const [, , value, id] = parts;
    const isPlace = value === null || typeof value === 'string' || typeof value === 'number';
    if (isPlace && typeof id === 'string') return { value, id };
  }
  throw new InvalidCursorError('The place in the list is not one that this list gave');
};
