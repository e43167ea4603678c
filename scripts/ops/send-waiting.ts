/** Mails that wait for their next try are tried now, by the service that runs. */
import { hasten } from '../../server/platform/effects/pending.ts';
import { every } from '../../server/platform/storage/every.ts';
import { carriers } from '../../server/platform/storage/collections.ts';
import type { Storage } from '../../server/platform/storage/open.ts';
import type { Clock } from '../../server/core/clock.ts';

/** A server that tries a mail at this moment has put it off for so long; what waits no longer goes by itself. */
const leaseMs = 2 * 60_000;

/** Gives how many. */
export const sendWaiting = async ({ store, clock }: Pick<Storage, 'store'> & { clock: Clock }): Promise<number> => {
  const now = clock.now();
  const soon = new Date(now.getTime() + leaseMs).toISOString();
  const sort = { path: 'effectsDue', direction: 'asc' } as const;
  let count = 0;
  for (const name of carriers)
    for await (const { _id } of every(store, name, { filter: { effectsDue: { gt: '' } }, sort }))
      count += await hasten(
        store,
        name,
        _id,
        ({ kind, attempts, due }) => kind === 'mail' && attempts > 0 && due > soon,
        now,
      );
  return count;
};

export const sentWords = (count: number): string =>
  count === 0
    ? 'No mail waits for longer than two minutes.'
    : `${count === 1 ? '1 mail that waits is' : `${count} mails that wait are`} tried now by the service that runs.`;
