/** The audit trail as releases before 0.3.0 write it: one chain of all servers, with `sequence`, and since its key with proofs. */
import type { Clock } from '../../../server/core/clock.ts';
import { sha256 } from '../../../server/core/ids.ts';
import type { AuditEntry } from '../../../server/platform/audit/entry.ts';
import type { Store } from '../../../server/platform/storage/store.ts';

interface Key {
  id: string;
  proofOf: (text: string) => string;
}

/** Adds these entries, one after the other. */
export const appendEarlier = async (
  store: Store,
  clock: Clock,
  entries: readonly AuditEntry[],
  key?: Key,
): Promise<void> => {
  for (const entry of entries) {
    const sort = { path: 'sequence', direction: 'desc' } as const;
    const [last] = (await store.find('audit', { filter: {}, sort, limit: 1 })).items;
    const sequence = (last?.sequence ?? 0) + 1;
    const previous = last?.sequence === undefined ? sha256('') : last.hash;
    const at = clock.now().toISOString();
    const { actor, action, subject, detail = {} } = entry;
    const details = Object.entries(detail).sort(([left], [right]) => (left < right ? -1 : 1));
    const hash = sha256(JSON.stringify([sequence, at, actor, action, subject.kind, subject.id, details, previous]));
    const proved = key === undefined ? {} : { key: key.id, proof: key.proofOf(hash) };
    const _id = String(sequence).padStart(12, '0');
    await store.insert('audit', { _id, ...entry, sequence, at, previous, hash, ...proved });
  }
};
