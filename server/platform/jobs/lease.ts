import type { Clock } from '../../core/clock.ts';
import { minutesFromNow } from '../../core/clock.ts';
import { DuplicateError } from '../storage/store.ts';
import type { Store, Stored } from '../storage/store.ts';

interface LeaseDocument extends Stored {
  holder: string;
  until: string;
  /** Of the clock's (trusted-clock.ts): when it was first found too far ahead, by that clock. */
  doubtedAt?: string;
}

declare module '../storage/store.ts' {
  interface Collections {
    leases: LeaseDocument;
  }
}

interface LeaseParts {
  store: Store;
  clock: Clock;
}

/** Clocks of servers differ by less. A lease that ends later than its length and this from now was taken while a clock was wrong. */
const mostAheadMinutes = 60;

/**
 * True when `holder` may do the job `name` now: nobody else has it for the next `minutes`. A server that dies loses it when
 * that time is over, so no job is stuck; a job that takes longer must stand being done twice.
 */
export const acquireLease = async (
  { store, clock }: LeaseParts,
  name: string,
  holder: string,
  minutes: number,
): Promise<boolean> => {
  const until = minutesFromNow(clock, minutes);
  const now = clock.now().toISOString();
  const impossible = minutesFromNow(clock, minutes + mostAheadMinutes);
  for (const free of [{ lte: now }, { gt: impossible }]) {
    const taken = await store.patch('leases', { _id: { eq: name }, until: free }, { set: { holder, until } });
    if (taken !== undefined) return true;
  }
  try {
    await store.insert('leases', { _id: name, holder, until });
    return true;
  } catch (error) {
    if (error instanceof DuplicateError) return false;
    throw error;
  }
};

/** True when `holder` has the job still, now for the next `minutes`; false when another one took it after its time was over. */
export const renewLease = async (
  { store, clock }: LeaseParts,
  name: string,
  holder: string,
  minutes: number,
): Promise<boolean> => {
  const until = minutesFromNow(clock, minutes);
  const mine = { _id: { eq: name }, holder: { eq: holder } };
  return (await store.patch('leases', mine, { set: { until } })) !== undefined;
};

/** Lets another one begin at once. */
export const releaseLease = async ({ store, clock }: LeaseParts, name: string, holder: string): Promise<void> => {
  const until = clock.now().toISOString();
  await store.patch('leases', { _id: { eq: name }, holder: { eq: holder } }, { set: { until } });
};
