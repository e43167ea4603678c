/**
 * The store on MongoDB: a replica set or a sharded cluster that several servers share. Writes are acknowledged
 * by a majority and journalled; reads see what was acknowledged. One document is one document; no transactions.
 */
import type { Collection as MongoCollection, Document, Sort } from 'mongodb';
import { systemClock, type Clock } from '../../../core/clock.ts';
import { isObject, type JsonObject } from '../../../../engine/json.ts';
import { release as thisRelease } from '../../../core/release.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { checkNames, checkNotLookedUp, namesOne } from '../declared.ts';
import { toUpdate } from './mongodb-change.ts';
import { mongodbClient } from './mongodb-client.ts';
import { asStoreError } from './mongodb-errors.ts';
import { bringIndexesUpToDate, type BsonDocument } from './mongodb-indexes.ts';
import { stretchesAfter, toQuery, toSort } from './mongodb-filter.ts';
import { changedCopy, uniqueField, uniqueIndexes, uniqueValues } from './mongodb-unique.ts';
import { fromBson, toBson, toPath } from './mongodb-value.ts';
import { StoreUnavailableError } from '../store.ts';
import type { Change, Collection, DocumentStore, Filter, Query, StoredDocument } from '../store.ts';
import { overtaken, untilStored } from '../until-written.ts';

export interface MongodbOptions {
  /** `mongodb://…` or `mongodb+srv://…` with the database's name; TLS and credentials as the URI says. */
  url: string;
  collections: Collection[];
  clock?: Clock;
  /** The one that runs, such as `0.1.0`. */
  release?: string;
}

const isBody = (key: string): boolean => key !== uniqueField;

const documentOf = (stored: Document): StoredDocument => {
  const body: Document = {};
  for (const [key, value] of Object.entries(stored))
    if (isBody(key)) Object.defineProperty(body, key, { value, enumerable: true, configurable: true, writable: true });
  const members = fromBson(body);
  const { _id, revision, createdAt, updatedAt } = stored;
  const own = {
    _id: String(_id),
    revision: Number(revision),
    createdAt: String(createdAt),
    updatedAt: String(updatedAt),
  };
  return { ...(isObject(members) ? members : {}), ...own };
};

const asJson = (document: object): JsonObject => {
  const copy: unknown = { ...document };
  return isObject(copy) ? copy : {};
};

