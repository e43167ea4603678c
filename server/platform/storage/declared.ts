/** What a collection declares to be looked up by; every store refuses the rest. */
import { checkSealed } from './sealed/sealed-paths.ts';
import type { Collection, Filter } from './store.ts';

/** Throws a RangeError when `path` may not be looked up in this collection. */
export const checkDeclared = (collection: Collection, path: string): void => {
  const declared =
    path === '_id' || path === 'revision' || collection.indexes.some(({ paths }) => paths.includes(path));
  if (!declared) throw new RangeError(`${collection.name} does not declare the path ${path}`);
};

/** Whether the filter names one document, on which any path may be tested. */
export const namesOne = (filter: Filter): boolean => {
  const named = filter['_id'];
  return named !== undefined && 'eq' in named;
};

/** Throws a RangeError where one of the paths is, holds or lies in something that documents are looked up by. */
export const checkNotLookedUp = ({ name, indexes }: Collection, touched: readonly string[]): void => {
  const looked = indexes.flatMap(({ paths }) => paths);
  const both = touched.find((path) =>
    looked.some((each) => `${each}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${each}.`)),
  );
  if (both !== undefined) throw new RangeError(`${name}: documents are looked up by ${both}`);
};

const isSegment = (segment: string): boolean => /^[^"\\\p{Cc}$][^"\\\p{Cc}]*$/u.test(segment);

/** Throws a RangeError for a dotted path that no store can write: a mistake of the caller. */
export const checkPath = (path: string): void => {
  if (!path.split('.').every(isSegment)) throw new RangeError(`Not a path into a document: ${JSON.stringify(path)}`);
};

const plainName = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/;

/** Throws a RangeError for a collection that cannot be declared. */
export const checkNames = (collection: Collection): void => {
  const arrays = collection.arrays ?? [];
  const sealed = (collection.sealed ?? []).map((path) => path.replace(/\.\*$/, ''));
  for (const name of [collection.name, ...collection.indexes.flatMap(({ paths }) => paths), ...arrays, ...sealed])
    if (name !== '_id' && !plainName.test(name)) throw new RangeError(`Not a name to declare: ${name}`);
  for (const { paths, unique } of collection.indexes)
    if (paths.some((path) => arrays.includes(path)) && (paths.length > 1 || unique === true))
      throw new RangeError(`${collection.name}: an array is indexed by itself and is not unique`);
  checkSealed(collection);
};

/** Throws a TypeError when two parts of a change lie within one another, or one touches what the store itself keeps. */
export const checkApart = (touched: readonly string[]): void => {
  const own = touched.find((path) =>
    ['_id', 'revision', 'createdAt', 'updatedAt'].includes(path.split('.', 1).join('')),
  );
  if (own !== undefined) throw new TypeError(`${own} is kept by the store`);
  const sorted = touched.map((path) => `${path}.`).sort();
  for (const [index, path] of sorted.entries())
    if (sorted[index + 1]?.startsWith(path) === true)
      throw new TypeError(`A change has two parts at ${path.slice(0, -1)}`);
};
