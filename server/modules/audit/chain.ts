/** Whether the audit trail is whole, without walking all of it each time that somebody looks. */
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../platform/storage/store.ts';
import { headFaults, type AuditHead } from './heads.ts';
import type { AuditKey } from './key.ts';
import { dayOfChain, nameOfPlace } from '../../platform/audit/links.ts';
import { nothingSeen, trailFrom, type Seen } from './trail.ts';

export interface AuditChain {
  /** Looks at what was added since the last look; at everything at the first look and again after a day. */
  state: () => Promise<'whole' | 'broken'>;
}

const dayMs = 24 * 60 * 60_000;
/** A chain is begun with its day and ended with it; servers' clocks may differ. */
const writtenForMs = 2 * dayMs;

/** The first entry at which the trail does not fit its heads. */
const misfit = async (
  store: Store,
  key: AuditKey | undefined,
  heads: readonly (AuditHead | undefined)[],
): Promise<string | undefined> =>
  key === undefined || heads.length === 0 ? undefined : (await headFaults(store, key, heads))[0]?.entry;

/** `heads`: those that are kept outside the store. `onBroken` is told the entry at which the trail is broken, each time that it is found so. */
export const createAuditChain = (
  store: Store,
  clock: Clock,
  onBroken: (entry: string) => void,
  key?: AuditKey,
  heads: () => Promise<readonly (AuditHead | undefined)[]> = () => Promise.resolve([]),
): AuditChain => {
  let seen: Seen = nothingSeen;
  let begunAt = -Infinity;
  /** One look at a time, so that two do not walk the same way. */
  let last: Promise<unknown> = Promise.resolve();

  const look = async (): Promise<'whole' | 'broken'> => {
    const now = clock.now().getTime();
    if (now < begunAt || now - begunAt >= dayMs) [seen, begunAt] = [nothingSeen, now];
    const since = seen === nothingSeen ? '' : dayOfChain(new Date(now - writtenForMs));
    const found = await trailFrom(store, key, seen, since);
    const broken = 'brokenAt' in found ? nameOfPlace(found.brokenAt) : await misfit(store, key, await heads());
    if (broken !== undefined || 'brokenAt' in found) {
      seen = nothingSeen;
      onBroken(broken ?? '');
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
