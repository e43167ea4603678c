/**
 * The thread that owns one connection. In mode `write` it takes every call that waits under one BEGIN IMMEDIATE … COMMIT
 * and answers only after the commit; a call that fails by itself (a duplicate) leaves the others alone.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { isObject } from '../../../../engine/json.ts';
import type { Answer, Call, Failure, WorkerSettings } from './sqlite-call.ts';
import { busyMilliseconds, connect, failureOf } from './sqlite-database.ts';
import type { Connection } from './sqlite-database.ts';

const mostUnderOneCommit = 1000;
/** So long what was deleted may still stand in the log of writes. */
const clearAfterMs = 60_000;

const isSettings = (given: unknown): given is WorkerSettings =>
  isObject(given) && typeof given['file'] === 'string' && (given['mode'] === 'read' || given['mode'] === 'write');

if (!isSettings(workerData)) throw new Error('sqlite-worker.ts is told its file and mode');
const { file, mode } = workerData;
const port = parentPort;
if (port === null) throw new Error('sqlite-worker.ts runs as a worker thread');

let connection: Connection | undefined;
/** Set while the log of writes may still hold what was deleted. */
let clearing: NodeJS.Timeout | undefined;

/** Empties the log of writes, unless somebody reads from it at this moment. */
const clearLog = (): void => {
  clearing = undefined;
  try {
    connection?.database.exec('PRAGMA busy_timeout = 0');
    const [row] = connection?.run({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)', cells: [] }) ?? [];
    connection?.database.exec(`PRAGMA busy_timeout = ${busyMilliseconds}`);
    if (row?.[0] !== 0) clearSoon();
  } catch {
    disconnect();
  }
};

const clearSoon = (): void => {
  clearing ??= setTimeout(clearLog, clearAfterMs);
  clearing.unref();
};

const disconnect = (): void => {
  try {
    connection?.database.close();
  } catch {
    // A connection that cannot even be closed is of no further use.
  }
  connection = undefined;
};

/** The failure that takes the whole batch with it; the next batch begins on a new connection. */
class BatchError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

const asBatchError = (error: unknown): BatchError =>
  error instanceof BatchError ? error : new BatchError({ ...failureOf(error), kind: 'unavailable' });

const answer = ({ run, database }: Connection, call: Call, inTransaction: boolean): Answer => {
  try {
    return { id: call.id, rows: run(call) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'unavailable' || database.isTransaction !== inTransaction) throw asBatchError(error);
    return { id: call.id, failure };
  }
};

const handle = (calls: Call[]): Answer[] => {
  try {
    connection ??= connect(file);
    const open = connection;
    if (mode === 'read') return calls.map((call) => answer(open, call, false));
    open.database.exec('BEGIN IMMEDIATE');
    const answers = calls.map((call) => answer(open, call, true));
    open.database.exec('COMMIT');
    if (calls.some(({ sql }) => sql.startsWith('DELETE'))) clearSoon();
    return answers;
  } catch (error) {
    // Closing rolls back whatever the transaction had written.
    disconnect();
    const { failure } = asBatchError(error);
    return calls.map(({ id }) => ({ id, failure }));
  }
};

port.on('message', (first: Call[] | 'close') => {
  const calls: Call[] = [];
  let message: Call[] | 'close' | undefined = first;
  while (message !== undefined && message !== 'close') {
    calls.push(...message);
    const waiting: { message: Call[] | 'close' } | undefined =
      calls.length < mostUnderOneCommit ? receiveMessageOnPort(port) : undefined;
    message = waiting?.message;
  }
  if (calls.length > 0) port.postMessage(handle(calls));
  if (message === 'close') {
    if (clearing !== undefined) {
      clearTimeout(clearing);
      clearLog();
      clearTimeout(clearing);
    }
    disconnect();
    port.close();
  }
});
