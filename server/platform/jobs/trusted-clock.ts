/**
 * Whether the clock may be believed. Jobs delete what is past its time, so a machine that starts in the wrong year would delete everything that
 * people have begun. A clock far ahead of the service's last sign of life is believed once it has gone on from there for a day.
 */
import type { Clock } from '../../core/clock.ts';
import { DuplicateError } from '../storage/store.ts';
import type { Store } from '../storage/store.ts';

/** A lease that nobody holds; `until`: when the service last worked by a clock that was believed. */
const _id = 'clock';
const dayMs = 24 * 60 * 60_000;
/** No service that is used rests for so long. */
const mostAheadDays = 10;

/** Since when, by that clock, it has been in doubt; undefined when it may be believed, which is noted as a sign of life. */
export const clockDoubted = async ({ store, clock }: { store: Store; clock: Clock }): Promise<string | undefined> => {
  const now = clock.now();
  const at = now.toISOString();
  const known = await store.get('leases', _id);
  if (known === undefined) {
    await store.insert('leases', { _id, holder: '', until: at }).catch((error: unknown) => {
      if (!(error instanceof DuplicateError)) throw error;
    });
    return undefined;
  }
  const since = (time: string): number => (now.getTime() - Date.parse(time)) / dayMs;
  if (since(known.until) > mostAheadDays) {
    const { doubtedAt } = known;
    const going = doubtedAt === undefined ? undefined : since(doubtedAt);
    if (doubtedAt === undefined || going === undefined || going < 0 || going > mostAheadDays) {
      await store.patch('leases', { _id: { eq: _id } }, { set: { doubtedAt: at } });
      return at;
    }
    if (going < 1) return doubtedAt;
  }
  await store.patch('leases', { _id: { eq: _id } }, { set: { until: at }, unset: ['doubtedAt'] });
  return undefined;
};
