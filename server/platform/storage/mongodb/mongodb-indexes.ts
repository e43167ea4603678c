/** The indexes of every collection, brought up to date at each start beside whatever other servers of this or another release do. */
import { MongoServerError, type Collection as MongoCollection, type Db, type Document } from 'mongodb';
import { releaseNumber } from '../../../core/release.ts';
import type { Collection } from '../store.ts';
import { fromBson, toPath } from './mongodb-value.ts';
import { uniqueField, uniqueName, uniqueValues } from './mongodb-unique.ts';

/** A document as it lies in the database: the store's own fields, what must be unique, and the rest. */
export interface BsonDocument extends Document {
  _id: string;
}

interface Wanted {
  key: Record<string, 1>;
  /** Name of the values that must be unique; absent where nothing must. */
  unique?: string;
}

const wantedOf = (collection: Collection): Map<string, Wanted> => {
  const wanted = new Map<string, Wanted>();
  for (const { paths, unique } of collection.indexes) {
    if (unique === true) {
      const name = uniqueName(paths);
      // It lies on a field of its own; what the document is looked up by needs an index as well.
      wanted.set(`unique ${name}`, { key: { [`${uniqueField}.${name}`]: 1 }, unique: name });
    }
    const keys = paths.some((path) => path === '_id') ? paths : [...paths, '_id'];
    const isArray = paths.some((path) => collection.arrays?.includes(path));
    const key = Object.fromEntries((isArray ? paths : keys).map((path): [string, 1] => [toPath(path), 1]));
    wanted.set(paths.join('+'), { key });
  }
  return wanted;
};

/** Gives documents of before the index was declared what must be unique of them. Once the index is there, all have it. */
const fillUnique = async (
  stored: MongoCollection<BsonDocument>,
  collection: Collection,
  name: string,
): Promise<void> => {
  const missing = { [`${uniqueField}.${name}`]: { $exists: false } };
  for await (const found of stored.find(missing)) {
    let document: BsonDocument | null = found;
    while (document !== null) {
      const { _id, revision }: BsonDocument = document;
      const values = uniqueValues(collection, _id, fromBson(document));
      const { matchedCount } = await stored.updateOne({ _id, revision }, { $set: { [uniqueField]: values } });
      // Somebody changed it meanwhile: what must be unique of it is worked out from what it is now.
      document = matchedCount > 0 ? null : await stored.findOne({ _id });
    }
  }
};

const indexNotFound = 27;

/** Another server that starts at the same moment may have dropped it already. */
const dropIndex = async (stored: MongoCollection<BsonDocument>, name: string): Promise<void> => {
  try {
    await stored.dropIndex(name);
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== indexNotFound) throw error;
  }
};

interface NewestRelease extends Document {
  _id: 'newest';
  release: string;
}

/** Whether no newer release has been here; the store remembers the newest one. */
const isNewest = async (database: Db, release: string): Promise<boolean> => {
  const releases = database.collection<NewestRelease>('formworkReleases');
  const known = await releases.findOne({ _id: 'newest' });
  if (known?.release === release) return true;
  if (known !== null && releaseNumber(release) < releaseNumber(known.release)) return false;
  await releases.updateOne({ _id: 'newest' }, { $set: { release } }, { upsert: true });
  return true;
};

/**
 * Makes what is missing and drops what is no longer declared, but not what a newer release may have declared: servers of two releases run side by
 * side while one takes the other's place. Where all is there already no document is looked at.
 */
export const bringIndexesUpToDate = async (
  database: Db,
  collections: readonly Collection[],
  release: string,
): Promise<void> => {
  const newest = await isNewest(database, release);
  const existing = new Set((await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  for (const collection of collections) {
    const stored = database.collection<BsonDocument>(collection.name);
    const wanted = wantedOf(collection);
    const present = existing.has(collection.name) ? await stored.indexes() : [];
    const names = new Set<string | undefined>();
    for (const { name, key } of present) {
      const same = name === '_id_' || JSON.stringify(wanted.get(name ?? '')?.key) === JSON.stringify(key);
      if (same || !newest) names.add(name);
      else if (name !== undefined) await dropIndex(stored, name);
    }
    for (const [name, { key, unique }] of wanted) {
      if (names.has(name)) continue;
      if (unique !== undefined) await fillUnique(stored, collection, unique);
      await stored.createIndex(key, { name, ...(unique === undefined ? {} : { unique: true }) }, {});
    }
  }
};
