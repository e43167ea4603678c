/** Lists and counts over a few values of one path, each found by the index that begins with it; lists are put together in one order. */
import { writeCursor } from './cursor.ts';
import { memberAt } from './member.ts';
import type { Filter, Page, Query, Stored, StoreOf } from './store.ts';

const compare = (left: string | number | null, right: string | number | null): number => {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return left < right ? -1 : 1;
};

const valueAtPath = (document: object, path: string): string | number | null => {
  const value = memberAt(document, path.split('.'));
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

/** What one filter finds, read on when it is needed. */
interface Stream<T> {
  filter: Filter;
  /** Read and not yet given. */
  ready: T[];
  /** How many to read next: twice as many each time, so that one filter with everything costs few look-ups. */
  chunk: number;
  after: string | undefined;
  ended: boolean;
}

/**
 * One look-up for each filter, put together in one order, so that an index serves each of them however many documents there are. For a
 * handful of filters of which a document fits one. Of each no more is read than the page is likely to need.
 */
export const findInAll = async <Records extends Record<keyof Records, Stored>, Name extends keyof Records & string>(
  store: StoreOf<Records>,
  collection: Name,
  filters: readonly Filter[],
  query: Omit<Query, 'filter'>,
): Promise<Page<Records[Name]>> => {
  const { sort, limit, after } = query;
  const [only] = filters;
  if (only !== undefined && filters.length === 1) return store.find(collection, { ...query, filter: only });
  const chunk = Math.min(limit, Math.ceil(limit / filters.length) + 2);
  const streams = filters.map((filter): Stream<Records[Name]> => ({ filter, ready: [], chunk, after, ended: false }));
  const fill = async (stream: Stream<Records[Name]>): Promise<void> => {
    if (stream.ended || stream.ready.length > 0) return;
    const place = stream.after === undefined ? {} : { after: stream.after };
    const { items, next } = await store.find(collection, {
      filter: stream.filter,
      sort,
      limit: stream.chunk,
      ...place,
    });
    stream.ready = items;
    stream.after = next;
    stream.ended = next === undefined;
    stream.chunk = Math.min(limit, stream.chunk * 2);
  };
  const sign = sort.direction === 'asc' ? 1 : -1;
  const isBefore = (left: Stored, right: Stored): boolean =>
    sign * (compare(valueAtPath(left, sort.path), valueAtPath(right, sort.path)) || compare(left._id, right._id)) < 0;
  const items: Records[Name][] = [];
  for (;;) {
    await Promise.all(streams.map(fill));
    const first = streams.reduce<Stream<Records[Name]> | undefined>((best, stream) => {
      const [item] = stream.ready;
      const [known] = best?.ready ?? [];
      return item !== undefined && (known === undefined || isBefore(item, known)) ? stream : best;
    }, undefined);
    const last = items.at(-1);
    if (first === undefined) return { items };
    if (items.length === limit && last !== undefined)
      return { items, next: writeCursor(sort, { value: valueAtPath(last, sort.path), id: last._id }) };
    items.push(...first.ready.splice(0, 1));
  }
};

/** As `store.find` with `{[path]: {in: values}}`, but with one look-up for each value. */
export const findAmong = <Records extends Record<keyof Records, Stored>, Name extends keyof Records & string>(
  store: StoreOf<Records>,
  collection: Name,
  path: string,
  values: readonly string[],
  { filter, ...query }: Query,
): Promise<Page<Records[Name]>> =>
  findInAll(
    store,
    collection,
    values.map((value) => ({ ...filter, [path]: { eq: value } })),
    query,
  );

/** As `store.count` with `{[path]: {in: values}}`, but with one look-up for each value; of undefined values, whatever stands there. */
export const countAmong = async <Records extends Record<keyof Records, Stored>>(
  store: StoreOf<Records>,
  collection: keyof Records & string,
  path: string,
  values: readonly string[] | undefined,
  filter: Filter,
): Promise<number> => {
  if (values === undefined) return store.count(collection, filter);
  const counts = await Promise.all(
    values.map((value) => store.count(collection, { ...filter, [path]: { eq: value } })),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};
