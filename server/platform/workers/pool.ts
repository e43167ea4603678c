/**
 * Work in processes of its own, so that nobody else waits for it: with a limit of time and of memory, and everybody in turn.
 * Not in threads: one that is ended while it still loads its modules takes the whole service down with it (Node 24).
 */
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { createFairQueue, QueueFullError, type QueueOptions } from './fair-queue.ts';

/** Why work was not done. `busy`: too much waits. `time`, `memory`: it needed more than it may have. `failed`: it threw. */
export type RefusedFor = 'busy' | 'time' | 'memory' | 'failed';

export class WorkerError extends Error {
  override name = 'WorkerError';
  readonly why: RefusedFor;
  constructor(why: RefusedFor, message: string) {
    super(message);
    this.why = why;
  }
}

export interface Workers<In, Out> {
  /** Done when it is this person's turn, within so many seconds from then on. Rejects with WorkerError. */
  run: (work: In, person: string, seconds: number, options?: QueueOptions) => Promise<Out>;
  state: () => { waiting: number; running: number };
  close: () => Promise<void>;
}

export interface WorkersOptions {
  /** Its default export is called with the work, in a process without the service's environment. */
  file: URL;
  /** Processes at the same time. */
  workers: number;
  mostWaiting?: number;
  mostOfOne?: number;
  /** Of the heap of one process. */
  megabytes?: number;
}

/** One fewer than there are cores, which is left for everybody's requests; two at least, for with one a single person could hold all. */
export const workersOfMachine = (): number => Math.max(2, availableParallelism() - 1);

/** Milliseconds without work after which a process ends. */
const idleTimeout = 60_000;

/** A process that nobody ended has ended: what our own work can do to it is to need more memory than there is. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && error.message === 'Worker exited unexpectedly';

/** The kind of what was thrown there; from another process it comes as an object like the error. */
const kindOf = (error: unknown): string => {
  const name: unknown = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  return typeof name === 'string' ? name : 'unknown';
};

export const createWorkers = <In, Out>(options: WorkersOptions): Workers<In, Out> => {
  const { file, workers, mostWaiting = 100, mostOfOne = 5, megabytes = 512 } = options;
  const queue = createFairQueue({ slots: workers, mostWaiting, mostOfOne });
  let pool: Tinypool | undefined;
  let closed = false;
  const opened = (): Tinypool => {
    if (pool !== undefined) return pool;
    pool = new Tinypool({
      runtime: 'child_process',
      filename: file.href,
      minThreads: 0,
      maxThreads: workers,
      idleTimeout,
      useAtomics: false,
      serialization: 'advanced',
      // A small young generation costs no time here, and saves 70 MB in each process.
      execArgv: [
        `--max-old-space-size=${megabytes}`,
        '--max-semi-space-size=4',
        '--disable-warning=ExperimentalWarning',
      ],
    });
    // A process that dies with work in hand refuses that work; one that dies without any is told here and is missed by nobody.
    pool.on('error', () => undefined);
    return pool;
  };

  const done = async (work: In, seconds: number): Promise<Out> => {
    if (closed) throw new WorkerError('busy', 'The service is stopping.');
    const signal = AbortSignal.timeout(Math.ceil(seconds * 1000));
    try {
      // The program in `file` takes an In and gives an Out.
      return (await opened().run(work, { signal })) as Out;
    } catch (error) {
      if (signal.aborted) throw new WorkerError('time', 'It took too long.');
      if (isOutOfMemory(error)) throw new WorkerError('memory', 'It needed too much memory.');
      // What was thrown may quote what somebody wrote; its kind is enough to look for the cause.
      throw new WorkerError('failed', `It failed: ${kindOf(error)}.`);
    }
  };

  return {
    run: async (work, person, seconds, turn) => {
      try {
        return await queue.run(person, () => done(work, seconds), turn);
      } catch (error) {
        if (error instanceof QueueFullError) throw new WorkerError('busy', error.message);
        throw error;
      }
    },
    state: queue.state,
    close: async () => {
      closed = true;
      await pool?.destroy();
    },
  };
};
