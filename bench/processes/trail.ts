/** One server of several that write the audit trail of one store, as fast as the store acknowledges it. */
import { systemClock } from '../../server/core/clock.ts';
import { sha256 } from '../../server/core/ids.ts';
import { auditKey, createAudit } from '../../server/modules/audit/index.ts';
import type { Audit, AuditEntry } from '../../server/platform/audit/entry.ts';
import type { ActAction } from '../../server/platform/audit/words.ts';
import { collections } from '../../server/platform/storage/collections.ts';
import { openMongodb } from '../../server/platform/storage/mongodb/mongodb.ts';
import { openSqlite } from '../../server/platform/storage/sqlite/sqlite.ts';
import { DuplicateError, type Store, recordsOf } from '../../server/platform/storage/store.ts';

const key = auditKey('a secret of the benchmark, of 32 letters');

/** As releases before 0.3.0 wrote: one chain of all servers, one entry after the other, and again where another was first. */
const oneChain = (store: Store): Audit => {
  let tail: { sequence: number; hash: string } | undefined;
  let queue: Promise<void> = Promise.resolve();
  const newest = async (): Promise<{ sequence: number; hash: string }> => {
    const sort = { path: 'sequence', direction: 'desc' } as const;
    const [last] = (await store.find('audit', { filter: {}, sort, limit: 1 })).items;
    return last === undefined ? { sequence: 0, hash: sha256('') } : { sequence: last.sequence ?? 0, hash: last.hash };
  };
  const write = async (entry: AuditEntry): Promise<void> => {
    for (;;) {
      tail ??= await newest();
      const content = { ...entry, sequence: tail.sequence + 1, at: new Date().toISOString(), previous: tail.hash };
      const hash = sha256(JSON.stringify(content));
      const _id = String(content.sequence).padStart(12, '0');
      const proved = { key: key.id, proof: key.proofOf(hash) };
      try {
        await store.insert('audit', { _id, ...content, hash, ...proved });
        tail = { sequence: content.sequence, hash };
        return;
      } catch (error) {
        tail = undefined;
        if (!(error instanceof DuplicateError)) throw error;
      }
    }
  };
  const append = (entry: AuditEntry): Promise<void> => (queue = queue.then(() => write(entry)));
  return { append, write: append };
};

const [where = '', way = '', lanes = '', seconds = ''] = process.argv.slice(2);
const store = recordsOf(
  where.startsWith('mongodb')
    ? await openMongodb({ url: where, collections })
    : await openSqlite({ file: where, collections }),
);
const audit = way === 'one' ? oneChain(store) : createAudit(store, systemClock, key);
const entry: AuditEntry<ActAction> = {
  actor: 'a',
  action: 'submission-read',
  subject: { kind: 'submission', id: 'a' },
};

process.once('message', () => {
  const warm = performance.now() + 1000;
  const end = warm + Number(seconds) * 1000;
  let written = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < end) {
      await audit.append(entry);
      const now = performance.now();
      if (now >= warm && now < end) written += 1;
    }
  };
  void Promise.all(Array.from({ length: Number(lanes) }, lane)).then(async () => {
    await store.close();
    process.send?.({ written });
    process.disconnect();
  });
});
process.send?.('ready');
