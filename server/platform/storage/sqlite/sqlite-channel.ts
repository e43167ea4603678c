/** The main thread's end of a worker: calls go out together once a turn of the event loop, answers come back when they are final. */
import { setImmediate } from 'node:timers';
import { Worker } from 'node:worker_threads';
import type { Answer, Call, Cell, Failure, Sql } from './sqlite-call.ts';
import { DuplicateError, StoreUnavailableError } from '../store.ts';

interface Waiting {
  resolve: (rows: Cell[][]) => void;
  reject: (error: Error) => void;
}

/** A thread and the calls that it has not answered yet. */
interface Running {
  worker: Worker;
  sent: Set<number>;
}

export interface Channel {
  /** Rejects with DuplicateError, StoreUnavailableError, or TypeError for a call that the database refuses. */
  run: (call: Sql) => Promise<Cell[][]>;
  /** Lets everything that waits finish, then ends the thread. Later calls are refused. */
  close: () => Promise<void>;
}

const errorOf = ({ kind, message }: Failure): Error => {
  if (kind === 'duplicate') return new DuplicateError(message);
  return kind === 'unavailable' ? new StoreUnavailableError(message) : new TypeError(message);
};

/** A thread that dies takes its waiting calls with it as StoreUnavailableError; the next call starts another one. */
export const openChannel = (program: URL, settings: unknown): Channel => {
  const waiting = new Map<number, Waiting>();
  let running: Running | undefined;
  let outgoing: Call[] = [];
  let lastId = 0;
  let closing: Promise<void> | undefined;
  let finished: (() => void) | undefined;

  const settle = (id: number, act: (call: Waiting) => void): void => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (call !== undefined) act(call);
    if (waiting.size === 0) finished?.();
  };

  const receive = (answers: Answer[]): void => {
    for (const answer of answers)
      settle(answer.id, ({ resolve, reject }) => {
        if ('rows' in answer) resolve(answer.rows);
        else reject(errorOf(answer.failure));
      });
  };

  const start = (): Running => {
    const worker = new Worker(program, { workerData: settings });
    const started: Running = { worker, sent: new Set() };
    let reason = 'The store’s thread ended';
    worker.on('message', (answers: Answer[]) => {
      for (const { id } of answers) started.sent.delete(id);
      receive(answers);
    });
    worker.on('error', (error: unknown) => {
      reason = `The store’s thread failed: ${error instanceof Error ? error.message : String(error)}`;
    });
    worker.on('exit', () => {
      if (running === started) running = undefined;
      for (const id of started.sent) settle(id, ({ reject }) => reject(new StoreUnavailableError(reason)));
    });
    return started;
  };

  const send = (): void => {
    running ??= start();
    for (const { id } of outgoing) running.sent.add(id);
    running.worker.postMessage(outgoing);
    outgoing = [];
  };

  const run = ({ sql, cells }: Sql): Promise<Cell[][]> => {
    if (closing !== undefined) return Promise.reject(new StoreUnavailableError('The store is closed'));
    return new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      if (outgoing.push({ id: lastId, sql, cells }) === 1) setImmediate(send);
    });
  };

  const shut = async (): Promise<void> => {
    if (waiting.size > 0) await new Promise<void>((resolve) => (finished = resolve));
    if (running === undefined) return;
    const { worker } = running;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage('close');
    await ended;
  };

  return { run, close: () => (closing ??= shut()) };
};
