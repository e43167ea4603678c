/** Whether mail takes longer than usual, as whoever waits for a code should know. */
import type { Clock } from '../../core/clock.ts';
import { overdueSince } from '../../platform/effects/pending.ts';
import type { Relay } from '../../platform/effects/relay.ts';
import type { Store } from '../../platform/storage/store.ts';

/** A mail goes within seconds. */
const usualMs = 60_000;
/** Codes are over by then, and say nothing of now. */
const recentMs = 15 * 60_000;
/** One may wait because of the address that somebody gave. */
const leastLate = 2;

export interface MailLateParts {
  store: Pick<Store, 'find'>;
  clock: Clock;
  relay: Pick<Relay, 'mailAwaySince'>;
}

/** Because this server finds the mail server away, or because codes that people asked for still wait, whichever server was asked. */
export const isMailLate = async ({ store, clock, relay }: MailLateParts): Promise<boolean> => {
  if (relay.mailAwaySince() !== undefined) return true;
  const { items } = await store.find('challenges', {
    filter: { effectsDue: { gt: '' } },
    sort: { path: 'effectsDue', direction: 'asc' },
    limit: 100,
  });
  const waits = items.map((item) => clock.now().getTime() - Date.parse(overdueSince(item) ?? ''));
  return waits.filter((wait) => wait > usualMs && wait < recentMs).length >= leastLate;
};
