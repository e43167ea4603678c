/**
 * Who did what, for ever: entries are only added, and each holds the hash of the one before, so that a changed, removed or
 * inserted entry shows, and a proof of its own hash by the service's key, so that the rest cannot be worked out again. Entries name records by kind and id and never hold an answer.
 */
import type { Clock } from '../../core/clock.ts';
import { DuplicateError, type Store, type Stored } from '../../platform/storage/store.ts';
import type { Audit, AuditEntry, AuditRecord } from '../../platform/audit/entry.ts';
import { every } from '../../platform/storage/every.ts';
import { sameDigest, sha256 } from '../../core/ids.ts';
import type { AuditKey } from './key.ts';

type Content = Omit<AuditRecord, keyof Stored | 'hash' | 'key' | 'proof'>;

/** Hash of an entry's content in one fixed order of keys. */
const hashOf = ({ sequence, at, actor, action, subject, detail, previous }: Content): string => {
  const details = Object.entries(detail ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return sha256(JSON.stringify([sequence, at, actor, action, subject.kind, subject.id, details, previous]));
};

const start = sha256('');

const idOf = (sequence: number): string => String(sequence).padStart(12, '0');

export const createAudit = (store: Store, clock: Clock, key?: AuditKey): Audit => {
  let tail: { sequence: number; hash: string } | undefined;
  let queue: Promise<void> = Promise.resolve();

  const newest = async (): Promise<{ sequence: number; hash: string }> => {
    const sort = { path: 'sequence', direction: 'desc' } as const;
    const [last] = (await store.find<AuditRecord>('audit', { filter: {}, sort, limit: 1 })).items;
    return last ?? { sequence: 0, hash: start };
  };

  const write = async (entry: AuditEntry): Promise<void> => {
    for (;;) {
      tail ??= await newest();
      const content: Content = {
        ...entry,
        sequence: tail.sequence + 1,
        at: clock.now().toISOString(),
        previous: tail.hash,
      };
      const hash = hashOf(content);
      try {
        const proved = key === undefined ? {} : { key: key.id, proof: key.proofOf(hash) };
        await store.insert<AuditRecord>('audit', { _id: idOf(content.sequence), ...content, hash, ...proved });
        tail = { sequence: content.sequence, hash };
        return;
      } catch (error) {
        // Another server was first, or the store failed and it is not known how far it came.
        tail = undefined;
        if (!(error instanceof DuplicateError)) throw error;
      }
    }
  };

  return {
    append: (entry) => {
      const written = queue.then(() => write(entry));
      queue = written.catch(() => undefined);
      return written;
    },
  };
};

/** An entry up to which the chain was found whole. */
export interface ChainLink {
  sequence: number;
  hash: string;
  /** How well it is proved. */
  rank?: number;
}

/**
 * How well an entry is proved: 0 by nothing, as an older release wrote it; 1 by the key of another secret, which cannot be judged here; 2 by
 * this key. Undefined: its proof is wrong. A trail may only get better: behind an entry that this key proves none comes that it does not.
 */
const rankOf = ({ hash, key: id, proof }: AuditRecord, key: AuditKey | undefined): number | undefined => {
  if (key === undefined || id === undefined || proof === undefined) return 0;
  if (id !== key.id) return 1;
  return sameDigest(proof, key.proofOf(hash)) ? 2 : undefined;
};

/** The number of the oldest entry that is there; undefined when there is none. */
const oldest = async (store: Store): Promise<number | undefined> => {
  const sort = { path: 'sequence', direction: 'asc' } as const;
  return (await store.find<AuditRecord>('audit', { filter: {}, sort, limit: 1 })).items[0]?.sequence;
};

/** Whether an entry says that the trail was shortened up to `to` at least, with the hash that the chain has there. */
const vouchesFor = async (store: Store, { action, detail }: AuditRecord, cut: ChainLink): Promise<boolean> => {
  const to = detail?.['to'];
  if (action !== 'audit-shortened' || typeof to !== 'number' || to < cut.sequence) return false;
  const hash = to === cut.sequence ? cut.hash : (await store.get<AuditRecord>('audit', idOf(to)))?.hash;
  return detail?.['hash'] === hash;
};

const walk = async (
  store: Store,
  from: ChainLink,
  key: AuditKey | undefined,
): Promise<{ whole: ChainLink } | { brokenAt: number }> => {
  let { sequence, hash, rank = 0 } = from;
  // An end that was cut off breaks no link: the entry that was last must still be there.
  if (sequence > 0 && (await store.get<AuditRecord>('audit', idOf(sequence)))?.hash !== hash)
    return { brokenAt: sequence };
  const filter = sequence === 0 ? {} : { sequence: { gt: sequence } };
  /** Where the oldest entries were removed because their time was over: an entry further on must say so. */
  let cut: ChainLink | undefined;
  for await (const entry of every<AuditRecord>(store, 'audit', {
    filter,
    sort: { path: 'sequence', direction: 'asc' },
  })) {
    if (sequence === 0 && entry.sequence > 1) {
      cut = { sequence: entry.sequence - 1, hash: entry.previous };
      ({ sequence, hash } = cut);
    }
    sequence += 1;
    if (entry.sequence !== sequence || entry.previous !== hash || hashOf(entry) !== entry.hash)
      return { brokenAt: sequence };
    hash = entry.hash;
    const proved = rankOf(entry, key);
    if (proved === undefined || proved < rank) return { brokenAt: sequence };
    rank = proved;
    if (cut !== undefined && (await vouchesFor(store, entry, cut))) cut = undefined;
  }
  return cut === undefined ? { whole: { sequence, hash, rank } } : { brokenAt: 1 };
};

/** Walks the chain behind `from`, all of it when absent: where it is broken, or its last entry. */
export const chainFrom = async (
  store: Store,
  from: ChainLink = { sequence: 0, hash: start },
  key?: AuditKey,
): Promise<{ whole: ChainLink } | { brokenAt: number }> => {
  for (;;) {
    const first = await oldest(store);
    const found = await walk(store, from, key);
    // Entries whose time was over may have gone on the way.
    if ('whole' in found || (await oldest(store)) === first) return found;
  }
};

/** Walks the whole chain. Gives the first sequence number at which it is broken, or undefined. */
export const brokenAt = async (store: Store, key?: AuditKey): Promise<number | undefined> => {
  const found = await chainFrom(store, undefined, key);
  return 'brokenAt' in found ? found.brokenAt : undefined;
};
