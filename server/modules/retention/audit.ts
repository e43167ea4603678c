/** Takes the oldest entries off each chain of the audit trail; an entry says up to which, with the hashes by which the rest is held to be whole. */
import type { Audit, AuditRecord } from '../../platform/audit/entry.ts';
import {
  chainsOf,
  dayOfChain,
  entriesAfter,
  mainChain,
  linksAsText,
  placeOf,
  type ChainLink,
} from '../../platform/audit/links.ts';
import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import type { Store } from '../../platform/storage/store.ts';

const batch = 200;

export interface ShortenParts {
  store: Store;
  clock: Clock;
  audit: Audit;
}

/** Of a chain the last entry before the first one that must stay, with how many there are, at most so many; undefined when none may go. */
const lastToGo = async (
  store: Store,
  chain: string,
  before: string,
  most: number,
): Promise<{ link: ChainLink; count: number } | undefined> => {
  let last: AuditRecord | undefined;
  let count = 0;
  let more = true;
  while (more && count < most) {
    const { filter, sort } = entriesAfter({ chain, number: last === undefined ? 0 : placeOf(last).number });
    const limit = Math.min(batch, most - count);
    const { items } = await store.find('audit', { filter, sort, limit });
    const stays = items.findIndex(({ at }) => at >= before);
    const going = stays < 0 ? items : items.slice(0, stays);
    last = going.at(-1) ?? last;
    count += going.length;
    more = going.length === limit;
  }
  return last && { link: { ...placeOf(last), hash: last.hash }, count };
};

/** How many entries are from before `before`. */
export const entriesBefore = (store: Store, before: string): Promise<number> =>
  store.count('audit', { at: { lt: before } });

/** Removes entries from before `before`, at most `most`. Gives how many. */
export const shortenAudit = async (
  { store, clock, audit }: ShortenParts,
  before: string,
  rule: string,
  most: number,
): Promise<number> => {
  const ends: ChainLink[] = [];
  let left = most;
  for await (const chain of chainsOf(store)) {
    // Chains stand in the order of the days on which they were begun.
    if (left <= 0 || (chain !== mainChain && chain >= dayOfChain(new Date(before)))) break;
    const last = await lastToGo(store, chain, before, left);
    if (last === undefined) continue;
    ends.push(last.link);
    left -= last.count;
  }
  if (ends.length === 0) return 0;
  await audit.write({
    entry: newId(),
    at: clock.now().toISOString(),
    actor: 'system',
    action: 'audit-shortened',
    subject: { kind: 'audit', id: 'audit' },
    detail: { ends: linksAsText(ends), before, rule },
  });
  let count = 0;
  for (const { chain, number } of ends) {
    let more = true;
    while (more) {
      const { filter, sort } = entriesAfter({ chain, number: 0 });
      const { items } = await store.find('audit', { filter, sort, limit: batch });
      const going = items.filter((entry) => placeOf(entry).number <= number);
      // From the oldest on, one by one: what is left is always the end of the chain.
      for (const { _id } of going) if (await store.delete('audit', { _id: { eq: _id } })) count += 1;
      more = going.length === batch;
    }
  }
  return count;
};
