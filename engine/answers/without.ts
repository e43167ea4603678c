import { fromPointer, isObject, type JsonObject, type JsonValue, type Pointer } from '../json.ts';

/** What leaves a value: all of it, or what its members name. */
interface Leaving {
  whole: boolean;
  inside: Map<string, Leaving>;
}

const leavingAt = (pointers: readonly Pointer[]): Leaving => {
  const root: Leaving = { whole: false, inside: new Map() };
  for (const pointer of pointers) {
    let node = root;
    for (const segment of fromPointer(pointer)) {
      const next: Leaving = node.inside.get(segment) ?? { whole: false, inside: new Map() };
      node.inside.set(segment, next);
      node = next;
    }
    node.whole = node !== root;
  }
  return root;
};

const strip = (value: JsonValue, { inside }: Leaving): JsonValue => {
  if (inside.size === 0) return value;
  if (Array.isArray(value))
    return value.flatMap((entry, row) => {
      const part = inside.get(String(row));
      return part === undefined ? [entry] : part.whole ? [] : [strip(entry, part)];
    });
  return isObject(value) ? stripObject(value, inside) : value;
};

const stripObject = (value: JsonObject, inside: Leaving['inside']): JsonObject =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]): [string, JsonValue][] => {
      const part = inside.get(key);
      return part === undefined ? [[key, entry]] : part.whole ? [] : [[key, strip(entry, part)]];
    }),
  );

/** A copy of the answers with those at the pointers left out, in one walk; pointers are those of the answers as given. */
export const without = (answers: JsonObject, pointers: readonly Pointer[]): JsonObject =>
  pointers.length === 0 ? answers : stripObject(answers, leavingAt(pointers).inside);
