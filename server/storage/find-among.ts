/** Lists over a few values of one path, each found by the index that begins with it, put together in one order. */
import { isObject } from '../../engine/json.ts';
import { writeCursor } from './cursor.ts';
import type { Filter, Page, Query, Store, Stored } from './store.ts';

const compare = (left: string | number | null, right: string | number | null): number => {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return left < right ? -1 : 1;
};

const valueAtPath = (document: object, path: string): string | number | null => {
  let value: unknown = document;
  for (const name of path.split('.')) value = isObject(value) ? value[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

/**
 * One look-up for each filter, put together in one order, so that an index serves each of them however many documents there are. For a
 * handful of filters of which a document fits one.
 */
export const findInAll = async <T extends Stored>(
  store: Store,
  collection: string,
  filters: readonly Filter[],
  query: Omit<Query, 'filter'>,
): Promise<Page<T>> => {
  const { sort, limit } = query;
  const pages = await Promise.all(filters.map((filter) => store.find<T>(collection, { ...query, filter })));
  const sign = sort.direction === 'asc' ? 1 : -1;
  const all = pages
    .flatMap(({ items }) => items)
    .map((item) => ({ item, value: valueAtPath(item, sort.path) }))
    .sort((left, right) => sign * (compare(left.value, right.value) || compare(left.item._id, right.item._id)));
  const shown = all.slice(0, limit);
  const last = shown.at(-1);
  const more = all.length > limit || pages.some(({ next }) => next !== undefined);
  const items = shown.map(({ item }) => item);
  if (last === undefined || !more) return { items };
  return { items, next: writeCursor(sort, { value: last.value, id: last.item._id }) };
};

/** As `store.find` with `{[path]: {in: values}}`, but with one look-up for each value. */
export const findAmong = <T extends Stored>(
  store: Store,
  collection: string,
  path: string,
  values: readonly string[],
  { filter, ...query }: Query,
): Promise<Page<T>> =>
  findInAll<T>(
    store,
    collection,
    values.map((value) => ({ ...filter, [path]: { eq: value } })),
    query,
  );
