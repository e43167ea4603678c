/** Who comes next where much is asked for at once: everybody in turn, and nobody twice at the same time. */

/** Too much waits already, or it waited too long. The caller may try again. */
export class QueueFullError extends Error {
  override name = 'QueueFullError';
}

interface Waiting {
  long: boolean;
  /** Ends its waiting. */
  tired?: NodeJS.Timeout;
  start: () => Promise<void>;
}

export interface QueueOptions {
  /** Takes so much longer than other work that it may not have all slots. */
  long?: boolean;
  /** Seconds after which it is refused should its turn not have come; for ever by default. */
  timeoutSeconds?: number;
}

export interface FairQueue {
  /** Runs `work` when it is this person's turn. Rejects with QueueFullError, or as `work` does. */
  run: <T>(person: string, work: () => Promise<T>, options?: QueueOptions) => Promise<T>;
  state: () => { waiting: number; running: number };
}

export interface FairQueueOptions {
  /** Work done at the same time. */
  slots: number;
  /** Work that waits, of all together. */
  mostWaiting: number;
  /** Of one person. */
  mostOfOne: number;
}

/**
 * One person's work is done one after the other; between people the turn goes round, however much one of them asked for. The last slot is
 * for work that is not long: it goes past what is long and waits, of whoever asked for it too.
 */
export const createFairQueue = ({ slots, mostWaiting, mostOfOne }: FairQueueOptions): FairQueue => {
  /** By person, in the order of their turns. */
  const waiting = new Map<string, Waiting[]>();
  const running = new Set<string>();
  const mostLong = Math.max(1, slots - 1);
  let longNow = 0;
  let waitingNow = 0;

  const leave = (person: string, work: Waiting): void => {
    const rest = (waiting.get(person) ?? []).filter((each) => each !== work);
    waitingNow -= 1;
    if (rest.length > 0) waiting.set(person, rest);
    else waiting.delete(person);
  };

  const next = (): void => {
    for (const [person, own] of [...waiting]) {
      if (running.size >= slots) return;
      if (running.has(person)) continue;
      const first = own.find(({ long }) => !long || longNow < mostLong);
      if (first === undefined) continue;
      leave(person, first);
      running.add(person);
      if (first.long) longNow += 1;
      void first.start().finally(() => {
        running.delete(person);
        if (first.long) longNow -= 1;
        // Whoever had a turn goes behind the others.
        const rest = waiting.get(person);
        if (rest !== undefined && waiting.delete(person)) waiting.set(person, rest);
        next();
      });
    }
  };

  return {
    run: (person, work, { long = false, timeoutSeconds } = {}) =>
      new Promise((resolve, reject) => {
        const own = waiting.get(person) ?? [];
        if (waitingNow >= mostWaiting || own.length >= mostOfOne) {
          reject(new QueueFullError('Too much is waiting.'));
          return;
        }
        const entry: Waiting = {
          long,
          start: () => {
            clearTimeout(entry.tired);
            return work().then(resolve, reject);
          },
        };
        waitingNow += 1;
        waiting.set(person, [...own, entry]);
        next();
        if (timeoutSeconds === undefined || !(waiting.get(person) ?? []).includes(entry)) return;
        entry.tired = setTimeout(() => {
          leave(person, entry);
          reject(new QueueFullError('It waited too long.'));
        }, timeoutSeconds * 1000);
      }),
    state: () => ({ waiting: waitingNow, running: running.size }),
  };
};
