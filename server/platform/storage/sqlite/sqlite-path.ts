/** How dotted paths become SQLite's JSON paths and the columns of a collection's table. */
import { checkPath } from '../declared.ts';
import type { Collection } from '../store.ts';

/** Columns of every table beside the generated ones; `doc` holds the rest of the document as JSONB. */
export const ownColumns = ['_id', 'revision', 'createdAt', 'updatedAt'] as const;

/** `form.id` → `$."form"."id"`. A path that cannot be written so is a mistake of the caller and throws a RangeError. */
export const jsonPath = (path: string): string => {
  checkPath(path);
  return `$${path
    .split('.')
    .map((segment) => `."${segment}"`)
    .join('')}`;
};

/** The JSON paths of the objects that `path` leads through: `a.b.c` → those of `a` and `a.b`. */
export const parentPaths = (path: string): string[] => {
  const segments = path.split('.');
  return segments.slice(1).map((_, index) => jsonPath(segments.slice(0, index + 1).join('.')));
};

export const isOwnColumn = (path: string): boolean => ownColumns.some((column) => column === path);

/** The quoted column of a declared path. Declared paths are plain names, so nothing needs escaping. */
export const columnOf = (path: string): string => (isOwnColumn(path) ? `"${path}"` : `"$.${path}"`);

/** The declared paths of a collection that are not its own columns already. */
export const generatedPaths = (collection: Collection): string[] => [
  ...new Set(collection.indexes.flatMap(({ paths }) => paths).filter((path) => !isOwnColumn(path))),
];

/** Quoted name of the table that holds the elements of an array path, one a row. */
export const elementTable = (collection: Collection, path: string): string => `"${collection.name}[${path}]"`;
