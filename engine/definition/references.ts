/** Puts the parts named by `{"$ref": "#/$defs/…"}` in their places, and remembers where everything came from. */
import { fromPointer, isObject, toPointer } from '../json.ts';
import type { JsonObject, JsonValue, Pointer } from '../json.ts';

export interface ReferenceFault {
  kind: 'unknown' | 'circle';
  pointer: Pointer;
  ref: string;
}

export interface Resolved {
  value: JsonValue;
  faults: ReferenceFault[];
  /** Names under `$defs` that nothing refers to. */
  unused: string[];
  /** Where in the file the object stands; an object that several places share stands where it was written. */
  originOf: (object: object) => Pointer | undefined;
  /** The place in the file of the place `pointer` in `value`. */
  sourcePointer: (pointer: Pointer) => Pointer;
}

const refPattern = /^#\/\$defs\/([^/]+)$/;

/**
 * Members beside `$ref` replace the part's own. Equal references share one object, so the result is no larger than the file.
 * A reference to nothing, or in a circle, is a fault and leaves an empty object.
 */
export const resolveReferences = (document: JsonValue): Resolved => {
  const origins = new WeakMap<object, Pointer>();
  const faults: ReferenceFault[] = [];
  const done = new Map<string, JsonValue>();
  const definitions = isObject(document) && isObject(document.$defs) ? document.$defs : {};

  const keep = <T extends JsonValue[] | JsonObject>(copy: T, at: Pointer): T => {
    origins.set(copy, at);
    return copy;
  };

  const part = (ref: string, at: Pointer, open: readonly string[]): JsonValue => {
    const name = refPattern.exec(ref)?.[1] ?? '';
    if (open.includes(name)) {
      faults.push({ kind: 'circle', pointer: at, ref });
      return {};
    }
    if (!Object.hasOwn(definitions, name)) {
      faults.push({ kind: 'unknown', pointer: at, ref });
      return {};
    }
    const known = done.get(name);
    if (known !== undefined) return known;
    const resolved = resolve(definitions[name] ?? {}, toPointer(['$defs', name]), [...open, name]);
    done.set(name, resolved);
    return resolved;
  };

  const members = (value: JsonObject, at: Pointer, open: readonly string[]): [string, JsonValue][] =>
    Object.entries(value)
      .filter(([key]) => key !== '$ref' && !(at === '' && key === '$defs'))
      .map(([key, member]) => [key, resolve(member, `${at}${toPointer([key])}`, open)]);

  const resolve = (value: JsonValue, at: Pointer, open: readonly string[]): JsonValue => {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => resolve(item, `${at}/${index}`, open));
      return keep(items, at);
    }
    if (!isObject(value)) return value;
    const own = members(value, at, open);
    if (typeof value.$ref !== 'string') return keep(Object.fromEntries(own), at);
    const target = part(value.$ref, at, open);
    if (own.length === 0 || !isObject(target)) return target;
    return keep({ ...target, ...Object.fromEntries(own) }, at);
  };

  const value = resolve(document, '', []);
  return {
    value,
    faults,
    unused: Object.keys(definitions).filter((name) => !done.has(name)),
    originOf: (object) => origins.get(object),
    sourcePointer: (pointer) => {
      let node: JsonValue | undefined = value;
      let at: Pointer = '';
      for (const segment of fromPointer(pointer)) {
        node = Array.isArray(node) ? node[Number(segment)] : isObject(node) ? node[segment] : undefined;
        const origin = typeof node === 'object' && node !== null ? origins.get(node) : undefined;
        at = origin ?? `${at}${toPointer([segment])}`;
      }
      return at;
    },
  };
};
