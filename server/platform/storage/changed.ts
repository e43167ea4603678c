/** A Change made to a document in memory, as strictly as the stores make it. */
import { isObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { checkApart, checkPath } from './declared.ts';
import type { Change } from './store.ts';

type Make = (there: JsonValue | undefined) => JsonValue | undefined;

const otherKind = (): TypeError => new TypeError('A change leads through or to a value of another kind');

const putAt = (node: JsonValue | undefined, [head = '', ...rest]: string[], make: Make): JsonObject => {
  if (node !== undefined && !isObject(node)) throw otherKind();
  const { [head]: found, ...others } = node ?? {};
  const there = node !== undefined && Object.hasOwn(node, head) ? found : undefined;
  const value = rest.length > 0 ? putAt(there, rest, make) : make(there);
  if (value === undefined) return others;
  // In its own place, so that the order of members stays.
  return there === undefined ? { ...others, [head]: value } : { ...node, [head]: value };
};

const has = (node: JsonValue | undefined, names: readonly string[]): boolean =>
  names.every((name) => {
    const inside = isObject(node) && Object.hasOwn(node, name);
    node = isObject(node) && inside ? node[name] : undefined;
    return inside;
  });

const added =
  (amount: number): Make =>
  (there = 0) => {
    if (!Number.isFinite(amount) || typeof there !== 'number') throw otherKind();
    return there + amount;
  };

const appended =
  (item: JsonValue): Make =>
  (there = []) => {
    if (!Array.isArray(there)) throw otherKind();
    return [...there, item];
  };

const given = (value: JsonValue | undefined): JsonValue => {
  if (value === undefined) throw new TypeError('A value to store is undefined');
  return value;
};

/** A copy of `document` with the change. Throws TypeError or RangeError as `Store.update` rejects. */
export const changed = (document: JsonObject, { set = {}, unset = [], add = {}, push = {} }: Change): JsonObject => {
  const made: [string, Make][] = [
    ...Object.entries(set).map(([path, value]): [string, Make] => [path, () => given(value)]),
    ...Object.entries(add).map(([path, amount]): [string, Make] => [path, added(amount)]),
    ...Object.entries(push).map(([path, item]): [string, Make] => [path, appended(given(item))]),
  ];
  const touched = [...made.map(([path]) => path), ...unset];
  touched.forEach(checkPath);
  checkApart(touched);
  const kept = unset
    .map((path) => path.split('.'))
    .reduce((copy, names) => (has(copy, names) ? putAt(copy, names, () => undefined) : copy), document);
  return made.reduce((copy, [path, make]) => putAt(copy, path.split('.'), make), kept);
};
