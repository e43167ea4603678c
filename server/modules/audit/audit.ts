/**
 * Who did what, for ever: entries are only added, and each holds the hash of the one before, so that a changed, removed or inserted entry shows,
 * and a proof of its own hash by the service's key, so that the rest cannot be worked out again. Entries name records by kind and id and never
 * hold an answer.
 *
 * Every process that writes has a chain of its own, a new one at each start and each day, so that no two servers wait for each other; what waits
 * in one process is written with one call. The first entry of a chain holds the hash of the newest one that its writer knew, and once a day an
 * entry holds the heads of all chains (`heads.ts`), of which a line goes out of the store. Somebody who can write to the store and has not the
 * key can neither add nor change an entry, nor remove one before the end of its chain, nor any that a later chain or the heads of a day name. They
 * can remove the last entries of a chain whose process has ended, or such a chain whole, until the next heads are written; an end that a
 * process still writes on shows with its next entry.
 */
import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/ids.ts';
import { DuplicateError, type Store } from '../../platform/storage/store.ts';
import type { Audit, AuditRecord, NotedEntry } from '../../platform/audit/entry.ts';
import type { AuditKey } from './key.ts';
import { dayOfChain, hashOf, idOf, placeOf, start, type ChainLink, type Content } from '../../platform/audit/links.ts';

const mostAtOnce = 200;

interface Waiting extends NotedEntry {
  written: () => void;
  failed: (error: unknown) => void;
}

type New = Omit<AuditRecord, 'revision' | 'createdAt' | 'updatedAt'>;

export const createAudit = (store: Store, clock: Clock, key?: AuditKey): Audit => {
  /** Of this process's chain; undefined before its first entry and after a failure of which it is not known how far it came. */
  let tail: ChainLink | undefined;
  let after: AuditRecord['after'];
  let waiting: Waiting[] = [];
  let writing = false;

  const newest = async (): Promise<AuditRecord['after']> => {
    const sort = { path: 'at', direction: 'desc' } as const;
    const [last] = (await store.find('audit', { filter: {}, sort, limit: 1 })).items;
    return last && { id: last._id, hash: last.hash };
  };

  const current = async (): Promise<ChainLink> => {
    const day = dayOfChain(clock.now());
    if (tail?.chain.startsWith(day)) return tail;
    after = tail === undefined || tail.number === 0 ? await newest() : { id: idOf(tail), hash: tail.hash };
    tail = { chain: `${day}${newId().slice(0, 11)}`, number: 0, hash: start };
    return tail;
  };

  const linked = (from: ChainLink, entries: readonly NotedEntry[]): New[] => {
    let { number, hash } = from;
    return entries.map(({ entry, at, actor, action, subject, detail }) => {
      number += 1;
      const content: Content = {
        chain: from.chain,
        number,
        entry,
        at,
        actor,
        action,
        subject: { kind: subject.kind, id: subject.id },
        ...(detail === undefined ? {} : { detail }),
        ...(number === 1 && after !== undefined ? { after } : {}),
        previous: hash,
      };
      hash = hashOf(content);
      const proved = key === undefined ? {} : { key: key.id, proof: key.proofOf(hash) };
      return { _id: idOf({ chain: from.chain, number }), ...content, hash, ...proved };
    });
  };

  const linkOf = (record: New): ChainLink => ({ ...placeOf(record), hash: record.hash });

  /** Those of them that are in the trail already, whoever wrote them. */
  const present = async (entries: readonly NotedEntry[]): Promise<AuditRecord[]> => {
    const filter = { entry: { in: entries.map(({ entry }) => entry) } };
    const sort = { path: 'entry', direction: 'asc' } as const;
    return (await store.find('audit', { filter, sort, limit: mostAtOnce })).items;
  };

  /** Each entry once. */
  const write = async (entries: readonly NotedEntry[]): Promise<void> => {
    let rest = entries;
    while (rest.length > 0) {
      const records = linked(await current(), rest);
      try {
        await store.insertMany('audit', records);
        tail = records.map(linkOf).at(-1);
        return;
      } catch (error) {
        const chain = tail?.chain;
        const before = tail;
        // Of a failure it is not known how far it came: this chain is not written on.
        tail = undefined;
        if (!(error instanceof DuplicateError)) throw error;
        const found = await present(rest);
        if (found.length === 0) throw error;
        const ids = new Set(found.map(({ entry }) => entry));
        rest = rest.filter(({ entry }) => !ids.has(entry));
        const own = found.filter((record) => record.chain === chain).map(linkOf);
        tail = own.reduce((last, link) => (last === undefined || link.number > last.number ? link : last), before);
      }
    }
  };

  const writeBatch = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      await write([...new Map(batch.map((each) => [each.entry, each])).values()]);
      for (const { written } of batch) written();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  };

  const begin = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    // What is added in the same turn goes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(batch.length);
      await writeBatch(batch);
    }
    writing = false;
  };

  const put: Audit['write'] = (noted) =>
    new Promise<void>((written, failed) => {
      waiting.push({ ...noted, written: () => written(), failed });
      void begin();
    });

  return {
    append: (entry) => put({ ...entry, entry: newId(), at: clock.now().toISOString() }),
    write: put,
  };
};
