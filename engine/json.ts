/** JSON values and JSON Pointers (RFC 6901): the only way the engine names a place in answers. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** A JSON Pointer into answers, such as `/contacts/0/phone`. `""` is the whole document. */
export type Pointer = string;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const escape = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');
const isRow = (segment: string): boolean => /^(0|[1-9]\d*)$/.test(segment);
const unescape = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');

/** `['contacts', 0]` → `/contacts/0`. */
export const toPointer = (segments: readonly (string | number)[]): Pointer =>
  segments.map((segment) => `/${escape(String(segment))}`).join('');

/** `/contacts/0` → `['contacts', '0']`. A pointer that does not start with `/` is an author's mistake and throws. */
export const fromPointer = (pointer: Pointer): string[] => {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new Error(`Not a JSON Pointer: ${pointer}`);
  const segments = pointer.slice(1).split('/');
  return pointer.includes('~') ? segments.map(unescape) : segments;
};

/** The value at `pointer`, or `undefined` where there is none. */
export const valueAt = (document: JsonValue | undefined, pointer: Pointer): JsonValue | undefined => {
  let value: JsonValue | undefined = document;
  for (const segment of fromPointer(pointer)) {
    if (Array.isArray(value)) value = isRow(segment) ? value[Number(segment)] : undefined;
    else if (isObject(value) && Object.hasOwn(value, segment)) value = value[segment];
    else return undefined;
  }
  return value;
};

/** A copy of `document` with `value` at `pointer` (`undefined` removes it); untouched branches are shared, missing objects are made, and a value that cannot hold the rest of the way gives place to an object. */
export const withValueAt = (document: JsonValue, pointer: Pointer, value: JsonValue | undefined): JsonValue => {
  const put = (node: JsonValue | undefined, [head, ...rest]: string[]): JsonValue => {
    if (head === undefined) return value ?? null;
    if (Array.isArray(node) && isRow(head)) {
      const copy = [...node];
      if (rest.length === 0 && value === undefined) copy.splice(Number(head), 1);
      else copy[Number(head)] = put(node[Number(head)], rest);
      return copy;
    }
    const copy: JsonObject = isObject(node) ? { ...node } : {};
    if (rest.length === 0 && value === undefined) Reflect.deleteProperty(copy, head);
    else if (value === undefined && copy[head] === undefined) return copy;
    else
      Object.defineProperty(copy, head, {
        value: put(copy[head], rest),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    return copy;
  };
  return put(document, fromPointer(pointer));
};

/** Makes many changes to one document for the price of one: whatever stands on the way to a place is copied once. */
export interface Editor {
  /** The value there now. */
  at: (pointer: Pointer) => JsonValue | undefined;
  /** Puts a value there, as `withValueAt` does. */
  put: (pointer: Pointer, value: JsonValue) => void;
  /** The document with all changes; the one given stays as it was. */
  result: () => JsonValue;
}

const setMember = (node: JsonObject | JsonValue[], key: string, value: JsonValue): void => {
  if (Array.isArray(node)) node[Number(key)] = value;
  else Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
};

export const editor = (document: JsonValue): Editor => {
  const own = new WeakSet<object>();
  let root = document;
  /** A node that may be changed and can hold `key`: the same one where it is a copy already. */
  const opened = (node: JsonValue | undefined, key: string): JsonObject | JsonValue[] => {
    const list = Array.isArray(node) && isRow(key);
    if ((list || isObject(node)) && own.has(node)) return node;
    const copy = list ? [...node] : isObject(node) ? { ...node } : {};
    own.add(copy);
    return copy;
  };
  return {
    at: (pointer) => valueAt(root, pointer),
    put: (pointer, value) => {
      const segments = fromPointer(pointer);
      const last = segments.pop();
      if (last === undefined) {
        root = value;
        return;
      }
      let node = opened(root, segments[0] ?? last);
      root = node;
      segments.forEach((segment, index) => {
        const before = Array.isArray(node)
          ? node[Number(segment)]
          : Object.hasOwn(node, segment)
            ? node[segment]
            : undefined;
        const next = opened(before, segments[index + 1] ?? last);
        setMember(node, segment, next);
        node = next;
      });
      setMember(node, last, value);
    },
    result: () => root,
  };
};

/** The pointer with row numbers replaced by `*`: `/contacts/0/phone` → `contacts`, any row, `phone`. Names a column, not a cell. */
export const withoutRows = (pointer: Pointer): Pointer => pointer.replaceAll(/\/(0|[1-9]\d*)(?=\/|$)/g, '/*');

export const isJson = (value: unknown): value is JsonValue =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) ? value.every(isJson) : isObject(value));

/** Deep equality of JSON values; the order of keys does not matter. */
export const sameJson = (left: JsonValue | undefined, right: JsonValue | undefined): boolean => {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((entry, index) => sameJson(entry, right[index]));
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  );
};

/** What a JSON text says; throws SyntaxError where it is none. */
export const parseJson = (text: string): JsonValue =>
  // RFC 8259 knows no other values.
  JSON.parse(text) as JsonValue;

/** A value in words: a text, number or yes/no as it stands, a list or an object as JSON. */
export const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** JSON text with sorted keys: equal values have equal texts. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_, node: unknown) =>
    isObject(node) ? Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1))) : node,
  );
