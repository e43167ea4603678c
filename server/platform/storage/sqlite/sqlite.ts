/**
 * The embedded store: one SQLite file, through two threads of its own (one writes, one reads), so that the event loop
 * never waits for a disk and a read never waits for a commit. Several processes may have the same file open.
 */
import { open as openFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isObject, parseJson } from '../../../../engine/json.ts';
import { systemClock } from '../../../core/clock.ts';
import type { Clock } from '../../../core/clock.ts';
import { release as thisRelease } from '../../../core/release.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { checkNotLookedUp } from '../declared.ts';
import type { Cell, Sql, WorkerSettings } from './sqlite-call.ts';
import { changeSql, jsonText } from './sqlite-change.ts';
import { openChannel } from './sqlite-channel.ts';
import { failureOf, openDatabase } from './sqlite-database.ts';
import { all, prefixesIn, hasWord, idsWith, orderSql, stretchesAfter, whereSql } from './sqlite-filter.ts';
import { columnOf, isOwnColumn } from './sqlite-path.ts';
import { bringUpToDate } from './sqlite-schema.ts';
import { StoreUnavailableError } from '../store.ts';
import type { Change, Collection, DocumentStore, Filter, Query, StoredDocument } from '../store.ts';

export interface SqliteOptions {
  /** Made, with its folder, when it is not there; readable by this user only. Two more files, `-wal` and `-shm`, stand beside it. */
  file: string;
  collections: Collection[];
  /** Where `createdAt` and `updatedAt` come from. */
  clock?: Clock;
  /** The one that runs, such as `0.1.0`. */
  release?: string;
}

const program = new URL('./sqlite-worker.ts', import.meta.url);

/** What every query gives, and in this order. */
const whole = '_id, revision, createdAt, updatedAt, json(doc)';

const documentOf = ([_id, revision, createdAt, updatedAt, body]: Cell[]): StoredDocument => {
  const members = parseJson(String(body));
  const own = {
    _id: String(_id),
    revision: Number(revision),
    createdAt: String(createdAt),
    updatedAt: String(updatedAt),
  };
  return { ...own, ...(isObject(members) ? members : {}) };
};

/** Documents with a word that are looked at one by one; of more, a list's own order finds the first that fit sooner. */
const fewWithWord = 1000;

/** The document without what stands in columns of its own. */
const bodyOf = (document: object): string =>
  jsonText(Object.fromEntries(Object.entries(document).filter(([key]) => !isOwnColumn(key))));

const prepareFile = async (file: string, collections: Collection[], release: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await (await openFile(file, 'a', 0o600)).close();
  const database = openDatabase(file);
  try {
    bringUpToDate(database, collections, release);
  } finally {
    database.close();
  }
};

