/** Makes the tables and indexes that the collections declare, and brings those of an older file up to date. */
import type { DatabaseSync } from 'node:sqlite';
import { releaseNumber } from '../../../core/release.ts';
import { checkNames } from '../declared.ts';
import { columnOf, elementTable, generatedPaths, jsonPath } from './sqlite-path.ts';
import type { Collection } from '../store.ts';

const texts = (database: DatabaseSync, sql: string, ...parameters: string[]): string[] =>
  database
    .prepare(sql)
    .all(...parameters)
    .map((row) => String(row['name']));

/** A column that is worked out of the document when it is asked for. */
const generated = (path: string): string =>
  `${columnOf(path)} ANY GENERATED ALWAYS AS (json_extract(doc, '${jsonPath(path)}')) VIRTUAL`;

const table = (database: DatabaseSync, collection: Collection): void => {
  const paths = generatedPaths(collection);
  // SQLite reads its whole schema again after each change of a table, so a new one has all its columns at once.
  database.exec(
    `CREATE TABLE IF NOT EXISTS "${collection.name}" (
       _id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, doc BLOB NOT NULL
       ${paths.map((path) => `, ${generated(path)}`).join('')}
     ) STRICT`,
  );
  const present = texts(database, 'SELECT name FROM pragma_table_xinfo(?)', collection.name);
  for (const path of paths)
    if (!present.includes(`$.${path}`)) database.exec(`ALTER TABLE "${collection.name}" ADD COLUMN ${generated(path)}`);
};

/** The name tells everything about the index, so that one of the same name never needs to be made again. */
const indexName = (collection: Collection, { paths, unique }: Collection['indexes'][number]): string =>
  `${collection.name}:${paths.join('+')}${unique === true ? '!' : ''}`;

/** Whether no newer release has been here; the file remembers the newest one. */
const isNewest = (database: DatabaseSync, release: string): boolean => {
  const known = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  const own = releaseNumber(release);
  if (own > known) database.exec(`PRAGMA user_version = ${own}`);
  return own >= known;
};

const indexes = (database: DatabaseSync, collection: Collection, newest: boolean): void => {
  const wanted = collection.indexes.filter(({ paths }) => !paths.some((path) => collection.arrays?.includes(path)));
  const names = wanted.map((index) => indexName(collection, index));
  const present = texts(database, "SELECT name FROM pragma_index_list(?) WHERE origin = 'c'", collection.name);
  for (const name of newest ? present : []) if (!names.includes(name)) database.exec(`DROP INDEX "${name}"`);
  for (const index of wanted) {
    const columns = index.paths.map(columnOf);
    if (index.unique !== true) columns.push('_id');
    database.exec(
      `CREATE ${index.unique === true ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS "${indexName(collection, index)}"
       ON "${collection.name}" (${columns.join(', ')})`,
    );
  }
};

/** One row for each element of an array, kept by triggers, so that an element is found without reading all documents. */
const elements = (database: DatabaseSync, collection: Collection, path: string): void => {
  const name = elementTable(collection, path);
  const present = texts(
    database,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?",
    name.slice(1, -1),
  );
  if (present.length > 0) return;
  const put = (row: string): string =>
    `INSERT OR IGNORE INTO ${name} SELECT value, ${row}._id FROM json_each(${row}.doc, '${jsonPath(path)}') WHERE value IS NOT NULL`;
  const take = `DELETE FROM ${name} WHERE id = OLD._id`;
  const trigger = (when: string, body: string): string =>
    `CREATE TRIGGER "${collection.name}[${path}] ${when.slice(0, 6)}" AFTER ${when} BEGIN ${body}; END;`;
  const changed = `WHEN OLD.${columnOf(path)} IS NOT NEW.${columnOf(path)}`;
  database.exec(
    `CREATE TABLE ${name} (value ANY NOT NULL, id TEXT NOT NULL, PRIMARY KEY (value, id)) STRICT, WITHOUT ROWID;
     CREATE INDEX "${collection.name}[${path}] by id" ON ${name} (id);
     INSERT OR IGNORE INTO ${name}
       SELECT value, _id FROM "${collection.name}", json_each(doc, '${jsonPath(path)}') WHERE value IS NOT NULL;
     ${trigger(`INSERT ON "${collection.name}"`, put('NEW'))}
     ${trigger(`DELETE ON "${collection.name}"`, take)}
     ${trigger(`UPDATE OF doc ON "${collection.name}" ${changed}`, `${take}; ${put('NEW')}`)}`,
  );
};

/**
 * All or nothing, and safe when several processes open the same file at once. Drops what is no longer declared, but not what a newer release may have
 * declared that works beside this one. Throws when a unique index cannot be made.
 */
export const bringUpToDate = (database: DatabaseSync, collections: Collection[], release: string): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const newest = isNewest(database, release);
    database.exec('CREATE TABLE IF NOT EXISTS "formwork alive" (id INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT');
    for (const collection of collections) {
      checkNames(collection);
      table(database, collection);
      indexes(database, collection, newest);
      for (const path of collection.arrays ?? []) elements(database, collection, path);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};
