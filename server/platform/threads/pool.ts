/** Work in threads of its own, so that nobody else waits for it: with a limit of time and of memory, and everybody in turn. */
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { createFairQueue, QueueFullError } from './fair-queue.ts';

/** Why work was not done. `busy`: too much waits. `time`, `memory`: it needed more than it may have. `failed`: it threw. */
export type RefusedFor = 'busy' | 'time' | 'memory' | 'failed';

export class ThreadError extends Error {
  override name = 'ThreadError';
  readonly why: RefusedFor;
  constructor(why: RefusedFor, message: string) {
    super(message);
    this.why = why;
  }
}

export interface Threads<In, Out> {
  /** Done when it is this person's turn, within so many seconds from then on. Rejects with ThreadError. */
  run: (work: In, person: string, seconds: number) => Promise<Out>;
  state: () => { waiting: number; running: number };
  close: () => Promise<void>;
}

export interface ThreadsOptions {
  /** Its default export is called with the work, in a thread. */
  file: URL;
  threads: number;
  mostWaiting?: number;
  mostOfOne?: number;
  /** Of one thread's heap. */
  megabytes?: number;
}

/** One fewer than there are cores, which is left for everybody's requests; two at least, for with one a single person could hold all. */
export const threadsOfMachine = (): number => Math.max(2, availableParallelism() - 1);

/** Milliseconds without work after which a thread ends. */
const idleTimeout = 60_000;

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

export const createThreads = <In, Out>(options: ThreadsOptions): Threads<In, Out> => {
  const { file, threads, mostWaiting = 100, mostOfOne = 5, megabytes = 512 } = options;
  const queue = createFairQueue({ slots: threads, mostWaiting, mostOfOne });
  let pool: Tinypool | undefined;
  let closed = false;
  const opened = (): Tinypool => {
    if (pool !== undefined) return pool;
    pool = new Tinypool({
      filename: file.href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout,
      useAtomics: false,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    // A thread that dies with work in hand refuses that work; one that dies without any is told here and is missed by nobody.
    pool.on('error', () => undefined);
    return pool;
  };

  const done = async (work: In, seconds: number): Promise<Out> => {
    if (closed) throw new ThreadError('busy', 'The service is stopping.');
    const signal = AbortSignal.timeout(Math.ceil(seconds * 1000));
    try {
      // The program in `file` takes an In and gives an Out.
      return (await opened().run(work, { signal })) as Out;
    } catch (error) {
      if (signal.aborted) throw new ThreadError('time', 'It took too long.');
      if (isOutOfMemory(error)) throw new ThreadError('memory', 'It needed too much memory.');
      // What was thrown may quote what somebody wrote; its kind is enough to look for the cause.
      throw new ThreadError('failed', `It failed: ${error instanceof Error ? error.name : 'unknown'}.`);
    }
  };

  return {
    run: async (work, person, seconds) => {
      try {
        return await queue.run(person, () => done(work, seconds));
      } catch (error) {
        if (error instanceof QueueFullError) throw new ThreadError('busy', 'Too much is waiting.');
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
