/**
 * Puts everything under the first key, beside the running service: what is under another one, and what is still plain. Each step is one
 * compare-and-set that changes no revision, so whoever fills a form in notices nothing. Broken off, it is run again: what is done is seen.
 */
import { every } from '../../server/platform/storage/every.ts';
import { collections } from '../../server/platform/storage/collections.ts';
import type { Storage } from '../../server/platform/storage/open.ts';
import { createTestedKeys } from '../../server/platform/storage/sealed/tested-keys.ts';
import { SealedError } from '../../server/platform/storage/sealed/seal.ts';
import type { Stored } from '../../server/platform/storage/store.ts';

export interface Rotated {
  /** The key that everything is under now, but what `faults` name. */
  key: string;
  /** Records and uploaded documents that were sealed again. */
  records: number;
  documents: number;
  /** Keys that nothing in this store is under any more. */
  unused: string[];
  /** What cannot be opened: it stays as it is. */
  faults: string[];
}

type Seals = NonNullable<Storage['seals']>;
type Parts = Pick<Storage, 'raw'> & { seals: Seals };

/** Of one walk over everything. */
interface Walk {
  records: number;
  documents: number;
  used: Set<string>;
  faults: string[];
}

/** Written at once, so that they share the store's commits. */
const atOnce = 50;
/** Servers that do not know of the key yet go on writing with another. */
const mostWalks = 10;
const byId = { filter: {}, sort: { path: '_id', direction: 'asc' } } as const;

/** Names what cannot be opened, and goes on. */
const noting = async (walk: Walk, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SealedError)) throw error;
    walk.used.add(error.keyId);
    walk.faults.push(error.message);
  }
};

const resealRecord = async ({ raw, seals }: Parts, name: string, read: Stored, walk: Walk): Promise<void> => {
  let record: Stored | undefined = read;
  while (record !== undefined) {
    const { set, used } = await seals.sealing.stale(name, record);
    const isStale = Object.keys(set).length > 0;
    if (!isStale || (await raw.store.rewrite(name, record, set))) {
      if (isStale) walk.records += 1;
      for (const id of used) walk.used.add(id);
      return;
    }
    record = await raw.store.get(name, record._id);
  }
};

const resealRecords = async (parts: Parts, walk: Walk): Promise<void> => {
  for (const { name } of collections.filter(({ sealed }) => sealed !== undefined)) {
    let waiting: Promise<void>[] = [];
    for await (const record of every(parts.raw.store, name, byId)) {
      waiting.push(noting(walk, () => resealRecord(parts, name, record, walk)));
      if (waiting.length < atOnce) continue;
      await Promise.all(waiting);
      waiting = [];
    }
    await Promise.all(waiting);
  }
};

const resealDocuments = async ({ raw, seals }: Parts, walk: Walk): Promise<void> => {
  const { blobs, keys } = seals;
  /** Stored twice where sealing one was broken off: done once more, one is left. */
  const seen = new Set<string>();
  const reseal = async (id: string): Promise<void> => {
    const keyId = await blobs.keyOf(id);
    const { id: first } = keys.first();
    walk.used.add(first);
    if (keyId === first && !seen.has(id)) return;
    await blobs.reseal(id);
    walk.documents += 1;
  };
  for await (const id of raw.blobs.keptBefore(new Date())) {
    await noting(walk, () =>
      reseal(id).catch(async (error: unknown) => {
        const isGone = (await raw.store.count('attachments', { blob: { eq: id } })) === 0;
        if (error instanceof SealedError || !isGone) throw error;
      }),
    );
    seen.add(id);
  }
};

/** Rejects where no keys are set, or servers go on writing with another key. */
export const rotateKeys = async ({ raw, seals }: Pick<Storage, 'raw' | 'seals'>): Promise<Rotated> => {
  if (seals === undefined) throw new Error('No keys are set: see docs/operating/keys.md');
  const { keys } = seals;
  await keys.settled();
  const tested = createTestedKeys(raw, keys);
  await tested.test();
  const wrong = keys.ids().filter((id) => !tested.taken().includes(id));
  if (wrong.length > 0) throw new Error(tested.faults().join('\n'));
  const all = { records: 0, documents: 0 };
  for (let count = 0; count < mostWalks; count += 1) {
    const walk: Walk = { records: 0, documents: 0, used: new Set(), faults: [] };
    await resealRecords({ raw, seals }, walk);
    await resealDocuments({ raw, seals }, walk);
    all.records += walk.records;
    all.documents += walk.documents;
    if (walk.records + walk.documents > 0) continue;
    const key = keys.first().id;
    const unused = keys.ids().filter((id) => id !== key && !walk.used.has(id));
    // From now on no server misses a key that nothing is under.
    for await (const { _id } of every(raw.store, 'sealKeys', byId))
      if (_id !== key && !walk.used.has(_id)) await raw.store.delete('sealKeys', { _id: { eq: _id } });
    return { key, ...all, unused, faults: walk.faults };
  }
  throw new Error('Servers go on writing with another key: reload them, then run this again');
};

/** The report in words, a line each. */
export const rotatedWords = ({ key, records, documents, unused, faults }: Rotated): string =>
  [
    `${records} records and ${documents} documents were sealed again; everything${faults.length === 0 ? '' : ' else'} is under the key ${key}.`,
    ...faults,
    ...unused.map(
      (id) => `Nothing in the store is under the key ${id} any more. Backups may be: keep it as long as them.`,
    ),
  ].join('\n');
