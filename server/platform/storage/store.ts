/**
 * The narrow interface that every store fulfils. A document is the unit of atomicity: nothing here, and nothing that
 * uses it, needs a transaction over two documents.
 */
import type { JsonObject, JsonValue } from '../../../engine/json.ts';

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

/**
 * The record of every collection, by its name. Whoever keeps a collection says beside its record what lies there:
 * `declare module '…/store.ts' { interface Collections { drafts: DraftDocument } }`.
 */
// It grows by declarations in other files.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Collections {}

export type CollectionName = keyof Collections;

/** A record as it is given to the store for the first time. */
export type New<T> = T extends Stored
  ? { [Key in keyof T as Key extends 'revision' | 'createdAt' | 'updatedAt' ? never : Key]: T[Key] }
  : never;

/** `Records`: what lies in each collection. `in out`: no store passes for one of other records. */
export interface StoreOf<in out Records extends Record<keyof Records, Stored>> {
  /** Durable when it resolves. Rejects with DuplicateError. */
  insert<Name extends keyof Records & string>(collection: Name, document: New<Records[Name]>): Promise<Records[Name]>;
  /**
   * Inserts documents in their order with one call. Durable when it resolves. Where it rejects, the first of them may be there and no later one
   * without all before it; with DuplicateError nothing more of them comes.
   */
  insertMany<Name extends keyof Records & string>(
    collection: Name,
    documents: readonly New<Records[Name]>[],
  ): Promise<void>;
  /** As `insert`, with the revision and times that the document has: for what comes back from a backup. */
  restore<Name extends keyof Records & string>(collection: Name, document: Records[Name]): Promise<void>;
  get<Name extends keyof Records & string>(collection: Name, id: string): Promise<Records[Name] | undefined>;
  findOne<Name extends keyof Records & string>(collection: Name, filter: Filter): Promise<Records[Name] | undefined>;
  /** Rejects with InvalidCursorError. */
  find<Name extends keyof Records & string>(collection: Name, query: Query): Promise<Page<Records[Name]>>;
  /** Compare-and-set: undefined when `revision` is no longer the stored one. Durable when it resolves. */
  replace<Name extends keyof Records & string>(
    collection: Name,
    document: Records[Name],
  ): Promise<Records[Name] | undefined>;
  /**
   * Changes the first document that the filter names (by `sort` when given), atomically, and gives it as it is after;
   * undefined when none matched. With `_id` and `revision` in the filter this is a compare-and-set of parts of a document.
   */
  update<Name extends keyof Records & string>(
    collection: Name,
    filter: Filter,
    change: Change,
    sort?: Query['sort'],
  ): Promise<Records[Name] | undefined>;
  /** As `update`, but gives only the new revision: the cheapest durable write of a part of a large document. */
  patch(collection: keyof Records & string, filter: Filter, change: Change): Promise<number | undefined>;
  /**
   * Writes values at paths in another form that means the same: neither the revision nor the time moves. Only of the revision that is
   * named, and nothing that the collection declares to be looked up by. False when it is no longer the stored one.
   */
  rewrite(
    collection: keyof Records & string,
    document: Pick<Stored, '_id' | 'revision'>,
    set: Record<string, JsonValue>,
  ): Promise<boolean>;
  /** Removes the first document that the filter names, one at most; true when there was one. */
  delete(collection: keyof Records & string, filter: Filter): Promise<boolean>;
  count(collection: keyof Records & string, filter: Filter): Promise<number>;
  /** Resolves when the store can read and write; rejects with StoreUnavailableError. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A store whose documents are the records of their collections. */
export type Store = StoreOf<Collections>;

/** Any document as a store holds it, whatever it is. */
export type StoredDocument = Stored & JsonObject;

/** A store that does not know what its documents are: the adapters, and what copies or migrates whole collections. */
export type DocumentStore = StoreOf<Record<string, StoredDocument>>;

/** The same store, read and written as the records of its collections. */
export const recordsOf = (documents: DocumentStore): Store => {
  const same: unknown = documents;
  // What comes out of a collection is what `insert`, `replace` and the migrations put in.
  return same as Store;
};

/** The same store, read and written as plain documents. Whoever writes so answers for what others read there. */
export const documentsOf = (store: Store): DocumentStore => {
  const same: unknown = store;
  // Every record is a document; only its names are no longer known.
  return same as DocumentStore;
};

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
