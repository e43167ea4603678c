/** Stores with seals on them, for the suites that every store goes through. */
import { openKeyring, type Keyring } from '../../server/platform/storage/sealed/keys.ts';
import { createSealing, sealedStore } from '../../server/platform/storage/sealed/sealed.ts';
import type { Collection, DocumentStore } from '../../server/platform/storage/store.ts';
import { writeKeys } from '../support/servers/seal-keys.ts';

export const keyringAt = async (path: string, ...ids: string[]): Promise<Keyring> => {
  const keys = await openKeyring({ keysFile: writeKeys(path, ...ids), keysCommand: [] });
  if (keys === undefined) throw new Error('No keys are set');
  return keys;
};

/** The collections with `paths` of each sealed. */
export const sealing = (collections: Collection[], paths: string[]): Collection[] =>
  collections.map((collection) => ({ ...collection, sealed: paths }));

export const withSeals = (inner: DocumentStore, collections: Collection[], keys: Keyring): DocumentStore =>
  sealedStore(inner, createSealing(collections, keys));
