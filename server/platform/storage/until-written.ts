/**
 * Compare-and-set, tried again: what is written on the revision that was read is not written where somebody else was first, and then it is
 * read and decided once more. Not for ever.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { StoreUnavailableError, type CollectionName } from './store.ts';

/** What a try gives when somebody else was first: `(await store.replace('tasks', next)) ?? overtaken`. */
export const overtaken: unique symbol = Symbol('overtaken');

/** Somebody else was first at every try. Nothing of it is stored, and it may be tried again: answered as `unavailable`. */
export class OvertakenError extends StoreUnavailableError {
  override name = 'OvertakenError';
}

const mostTries = 40;
/** After so many, those who are in each other's way draw apart. */
const withoutPause = 3;
const firstPauseMs = 5;
const longestPauseMs = 250;

const pauseAfter = (tries: number): number =>
  Math.random() * Math.min(firstPauseMs * 2 ** (tries - withoutPause), longestPauseMs);

/** `pause`: waits so many milliseconds. */
type Pause = (ms: number) => Promise<unknown>;

/** As `untilWritten`, for the stores themselves, to which a collection is a name. */
export const untilStored = async <T>(
  collection: string,
  attempt: () => Promise<T | typeof overtaken>,
  pause: Pause = wait,
): Promise<T> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const result = await attempt();
    if (result !== overtaken) return result;
    if (tries >= withoutPause && tries < mostTries) await pause(pauseAfter(tries));
  }
  throw new OvertakenError(
    `Somebody else was first at each of ${mostTries} tries to change a document of ${collection}`,
  );
};

/**
 * Does `attempt`, which reads, decides and writes, until it gives anything but `overtaken`, and gives that. What it throws is thrown.
 * Rejects with OvertakenError after 40 tries, which take some seconds.
 */
export const untilWritten = <T>(
  collection: CollectionName,
  attempt: () => Promise<T | typeof overtaken>,
  pause: Pause = wait,
): Promise<T> => untilStored(collection, attempt, pause);
