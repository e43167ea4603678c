/**
 * The narrow interface that every store fulfils. A document is the unit of atomicity: nothing here, and nothing that
 * uses it, needs a transaction over two documents.
 */
import type { JsonValue } from '../../../engine/json.ts';

/** What the store itself keeps on each document. Times are ISO 8601 in UTC. */
export interface Stored {
  _id: string;
  /** 1 at insert, one more at each change. */
  revision: number;
  createdAt: string;
  updatedAt: string;
}

/**
 * A test on one declared path (dotted, such as `form.id`). A path holding an array matches when any element does.
 * `{ eq: null }` holds where the value is null or absent; every other test fails there. A range holds only for values of
 * its bounds' own type.
 */
export type Test =
  | { eq: JsonValue }
  | { in: JsonValue[] }
  | { gt?: string | number; gte?: string | number; lt?: string | number; lte?: string | number }
  | { prefix: string }
  /** Every one of them holds, each by itself: of an array by any element of its own. */
  | { all: Test[] };

/**
 * All tests must hold. Paths are `_id`, `revision` or those that the collection declares; beside `_id: { eq }` any path,
 * for then there is only one document to look at.
 */
export type Filter = Record<string, Test>;

export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  next?: string;
}

export interface Query {
  filter: Filter;
  /**
   * A declared path, then `_id` to break ties. Documents without a value come first (`asc`) or last (`desc`). The value
   * stands in the cursor: no personal data where cursors go into addresses.
   */
  sort: { path: string; direction: 'asc' | 'desc' };
  /** 1–500. */
  limit: number;
  after?: string;
}

/**
 * A change to one document: values set or removed at dotted paths, numbers added, values appended to arrays. Missing
 * objects on the way are made. No path may lie within another one of the same change, and none may lead through or to a
 * value of another kind (into a text or an array, adding to a text): such a change rejects with TypeError.
 */
export interface Change {
  set?: Record<string, JsonValue>;
  unset?: string[];
  add?: Record<string, number>;
  push?: Record<string, JsonValue>;
}

/** A second document with the same `_id` or the same value on a unique index. */
export class DuplicateError extends Error {
  override name = 'DuplicateError';
  readonly path: string;
  constructor(path: string) {
    super(`Another document has the same ${path}`);
    this.path = path;
  }
}

/** The store cannot answer now (disk full, connection gone). The caller may try again; nothing was acknowledged. */
export class StoreUnavailableError extends Error {
  override name = 'StoreUnavailableError';
}

/** `after` is not a cursor that the same query gave. */
export class InvalidCursorError extends Error {
  override name = 'InvalidCursorError';
}

export interface Store {
  /** Durable when it resolves. Rejects with DuplicateError. */
  insert<T extends Stored>(collection: string, document: Omit<T, 'revision' | 'createdAt' | 'updatedAt'>): Promise<T>;
  /**
   * Inserts documents in their order with one call. Durable when it resolves. Where it rejects, the first of them may be there and no later one
   * without all before it; with DuplicateError nothing more of them comes.
   */
  insertMany<T extends Stored>(
    collection: string,
    documents: readonly Omit<T, 'revision' | 'createdAt' | 'updatedAt'>[],
  ): Promise<void>;
  /** As `insert`, with the revision and times that the document has: for what comes back from a backup. */
  restore(collection: string, document: Stored): Promise<void>;
  get<T extends Stored>(collection: string, id: string): Promise<T | undefined>;
  findOne<T extends Stored>(collection: string, filter: Filter): Promise<T | undefined>;
  /** Rejects with InvalidCursorError. */
  find<T extends Stored>(collection: string, query: Query): Promise<Page<T>>;
  /** Compare-and-set: undefined when `revision` is no longer the stored one. Durable when it resolves. */
  replace<T extends Stored>(collection: string, document: T): Promise<T | undefined>;
  /**
   * Changes the first document that the filter names (by `sort` when given), atomically, and gives it as it is after;
   * undefined when none matched. With `_id` and `revision` in the filter this is a compare-and-set of parts of a document.
   */
  update<T extends Stored>(
    collection: string,
    filter: Filter,
    change: Change,
    sort?: Query['sort'],
  ): Promise<T | undefined>;
  /** As `update`, but gives only the new revision: the cheapest durable write of a part of a large document. */
  patch(collection: string, filter: Filter, change: Change): Promise<number | undefined>;
  /**
   * Writes values at paths in another form that means the same: neither the revision nor the time moves. Only of the revision that is
   * named, and nothing that the collection declares to be looked up by. False when it is no longer the stored one.
   */
  rewrite(
    collection: string,
    document: Pick<Stored, '_id' | 'revision'>,
    set: Record<string, JsonValue>,
  ): Promise<boolean>;
  /** Removes the first document that the filter names, one at most; true when there was one. */
  delete(collection: string, filter: Filter): Promise<boolean>;
  count(collection: string, filter: Filter): Promise<number>;
  /** Resolves when the store can read and write; rejects with StoreUnavailableError. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A collection and the paths that may be filtered or sorted on. Made or brought up to date when the store opens. */
export interface Collection {
  name: string;
  /** `unique` is among the documents that have a value on every path of the index. */
  indexes: { paths: string[]; unique?: boolean }[];
  /** Declared paths that hold arrays: each by itself in `indexes`, not unique, never a sort. All others hold one text, number or boolean. */
  arrays?: string[];
  /**
   * Paths of what is sealed where there are keys, each whole; `answers.*` seals every member by itself, so that one can be changed without
   * the others. Nothing can be looked up by them.
   */
  sealed?: string[];
}
