/**
 * Whether the keys that a server has are those that its store is sealed with. The store keeps a proof of each key that seals, by which a key
 * that is missing, or has other bytes under its name, is found before anybody asks for what is under it. Of stores from before there were
 * proofs some records of each collection are opened.
 */
import { isObject } from '../../../../engine/json.ts';
import { collections } from '../collections.ts';
import { DuplicateError, recordsOf, StoreUnavailableError } from '../store.ts';
import type { Collection, Store, Stored, StoredDocument } from '../store.ts';
import type { Storage } from '../open.ts';
import type { Keyring, SealKey } from './keys.ts';
import { isSealed, SealedError, unseal } from './seal.ts';
import { mapped, sealedPathsOf } from './sealed-paths.ts';

interface SealKeyRecord extends Stored {
  proof: string;
}

declare module '../store.ts' {
  interface Collections {
    /** By the id of the key. */
    sealKeys: SealKeyRecord;
  }
}

export interface TestedKeys {
  /** Ids of the keys that this server has taken up, the one that seals first; none where no keys are set. */
  taken: () => string[];
  /** A sentence for each key that is missing or not the one that it should be. */
  faults: () => readonly string[];
  /** Compares keys and store once more. Rejects with StoreUnavailableError, and then finds what it found before. */
  test: () => Promise<void>;
}

/** From each end of a collection. */
const samples = 2;
const mostKeys = 500;

interface Sampled {
  opened: number;
  broken: number;
}

/** What of some records is sealed, by the id of its key: how often that key opens it. */
const sampleOf = async ({ raw }: Pick<Storage, 'raw'>, keys: ReadonlyMap<string, SealKey>) => {
  const found = new Map<string, Sampled>();
  const note = (id: string, opens: boolean): void => {
    const { opened, broken } = found.get(id) ?? { opened: 0, broken: 0 };
    found.set(id, opens ? { opened: opened + 1, broken } : { opened, broken: broken + 1 });
  };
  const look = (collection: Collection, document: StoredDocument): void => {
    mapped(isObject(document) ? document : {}, sealedPathsOf(collection), (value, path) => {
      if (!isSealed(value)) return value;
      const key = keys.get(value[1]);
      try {
        if (key !== undefined) unseal(key, { collection: collection.name, id: document._id, path }, value);
        note(value[1], key !== undefined);
      } catch (error) {
        if (!(error instanceof SealedError)) throw error;
        note(value[1], false);
      }
      return value;
    });
  };
  for (const collection of collections.filter(({ sealed }) => sealed !== undefined))
    for (const direction of ['asc', 'desc'] as const) {
      const page = { filter: {}, sort: { path: '_id', direction }, limit: samples } as const;
      for (const document of (await raw.store.find(collection.name, page)).items) look(collection, document);
    }
  return found;
};

const missing = (id: string): string =>
  `The key ${id} is missing, and the store is sealed with it: put its line back. If nothing is under it any more, “npm run ops -- rotate-keys” says so and forgets it.`;
const other = (id: string): string => `The key ${id} has other bytes than the one with which the store is sealed`;

/** `keys`: undefined where none are set. `proves`: whether the first key is one that seals from now on, which servers without it then miss. */
export const createTestedKeys = (raw: Storage['raw'], keys: Keyring | undefined, proves = true): TestedKeys => {
  const store: Store = recordsOf(raw.store);
  let faults: string[] = [];
  let taken: string[] = [];
  /** Keys whose records were looked at: that is done again only when they are others, or something was wrong. */
  let sampledFor: string | undefined;

  /** The proof stands in the store: this key is one that seals. False where another server has put other bytes under its name. */
  const prove = async ({ id, proof }: SealKey): Promise<boolean> => {
    try {
      await store.insert('sealKeys', { _id: id, proof });
      return true;
    } catch (error) {
      // On a full disk people read on; it is written as soon as there is room.
      if (error instanceof StoreUnavailableError) return true;
      if (!(error instanceof DuplicateError)) throw error;
      return (await store.get('sealKeys', id))?.proof === proof;
    }
  };

  const test = async (): Promise<void> => {
    const { items } = await store.find('sealKeys', {
      filter: {},
      sort: { path: '_id', direction: 'asc' },
      limit: mostKeys,
    });
    const proofs = new Map(items.map(({ _id, proof }) => [_id, proof]));
    // A key that another server took up a moment ago may be had by asking for it.
    for (const id of proofs.keys()) await keys?.find(id);
    const all = keys?.all() ?? [];
    const byId = new Map(all.map((key) => [key.id, key]));
    const names = JSON.stringify([...byId.keys()]);
    const unproven = all.filter(({ id }) => !proofs.has(id));
    const sampled =
      faults.length > 0 || sampledFor !== names ? await sampleOf({ raw }, byId) : new Map<string, Sampled>();
    const lost = [...new Set([...proofs.keys(), ...sampled.keys()])].filter((id) => !byId.has(id));
    const wrong = all.filter(({ id, proof }) => proofs.has(id) && proofs.get(id) !== proof);
    for (const key of unproven) {
      const { opened = 0, broken = 0 } = sampled.get(key.id) ?? {};
      if (opened === 0 && broken > 0) wrong.push(key);
      else if (proves && (opened > 0 || key === all[0]) && !(await prove(key))) wrong.push(key);
    }
    keys?.refuse(wrong.map(({ id }) => id));
    faults = [...lost.map(missing), ...wrong.map(({ id }) => other(id))];
    taken = all.filter((key) => !wrong.includes(key)).map(({ id }) => id);
    sampledFor = names;
  };

  return { taken: () => taken, faults: () => faults, test };
};
