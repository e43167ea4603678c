/** Whether the audit trail is whole, without walking all of it each time that somebody looks. */
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../platform/storage/store.ts';
import { chainFrom, type ChainLink } from './audit.ts';
import { headFaults, type AuditHead } from './heads.ts';
import type { AuditKey } from './key.ts';

export interface AuditChain {
  /** Looks at what was added since the last look; at everything at the first look and again after a day. */
  state: () => Promise<'whole' | 'broken'>;
}

const anewAfter = 24 * 60 * 60_000;

/** The first entry at which the trail does not fit its heads. */
const misfit = async (
  store: Store,
  key: AuditKey | undefined,
  heads: readonly (AuditHead | undefined)[],
): Promise<number | undefined> =>
  key === undefined || heads.length === 0 ? undefined : (await headFaults(store, key, heads))[0]?.sequence;

/** `heads`: those that are kept outside the store. `onBroken` is told the sequence number at which the trail is broken, each time that it is found so. */
export const createAuditChain = (
  store: Store,
  clock: Clock,
  onBroken: (sequence: number) => void,
  key?: AuditKey,
  heads: () => Promise<readonly (AuditHead | undefined)[]> = () => Promise.resolve([]),
): AuditChain => {
  let seen: ChainLink | undefined;
  let begunAt = 0;
  /** One look at a time, so that two do not walk the same way. */
  let last: Promise<unknown> = Promise.resolve();

  const look = async (): Promise<'whole' | 'broken'> => {
    const now = clock.now().getTime();
    if (seen === undefined || now - begunAt >= anewAfter) [seen, begunAt] = [undefined, now];
    const found = await chainFrom(store, seen, key);
    const broken = 'brokenAt' in found ? found.brokenAt : await misfit(store, key, await heads());
    if (broken !== undefined || 'brokenAt' in found) {
      seen = undefined;
      onBroken(broken ?? 0);
      return 'broken';
    }
    seen = found.whole;
    return 'whole';
  };

  return {
    state: () => {
      const next = last.then(look, look);
      last = next;
      return next;
    },
  };
};
