/** Which parts of a document are sealed, each by itself, and how a change falls on them. */
import { isObject, type JsonValue } from '../../../../engine/json.ts';
import type { Change, Collection, Filter, Query } from '../store.ts';

export interface SealedPath {
  names: string[];
  /** Every member of the object there by itself (`answers.*`). What is no object is sealed whole. */
  each: boolean;
}

export const sealedPathsOf = ({ sealed = [] }: Collection): SealedPath[] =>
  sealed.map((declared) => {
    const each = declared.endsWith('.*');
    return { names: (each ? declared.slice(0, -2) : declared).split('.'), each };
  });

/** Whether one of two places is the other or lies in it. Asked many times at each save, so nothing is copied for it. */
const related = (left: readonly string[], right: readonly string[]): boolean => {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index += 1) if (left[index] !== right[index]) return false;
  return true;
};

/** Throws a RangeError for a collection that seals what it is looked up by, or the same place twice. */
export const checkSealed = (collection: Collection): void => {
  const sealed = sealedPathsOf(collection);
  const looked = [...collection.indexes.flatMap(({ paths }) => paths), ...(collection.arrays ?? [])];
  for (const [index, { names }] of sealed.entries()) {
    const path = names.join('.');
    const both = looked.find((each) => related(each.split('.'), names));
    if (both !== undefined)
      throw new RangeError(`${collection.name}: ${path} cannot be sealed, for documents are looked up by ${both}`);
    if (sealed.slice(index + 1).some((other) => related(other.names, names)))
      throw new RangeError(`${collection.name}: ${path} is sealed twice`);
  }
};

/** Throws a TypeError where a filter or an order asks for what is sealed: the store cannot see it. */
export const checkUnsealed = (
  { name }: Collection,
  sealed: readonly SealedPath[],
  filter: Filter,
  sort?: Query['sort'],
): void => {
  const asked = [...Object.keys(filter), ...(sort === undefined ? [] : [sort.path])];
  const hidden = asked.find((path) => {
    const names = path.split('.');
    return sealed.some((each) => names.length >= each.names.length && related(names, each.names));
  });
  if (hidden !== undefined) throw new TypeError(`${name}: ${hidden} is sealed, and nothing can be looked up by it`);
};

export type EachValue = (value: JsonValue, path: string[]) => JsonValue;

/** A copy of what stands at `at` in which every part that is sealed by itself went through `change`. */
const mappedAt = (node: JsonValue, { names, each }: SealedPath, at: string[], change: EachValue): JsonValue => {
  const [head] = names.slice(at.length);
  if (head === undefined) {
    if (!each || !isObject(node)) return change(node, at);
    const members = Object.entries<JsonValue | undefined>(node).flatMap(([key, value]): [string, JsonValue][] =>
      value === undefined ? [] : [[key, change(value, [...at, key])]],
    );
    return Object.fromEntries(members);
  }
  if (!isObject(node) || !Object.hasOwn(node, head)) return node;
  const inner = node[head];
  return inner === undefined ? node : { ...node, [head]: mappedAt(inner, { names, each }, [...at, head], change) };
};

/** A copy of `value`, which stands at `at` (empty: a whole document), with its sealed parts changed. */
export const mapped = (
  value: JsonValue,
  sealed: readonly SealedPath[],
  change: EachValue,
  at: string[] = [],
): JsonValue =>
  sealed
    .filter(({ names }) => at.length <= names.length && related(at, names))
    .reduce((copy, path) => mappedAt(copy, path, at, change), value);

/** Whether a whole part that is sealed by itself lies at `names` or beneath, or nothing sealed at all. */
const isWhole = (names: readonly string[], path: SealedPath): boolean =>
  !related(names, path.names) || names.length <= path.names.length + (path.each ? 1 : 0);

/**
 * The change as it is written beneath the seals; undefined where it reaches into a sealed part, so that the part has to be opened first.
 */
export const sealedChange = (
  { set = {}, unset = [], add = {}, push = {} }: Change,
  sealed: readonly SealedPath[],
  change: EachValue,
): Change | undefined => {
  const touches = (path: string): boolean => sealed.some(({ names }) => related(path.split('.'), names));
  if ([...Object.keys(add), ...Object.keys(push)].some(touches)) return undefined;
  const places = [...Object.keys(set), ...unset].map((path) => path.split('.'));
  if (!places.every((names) => sealed.every((path) => isWhole(names, path)))) return undefined;
  const within = (value: JsonValue, path: string): JsonValue => {
    const at = path.split('.');
    const unit = sealed.some(({ names, each }) => each && at.length === names.length + 1 && related(at, names));
    return unit ? change(value, at) : mapped(value, sealed, change, at);
  };
  return {
    set: Object.fromEntries(Object.entries(set).map(([path, value]) => [path, within(value, path)])),
    unset,
    add,
    push,
  };
};

/** Whether the change sets something that is to be sealed. */
export const setsSealed = ({ set = {} }: Change, sealed: readonly SealedPath[]): boolean =>
  Object.keys(set).some((path) => sealed.some(({ names }) => related(path.split('.'), names)));
