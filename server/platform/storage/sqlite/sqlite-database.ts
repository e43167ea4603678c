/** One connection to the file, for the worker thread that owns it. */
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { Cell, Failure, Sql } from './sqlite-call.ts';

/** How long another process may hold the file before a commit is given up. */
export const busyMilliseconds = 10_000;
const mostStatements = 500;

export interface Connection {
  database: DatabaseSync;
  run: (call: Sql) => Cell[][];
}

/** Durable at each commit; what is deleted is overwritten. Throws when the file cannot be opened. */
export const openDatabase = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file, { timeout: busyMilliseconds });
  database.exec(
    `PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
     PRAGMA checkpoint_fullfsync = ON; PRAGMA wal_autocheckpoint = 2000; PRAGMA journal_size_limit = 67108864;
     PRAGMA cache_size = -16384; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF`,
  );
  database.function('refuse', () => {
    throw new TypeError('A change leads through or to a value of another kind');
  });
  return database;
};

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';

const isRow = (row: unknown): row is Cell[] => Array.isArray(row) && row.every(isCell);

export const connect = (file: string): Connection => {
  const database = openDatabase(file);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const oldest = statements.keys().next();
    if (statements.size >= mostStatements && oldest.done !== true) statements.delete(oldest.value);
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    statements.set(sql, statement);
    return statement;
  };
  const run = ({ sql, cells }: Sql): Cell[][] => {
    const rows: unknown[] = prepare(sql).all(...cells);
    return rows.filter(isRow);
  };
  return { database, run };
};

/** SQLite's result codes after which nothing of the transaction may be taken for written (https://www.sqlite.org/rescode.html). */
const unavailable: Record<number, string> = {
  5: 'is held by another process for too long',
  6: 'is held by another connection',
  7: 'does not fit into memory',
  8: 'can only be read',
  10: 'cannot be read or written',
  11: 'is damaged',
  13: 'does not fit on the disk',
  14: 'cannot be opened',
  15: 'is locked in a way that is not understood',
  26: 'is not a database',
};

const uniqueFailed = /^UNIQUE constraint failed: (.+)$/;

/** `table.$.form.id, table.$.owner` → `form.id, owner`. */
const uniquePaths = (columns: string): string =>
  columns
    .split(', ')
    .map((column) => column.replace(/^[^.]*\.(\$\.)?/, ''))
    .join(', ');

/** What an exception of node:sqlite means to the caller of the store. */
export const failureOf = (error: unknown): Failure => {
  const message = error instanceof Error ? error.message : String(error);
  const code =
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
  const reason = unavailable[code];
  if (reason !== undefined) return { kind: 'unavailable', message: `The store's file ${reason} (${message})` };
  const columns = uniqueFailed.exec(message)?.[1];
  if (columns !== undefined) return { kind: 'duplicate', message: uniquePaths(columns) };
  return { kind: 'refused', message };
};
