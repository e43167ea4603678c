/** Who comes next where much is asked for at once: everybody in turn, and nobody twice at the same time. */

/** Too much waits already. The caller may try again. */
export class QueueFullError extends Error {
  override name = 'QueueFullError';
}

interface Waiting {
  start: () => Promise<void>;
}

export interface FairQueue {
  /** Runs `work` when it is this person's turn. Rejects with QueueFullError, or as `work` does. */
  run: <T>(person: string, work: () => Promise<T>) => Promise<T>;
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

/** One person's work is done one after the other; between people the turn goes round, however much one of them asked for. */
export const createFairQueue = ({ slots, mostWaiting, mostOfOne }: FairQueueOptions): FairQueue => {
  /** By person, in the order of their turns. */
  const waiting = new Map<string, Waiting[]>();
  const running = new Set<string>();
  let waitingNow = 0;

  const next = (): void => {
    for (const [person, [first, ...others]] of waiting) {
      if (running.size >= slots) return;
      if (running.has(person)) continue;
      waiting.delete(person);
      if (others.length > 0) waiting.set(person, others);
      if (first === undefined) continue;
      waitingNow -= 1;
      running.add(person);
      void first.start().finally(() => {
        running.delete(person);
        // Whoever had a turn goes behind the others.
        const rest = waiting.get(person);
        if (rest !== undefined && waiting.delete(person)) waiting.set(person, rest);
        next();
      });
    }
  };

  return {
    run: (person, work) =>
      new Promise((resolve, reject) => {
        const own = waiting.get(person) ?? [];
        if (waitingNow >= mostWaiting || own.length >= mostOfOne) {
          reject(new QueueFullError('Too much is waiting.'));
          return;
        }
        waitingNow += 1;
        waiting.set(person, [...own, { start: () => work().then(resolve, reject) }]);
        next();
      }),
    state: () => ({ waiting: waitingNow, running: running.size }),
  };
};
