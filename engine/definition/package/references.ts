/**
 * Puts what references name in their places, and remembers where everything came from. `{"$ref": "#/$defs/…"}` names a part of the same file,
 * `{"$ref": "shared/person.json#/…"}` a part of a block that several forms share.
 */
import { fromPointer, isObject, toPointer, valueAt } from '../../json.ts';
import type { JsonObject, JsonValue, Pointer } from '../../json.ts';

/** Where something is written: a pointer into the file itself, or `shared/person.json#/…` for what stands in a block. */
export type Origin = string;

export interface ReferenceFault {
  kind: 'unknown' | 'circle';
  at: Origin;
  ref: string;
}

export interface Resolved {
  value: JsonValue;
  faults: ReferenceFault[];
  /** Where the object is written; one that several places share stands where it was written first. */
  originOf: (object: object) => Origin | undefined;
  /** Where the place `pointer` of `value` is written. */
  sourcePointer: (pointer: Pointer) => Origin;
}

export interface References {
  /** The blocks by path, such as `shared/person.json`. */
  blocks?: Readonly<Record<string, JsonValue>>;
  /** References of the file to itself stay as they are: a JSON Schema resolves its own. */
  keepOwn?: boolean;
}

const ownPart = /^#\/\$defs\/([^/]+)$/;
const blockPart = /^(shared\/[a-z0-9-]+\.json)#(\/.+)$/;
const blockNamed = /"\$ref"\s*:\s*"(shared\/[a-z0-9-]+\.json)#/g;

/** The blocks that a file's text names. */
export const blocksNamedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(blockNamed)].map(([, path = '']) => path)),
];

/**
 * Members beside `$ref` replace the part's own; a list named inside a list takes its place there, item by item. Equal references share one
 * object, so the result is no larger than the files. A reference to nothing, or in a circle, is a fault and leaves an empty object.
 */
export const resolveReferences = (document: JsonValue, { blocks = {}, keepOwn = false }: References = {}): Resolved => {
  const origins = new WeakMap<object, Origin>();
  /** Of members that were not written inside the object that now holds them. */
  const memberOrigins = new WeakMap<object, Map<string, Origin>>();
  const faults: ReferenceFault[] = [];
  const done = new Map<string, JsonValue>();

  /** The place that a reference in `file` names (`''` is the document itself). */
  const target = (ref: string, file: string): { file: string; pointer: Pointer } | undefined => {
    const [, path, pointer] = blockPart.exec(ref) ?? [];
    if (path !== undefined && pointer !== undefined) return { file: path, pointer };
    if (file === '') return ownPart.test(ref) ? { file, pointer: ref.slice(1) } : undefined;
    return ref.startsWith('#/') ? { file, pointer: ref.slice(1) } : undefined;
  };

  const written = ({ file, pointer }: { file: string; pointer: Pointer }): JsonValue | undefined => {
    const source = file === '' ? document : Object.hasOwn(blocks, file) ? blocks[file] : undefined;
    return valueAt(source, pointer);
  };

  const part = (ref: string, at: Origin, file: string, open: readonly Origin[]): JsonValue => {
    const place = target(ref, file);
    const value = place && written(place);
    if (place === undefined || value === undefined) {
      faults.push({ kind: 'unknown', at, ref });
      return {};
    }
    const origin = place.file === '' ? place.pointer : `${place.file}#${place.pointer}`;
    if (open.includes(origin)) {
      faults.push({ kind: 'circle', at, ref });
      return {};
    }
    const known = done.get(origin);
    if (known !== undefined) return known;
    const resolved = resolve(value, origin, place.file, [...open, origin]);
    done.set(origin, resolved);
    return resolved;
  };

  const isSplice = (item: JsonValue): item is JsonObject & { $ref: string } =>
    isObject(item) && typeof item.$ref === 'string' && Object.keys(item).length === 1;

  const list = (value: JsonValue[], at: Origin, file: string, open: readonly Origin[]): JsonValue[] => {
    const items: JsonValue[] = [];
    const places = new Map<string, Origin>();
    for (const [index, item] of value.entries()) {
      const own = `${at}/${index}`;
      const resolved = resolve(item, own, file, open);
      if (isSplice(item) && Array.isArray(resolved)) {
        for (const [row, entry] of resolved.entries()) {
          places.set(String(items.length), placeIn(resolved, String(row)) ?? own);
          items.push(entry);
        }
      } else {
        places.set(String(items.length), own);
        items.push(resolved);
      }
    }
    origins.set(items, at);
    if (items.length !== value.length || value.some(isSplice)) memberOrigins.set(items, places);
    return items;
  };

  const members = (value: JsonObject, at: Origin, file: string, open: readonly Origin[]): [string, JsonValue][] =>
    Object.entries(value)
      .filter(([key]) => key !== '$ref' && !(at === '' && key === '$defs' && !keepOwn))
      .map(([key, member]) => [key, resolve(member, `${at}${toPointer([key])}`, file, open)]);

  const resolve = (value: JsonValue, at: Origin, file: string, open: readonly Origin[]): JsonValue => {
    if (Array.isArray(value)) return list(value, at, file, open);
    if (!isObject(value)) return value;
    const own = members(value, at, file, open);
    const { $ref } = value;
    if (typeof $ref !== 'string' || (file === '' && keepOwn && !$ref.startsWith('shared/'))) {
      const copy: JsonObject = Object.fromEntries($ref === undefined ? own : [['$ref', $ref], ...own]);
      origins.set(copy, at);
      return copy;
    }
    const named = part($ref, at, file, open);
    if (own.length === 0 || !isObject(named)) return named;
    const merged: JsonObject = { ...named, ...Object.fromEntries(own) };
    // The words of the part stay a fallback behind the words of its place.
    if (keepOwn && typeof value.i18n === 'string' && typeof named.i18n === 'string')
      merged.i18n = `${value.i18n} ${named.i18n}`;
    origins.set(merged, at);
    const places = new Map(Object.keys(named).map((key) => [key, placeIn(named, key) ?? at]));
    for (const [key] of own) places.set(key, `${at}${toPointer([key])}`);
    memberOrigins.set(merged, places);
    return merged;
  };

  /** Where the member `key` of a resolved object or list is written. */
  const placeIn = (holder: object, key: string): Origin | undefined => {
    const origin = origins.get(holder);
    return memberOrigins.get(holder)?.get(key) ?? (origin === undefined ? undefined : `${origin}${toPointer([key])}`);
  };

  const value = resolve(document, '', '', []);
  return {
    value,
    faults,
    originOf: (object) => origins.get(object),
    sourcePointer: (pointer) => {
      let node: JsonValue | undefined = value;
      let at: Origin = '';
      for (const segment of fromPointer(pointer)) {
        const holder: JsonValue | undefined = node;
        if (typeof holder !== 'object' || holder === null) {
          at = `${at}${toPointer([segment])}`;
          continue;
        }
        node = Array.isArray(holder) ? holder[Number(segment)] : holder[segment];
        const origin = typeof node === 'object' && node !== null ? origins.get(node) : undefined;
        at = origin ?? placeIn(holder, segment) ?? `${at}${toPointer([segment])}`;
      }
      return at;
    },
  };
};
