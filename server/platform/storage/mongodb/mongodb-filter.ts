/** Filters, orders and places of the store as MongoDB's. */
import type { Document, Sort } from 'mongodb';
import { checkDeclared, namesOne } from '../declared.ts';
import { toBson, toPath } from './mongodb-value.ts';
import type { Collection, Filter, Query, Test } from '../store.ts';

const bounds = (test: {
  gt?: string | number;
  gte?: string | number;
  lt?: string | number;
  lte?: string | number;
}): Document => Object.fromEntries(Object.entries(test).map(([name, bound]) => [`$${name}`, toBson(bound)]));

/** Anchored, so that an index serves it. */
const beginning = (prefix: string): string => `^${prefix.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}`;

/** `isArray`: both ends of a range must hold for one and the same element. */
const condition = (path: string, test: Test, isArray: boolean): Document[] => {
  const name = toPath(path);
  if ('all' in test) return test.all.flatMap((each) => condition(path, each, isArray));
  if ('eq' in test) return [{ [name]: { $eq: toBson(test.eq) } }];
  if ('in' in test) return [{ [name]: { $in: test.in.map(toBson) } }];
  if ('prefix' in test) return [{ [name]: { $regex: beginning(test.prefix) } }];
  const range = bounds(test);
  return [{ [name]: isArray ? { $elemMatch: range } : range }];
};

/** `null` and absent are the same to the store, and an empty array has no value either. */
const nothing = (path: string): Document => ({ $or: [{ [toPath(path)]: null }, { [toPath(path)]: { $size: 0 } }] });

const conditions = (path: string, test: Test, isArray: boolean): Document[] => {
  if ('all' in test) return test.all.flatMap((each) => conditions(path, each, isArray));
  if (isArray && 'eq' in test && test.eq === null) return [nothing(path)];
  return condition(path, test, isArray);
};

/** Throws a RangeError for a path that is not declared. */
export const toQuery = (collection: Collection, filter: Filter): Document => {
  const one = namesOne(filter);
  const all = Object.entries(filter).flatMap(([path, test]) => {
    if (!one) checkDeclared(collection, path);
    return conditions(path, test, collection.arrays?.includes(path) === true);
  });
  return all.length === 0 ? {} : { $and: all };
};

/** Throws a RangeError for a path that gives no order. */
export const toSort = (collection: Collection, { path, direction }: Query['sort']): Sort => {
  checkDeclared(collection, path);
  if (collection.arrays?.includes(path)) throw new RangeError(`${path} holds arrays and gives no order`);
  const order = direction === 'asc' ? 1 : -1;
  return path === '_id' ? { _id: order } : { [toPath(path)]: order, _id: order };
};

export interface Stretch {
  query: Document;
  sort: Sort;
}

/** What comes after a place in the order, as stretches to be read one after the other. */
export const stretchesAfter = (
  { path, direction }: Query['sort'],
  value: string | number | null,
  id: string,
  sort: Sort,
): Stretch[] => {
  const name = toPath(path);
  const beyond = direction === 'asc' ? '$gt' : '$lt';
  if (path === '_id') return [{ query: { _id: { [beyond]: id } }, sort }];
  // Of one and the same value: an index gives no order of `null`, which is absent as well.
  const byId: Sort = { _id: direction === 'asc' ? 1 : -1 };
  const ties = (same: unknown): Stretch => ({ query: { [name]: { $eq: same }, _id: { [beyond]: id } }, sort: byId });
  if (value === null)
    return direction === 'asc' ? [ties(null), { query: { [name]: { $ne: null } }, sort }] : [ties(null)];
  const further = [ties(value), { query: { [name]: { [beyond]: value } }, sort }];
  return direction === 'asc' ? further : [...further, { query: { [name]: { $eq: null } }, sort: byId }];
};