/** Rejects with StoreUnavailableError when the file cannot be used, and with RangeError for a collection that cannot be declared. */
export const openSqlite = async ({
  file,
  collections,
  clock = systemClock,
  release = thisRelease,
}: SqliteOptions): Promise<DocumentStore> => {
  await prepareFile(file, collections, release).catch((error: unknown) => {
    if (error instanceof RangeError) throw error;
    throw new StoreUnavailableError(failureOf(error).message, { cause: error });
  });
  const declared = new Map(collections.map((collection) => [collection.name, collection]));
  const settings = (mode: WorkerSettings['mode']): WorkerSettings => ({ file, mode });
  const writer = openChannel(program, settings('write'));
  const reader = openChannel(program, settings('read'));

  const collectionOf = (name: string): Collection => {
    const collection = declared.get(name);
    if (collection === undefined) throw new RangeError(`No such collection: ${name}`);
    return collection;
  };

  /** `_id` of the one document that is changed or deleted. */
  const firstSql = (collection: Collection, filter: Filter, sort?: Query['sort']): Sql => {
    const where = whereSql(collection, filter);
    const named = filter['_id'];
    if (named !== undefined && 'eq' in named) return where;
    const order = sort === undefined ? '' : ` ORDER BY ${orderSql(collection, sort)}`;
    return {
      sql: `rowid = (SELECT rowid FROM "${collection.name}" WHERE ${where.sql}${order} LIMIT 1)`,
      cells: where.cells,
    };
  };

  const write = async (
    name: string,
    filter: Filter,
    change: Change,
    sort: Query['sort'] | undefined,
    returning: string,
  ): Promise<Cell[] | undefined> => {
    const collection = collectionOf(name);
    const first = firstSql(collection, filter, sort);
    const doc = changeSql(change);
    const rows = await writer.run({
      sql: `UPDATE "${name}" SET revision = revision + 1, updatedAt = ?, doc = ${doc.sql} WHERE ${first.sql} RETURNING ${returning}`,
      cells: [clock.now().toISOString(), ...doc.cells, ...first.cells],
    });
    return rows[0];
  };

  const insert: DocumentStore['insert'] = async (name, document) => {
    const { name: table } = collectionOf(name);
    const now = clock.now().toISOString();
    const rows = await writer.run({
      sql: `INSERT INTO "${table}" (_id, revision, createdAt, updatedAt, doc) VALUES (?, 1, ?, ?, jsonb(?)) RETURNING ${whole}`,
      cells: [document._id, now, now, bodyOf(document)],
    });
    return documentOf(rows[0] ?? []);
  };

  /** One statement: all of them or none. */
  const insertMany: DocumentStore['insertMany'] = async (name, documents) => {
    const { name: table } = collectionOf(name);
    if (documents.length === 0) return;
    const now = clock.now().toISOString();
    const rows = documents.map((document) => [document._id, bodyOf(document)]);
    await writer.run({
      sql: `INSERT INTO "${table}" (_id, revision, createdAt, updatedAt, doc)
        SELECT value ->> 0, 1, ?, ?, jsonb(value ->> 1) FROM json_each(?) ORDER BY key`,
      cells: [now, now, JSON.stringify(rows)],
    });
  };

  const restore: DocumentStore['restore'] = async (name, document) => {
    const { name: table } = collectionOf(name);
    const { _id, revision, createdAt, updatedAt } = document;
    await writer.run({
      sql: `INSERT INTO "${table}" (_id, revision, createdAt, updatedAt, doc) VALUES (?, ?, ?, ?, jsonb(?))`,
      cells: [_id, revision, createdAt, updatedAt, bodyOf(document)],
    });
  };

  const findOne: DocumentStore['findOne'] = async (name, filter) => {
    const where = whereSql(collectionOf(name), filter);
    const [row] = await reader.run({
      sql: `SELECT ${whole} FROM "${name}" WHERE ${where.sql} LIMIT 1`,
      cells: where.cells,
    });
    return row && documentOf(row);
  };

  /**
   * From where, and by what, a list is read. Few have a rare word, and they are looked at whatever the order; of common words an index of the
   * order leads, and each document is asked for them. Nothing looks through all documents but words that are common and never together.
   */
  const reading = async (collection: Collection, filter: Filter): Promise<{ from: Sql; where: Sql }> => {
    const table = `"${collection.name}"`;
    const { prefixes, rest } = prefixesIn(collection, filter);
    if (prefixes.length === 0) return { from: { sql: table, cells: [] }, where: whereSql(collection, filter) };
    const counts = await Promise.all(
      prefixes.map(async (prefix) => {
        const { sql, cells } = idsWith(collection, prefix);
        const rows = await reader.run({ sql: `SELECT count(*) FROM (${sql} LIMIT ?)`, cells: [...cells, fewWithWord] });
        return Number(rows[0]?.[0]);
      }),
    );
    const least = Math.min(...counts);
    const rarest = least < fewWithWord ? prefixes[counts.indexOf(least)] : undefined;
    const others = prefixes.filter((each) => each !== rarest);
    const where = all([whereSql(collection, rest), ...others.map((each) => hasWord(collection, each))]);
    if (rarest === undefined) return { from: { sql: table, cells: [] }, where };
    const { sql, cells } = idsWith(collection, rarest);
    const few = `(${sql.replace('SELECT', 'SELECT DISTINCT')})`;
    return { from: { sql: `${few} AS few CROSS JOIN ${table} ON ${table}._id = few.id`, cells }, where };
  };

  const find: DocumentStore['find'] = async (name, { filter, sort, limit, after }) => {
    const collection = collectionOf(name);
    if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new RangeError('A page has 1 to 500 documents');
    const { from, where } = await reading(collection, filter);
    const order = orderSql(collection, sort);
    const place = after === undefined ? undefined : readCursor(sort, after);
    const stretches: Sql[] = place ? stretchesAfter(sort, place.value, place.id) : [{ sql: 'TRUE', cells: [] }];
    const rows: Cell[][] = [];
    for (const stretch of stretches) {
      if (rows.length > limit) break;
      const more = await reader.run({
        sql: `SELECT ${whole}, ${columnOf(sort.path)} FROM ${from.sql} WHERE (${where.sql}) AND (${stretch.sql}) ORDER BY ${order} LIMIT ?`,
        cells: [...from.cells, ...where.cells, ...stretch.cells, limit + 1 - rows.length],
      });
      rows.push(...more);
    }
    const items = rows.slice(0, limit).map((row) => documentOf(row));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    if (last === undefined) return { items };
    const value = last[5] ?? null;
    return {
      items,
      next: writeCursor(sort, { value: typeof value === 'bigint' ? Number(value) : value, id: String(last[0]) }),
    };
  };

  const replace: DocumentStore['replace'] = async (name, document) => {
    const { name: table } = collectionOf(name);
    const [row] = await writer.run({
      sql: `UPDATE "${table}" SET revision = revision + 1, updatedAt = ?, doc = jsonb(?) WHERE _id = ? AND revision = ? RETURNING ${whole}`,
      cells: [clock.now().toISOString(), bodyOf(document), document._id, document.revision],
    });
    return row && documentOf(row);
  };

  const update: DocumentStore['update'] = async (name, filter, change, sort) => {
    const row = await write(name, filter, change, sort, whole);
    return row && documentOf(row);
  };

  const patch: DocumentStore['patch'] = async (name, filter, change) => {
    const row = await write(name, filter, change, undefined, 'revision');
    return row && Number(row[0]);
  };

  const rewrite: DocumentStore['rewrite'] = async (name, { _id, revision }, set) => {
    const collection = collectionOf(name);
    checkNotLookedUp(collection, Object.keys(set));
    const doc = changeSql({ set });
    const rows = await writer.run({
      sql: `UPDATE "${name}" SET doc = ${doc.sql} WHERE _id = ? AND revision = ? RETURNING 1`,
      cells: [...doc.cells, _id, revision],
    });
    return rows.length > 0;
  };

  const remove: DocumentStore['delete'] = async (name, filter) => {
    const first = firstSql(collectionOf(name), filter);
    const rows = await writer.run({ sql: `DELETE FROM "${name}" WHERE ${first.sql} RETURNING 1`, cells: first.cells });
    return rows.length > 0;
  };

  const count: DocumentStore['count'] = async (name, filter) => {
    const where = whereSql(collectionOf(name), filter);
    const rows = await reader.run({ sql: `SELECT count(*) FROM "${name}" WHERE ${where.sql}`, cells: where.cells });
    return Number(rows[0]?.[0]);
  };

  const ping = async (): Promise<void> => {
    const alive = {
      sql: 'INSERT OR REPLACE INTO "formwork alive" (id, at) VALUES (1, ?)',
      cells: [clock.now().toISOString()],
    };
    await Promise.all([writer.run(alive), reader.run({ sql: 'SELECT at FROM "formwork alive"', cells: [] })]);
  };

  const close = async (): Promise<void> => {
    await reader.close();
    await writer.close();
  };

  const get: DocumentStore['get'] = (name, id) => findOne(name, { _id: { eq: id } });

  return {
    insert,
    insertMany,
    restore,
    get,
    findOne,
    find,
    replace,
    update,
    patch,
    rewrite,
    delete: remove,
    count,
    ping,
    close,
  };
};
