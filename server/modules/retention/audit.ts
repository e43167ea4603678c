/** Takes the oldest entries off the audit trail; an entry says up to which, with the hash by which the rest is held to be whole. */
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Audit, AuditRecord } from '../../platform/audit/entry.ts';

const batch = 200;
const bySequence = { path: 'sequence', direction: 'asc' } as const;

export interface ShortenParts {
  store: Store;
  clock: Clock;
  audit: Audit;
}

/** The last entry before the first one that must stay, at most so many entries on; undefined when none may go. */
const lastToGo = async (store: Store, before: string, most: number): Promise<AuditRecord | undefined> => {
  let last: AuditRecord | undefined;
  for (let looked = 0; looked < most; looked += batch) {
    const filter = last === undefined ? {} : { sequence: { gt: last.sequence } };
    const { items } = await store.find<AuditRecord>('audit', { filter, sort: bySequence, limit: batch });
    const stays = items.findIndex(({ at }) => at >= before);
    last = (stays < 0 ? items : items.slice(0, stays)).at(-1) ?? last;
    if (stays >= 0 || items.length < batch) break;
  }
  return last;
};

/** How many entries are from before `before`. */
export const entriesBefore = (store: Store, before: string): Promise<number> =>
  store.count('audit', { at: { lt: before } });

/** Removes entries from before `before`, at most `most`. Gives how many. */
export const shortenAudit = async (
  { store, audit }: ShortenParts,
  before: string,
  rule: string,
  most: number,
): Promise<number> => {
  const last = await lastToGo(store, before, most);
  if (last === undefined) return 0;
  const { sequence, hash } = last;
  await audit.append({
    actor: 'system',
    action: 'audit-shortened',
    subject: { kind: 'audit', id: String(sequence) },
    detail: { to: sequence, hash, rule },
  });
  let count = 0;
  for (;;) {
    const filter = { sequence: { lte: sequence } };
    const { items } = await store.find<AuditRecord>('audit', { filter, sort: bySequence, limit: batch });
    // From the oldest on, one by one: what is left is always the end of the chain.
    for (const { _id } of items) if (await store.delete('audit', { _id: { eq: _id } })) count += 1;
    if (items.length < batch) return count;
  }
};