/** Rejects with StoreUnavailableError when the database cannot be reached, and with RangeError for a collection that cannot be declared. */
export const openMongodb = async ({
  url,
  collections,
  clock = systemClock,
  release = thisRelease,
}: MongodbOptions): Promise<DocumentStore> => {
  collections.forEach(checkNames);
  const client = mongodbClient(url);
  const database = client.db();
  const declared = new Map(collections.map((collection) => [collection.name, collection]));
  const collectionOf = (name: string): Collection => {
    const collection = declared.get(name);
    if (collection === undefined) throw new RangeError(`No such collection: ${name}`);
    return collection;
  };
  const collectionNamed = (name: string): MongoCollection<BsonDocument> => database.collection<BsonDocument>(name);

  let closed = false;
  const underway = new Set<Promise<unknown>>();
  /** Nothing is begun after the end, and the end waits for what was begun. */
  const begun = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw new StoreUnavailableError('The store is closed');
    const working = work();
    underway.add(working);
    try {
      return await working;
    } finally {
      underway.delete(working);
    }
  };
  const answering = async <T>(name: string, work: (collection: Collection) => Promise<T>): Promise<T> => {
    const collection = collectionOf(name);
    try {
      return await begun(() => work(collection));
    } catch (error) {
      throw asStoreError(collection, error);
    }
  };

  try {
    await client.connect();
    await bringIndexesUpToDate(database, collections, release);
  } catch (error) {
    await client.close();
    throw error instanceof RangeError
      ? error
      : new StoreUnavailableError('The database cannot be used', { cause: error });
  }

  const toStored = (collection: Collection, id: string, document: object): Document => {
    const json = asJson(document);
    const unique = uniqueValues(collection, id, json);
    const body = toBson(json);
    return { ...(isObject(body) ? body : {}), ...(unique === undefined ? {} : { [uniqueField]: unique }) };
  };

  /** Whether the change touches what must be unique, so that the field beside it has to follow. */
  const touchesUnique = (collection: Collection, touched: readonly string[]): boolean =>
    uniqueIndexes(collection)
      .flat()
      .some((path) =>
        touched.some((each) => path === each || path.startsWith(`${each}.`) || each.startsWith(`${path}.`)),
      );

  /** Changes one document in one step. `known`: the revision that the filter names, when no more than the next one is asked for. */
  const changeOnce = async (
    stored: MongoCollection<BsonDocument>,
    query: Document,
    update: Document,
    order: { sort?: Sort },
    known: number | undefined,
  ): Promise<Document | undefined> => {
    // With the revision in the filter the new one is known, and the document need not come back.
    if (known !== undefined) {
      const { matchedCount } = await stored.updateOne(query, update);
      return matchedCount === 0 ? undefined : { revision: known + 1 };
    }
    return (await stored.findOneAndUpdate(query, update, { ...order, returnDocument: 'after' })) ?? undefined;
  };

  /** The document as it is after, or only its revision where that is all that is asked for. */
  const change = (
    name: string,
    filter: Filter,
    wanted: Change,
    sort: Query['sort'] | undefined,
    onlyRevision: boolean,
  ): Promise<Document | undefined> =>
    answering(name, async (collection) => {
      const stored = collectionNamed(name);
      const { update, possible, touched } = toUpdate(wanted, clock.now().toISOString());
      const query = toQuery(collection, filter);
      const order = sort === undefined ? {} : { sort: toSort(collection, sort) };
      const whole = possible.length === 0 ? query : { $and: [query, ...possible] };
      const { revision } = filter;
      const named = onlyRevision && namesOne(filter) && revision !== undefined && 'eq' in revision;
      const known = named && typeof revision.eq === 'number' ? revision.eq : undefined;
      return untilStored(name, async () => {
        if (!touchesUnique(collection, touched)) {
          const changed = await changeOnce(stored, whole, update, order, known);
          if (changed !== undefined) return changed;
        } else {
          const before = await stored.findOne(whole, order);
          if (before !== null) {
            const unique = uniqueValues(collection, before._id, changedCopy(asJson(documentOf(before)), wanted));
            const follow = { ...update, $set: { ...update.$set, [uniqueField]: unique } };
            const same = { _id: before._id, revision: Number(before['revision']) };
            const changed = await changeOnce(stored, same, follow, {}, undefined);
            // Somebody else changed it in between: what it must be is worked out again.
            return changed ?? overtaken;
          }
        }
        // None fitted the filter, though one may by now; or the change cannot be made whole to one that does.
        const cannot = { $and: [query, { $nor: [{ $and: possible }] }] };
        if (possible.length > 0 && (await stored.findOne(cannot)) !== null)
          throw new TypeError('A change leads through or to a value of another kind');
        return undefined;
      });
    });

  const findOne: DocumentStore['findOne'] = (name, filter) =>
    answering(name, async (collection) => {
      const found = await collectionNamed(name).findOne(toQuery(collection, filter));
      return found === null ? undefined : documentOf(found);
    });

  return {
    insert: (name, document) =>
      answering(name, async (collection) => {
        const now = clock.now().toISOString();
        const own = { revision: 1, createdAt: now, updatedAt: now };
        const stored: BsonDocument = { ...toStored(collection, document._id, document), _id: document._id, ...own };
        await collectionNamed(name).insertOne(stored);
        return documentOf(stored);
      }),

    insertMany: (name, documents) =>
      answering(name, async (collection) => {
        if (documents.length === 0) return;
        const now = clock.now().toISOString();
        const own = { revision: 1, createdAt: now, updatedAt: now };
        const stored = documents.map((document): BsonDocument => {
          return { ...toStored(collection, document._id, document), _id: document._id, ...own };
        });
        await collectionNamed(name).insertMany(stored, { ordered: true });
      }),

    restore: (name, document) =>
      answering(name, async (collection) => {
        const { _id, revision, createdAt, updatedAt } = document;
        const own = { _id, revision, createdAt, updatedAt };
        await collectionNamed(name).insertOne({ ...toStored(collection, _id, document), ...own });
      }),

    get: (name, id) => findOne(name, { _id: { eq: id } }),
    findOne,

    find: (name, { filter, sort, limit, after }) =>
      answering(name, async (collection) => {
        if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new RangeError('A page has 1 to 500 documents');
        const query = toQuery(collection, filter);
        const order = toSort(collection, sort);
        const place = after === undefined ? undefined : readCursor(sort, after);
        const stretches =
          place === undefined ? [{ query: {}, sort: order }] : stretchesAfter(sort, place.value, place.id, order);
        const found: Document[] = [];
        for (const stretch of stretches) {
          if (found.length > limit) break;
          const parts = [query, stretch.query].filter((part) => Object.keys(part).length > 0);
          const rows = collectionNamed(name).find(parts.length === 0 ? {} : { $and: parts }, {
            sort: stretch.sort,
            limit: limit + 1 - found.length,
          });
          found.push(...(await rows.toArray()));
        }
        const items = found.slice(0, limit).map((stored) => documentOf(stored));
        const last = found.length > limit ? found[limit - 1] : undefined;
        if (last === undefined) return { items };
        const value = sort.path
          .split('.')
          .reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), fromBson(last));
        const known = typeof value === 'string' || typeof value === 'number' ? value : null;
        return { items, next: writeCursor(sort, { value: known, id: String(last['_id']) }) };
      }),

    replace: (name, document) =>
      answering(name, async (collection) => {
        const { _id, revision, createdAt } = document;
        const own = { _id, revision: revision + 1, createdAt, updatedAt: clock.now().toISOString() };
        const stored: BsonDocument = { ...toStored(collection, _id, document), ...own };
        const replaced = await collectionNamed(name).findOneAndReplace({ _id, revision }, stored, {
          returnDocument: 'after',
        });
        return replaced === null ? undefined : documentOf(replaced);
      }),

    update: async (name, filter, wanted, sort) => {
      const changed = await change(name, filter, wanted, sort, false);
      return changed && documentOf(changed);
    },

    patch: async (name, filter, wanted) => {
      const changed = await change(name, filter, wanted, undefined, true);
      return changed && Number(changed['revision']);
    },

    rewrite: (name, { _id, revision }, set) =>
      answering(name, async (collection) => {
        checkNotLookedUp(collection, Object.keys(set));
        const values = Object.entries(set).map(([path, value]): [string, unknown] => [toPath(path), toBson(value)]);
        const { matchedCount } = await collectionNamed(name).updateOne(
          { _id, revision },
          { $set: Object.fromEntries(values) },
        );
        return matchedCount > 0;
      }),

    delete: (name, filter) =>
      answering(
        name,
        async (collection) => (await collectionNamed(name).deleteOne(toQuery(collection, filter))).deletedCount > 0,
      ),

    count: (name, filter) =>
      answering(name, async (collection) => collectionNamed(name).countDocuments(toQuery(collection, filter))),

    ping: async () => {
      const alive = database.collection<BsonDocument>('formworkAlive');
      const at = clock.now().toISOString();
      try {
        await begun(() => alive.updateOne({ _id: 'alive' }, { $set: { at } }, { upsert: true }));
      } catch (error) {
        throw new StoreUnavailableError('The database cannot answer', { cause: error });
      }
    },

    close: async () => {
      closed = true;
      await Promise.allSettled([...underway]);
      await client.close();
    },
  };
};
