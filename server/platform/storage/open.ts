/** The storage that the configuration asks for: MongoDB where its address is given, else files in the data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';
import { refuseNewer } from '../migrations/newer.ts';
import { openFileBlobs, type Blobs } from './blobs.ts';
import { collections } from './collections.ts';
import { openKeyring, type Keyring } from './sealed/keys.ts';
import { sealedBlobs, type SealedBlobs } from './sealed/sealed-blobs.ts';
import { createSealing, sealedStore, type Sealing } from './sealed/sealed.ts';
import { openSqlite } from './sqlite/sqlite.ts';
import { recordsOf, StoreUnavailableError, type Collection, type DocumentStore, type Store } from './store.ts';

export interface Storage {
  store: Store;
  blobs: Blobs;
  closeBlobs: () => Promise<void>;
  /** As it is kept: sealed where it was written with keys. */
  raw: { store: DocumentStore; blobs: Blobs };
  /** Undefined where no keys are set, and everything is kept plain. */
  seals: { keys: Keyring; sealing: Sealing; blobs: SealedBlobs } | undefined;
}

type StorageConfig = Pick<Config, 'dataDir' | 'mongodbUrl' | 'mongodbUrlFile' | 'keysFile' | 'keysCommand'>;

const mongodbUrl = ({ mongodbUrl: url, mongodbUrlFile: file }: StorageConfig): string =>
  file === '' ? url : readFileSync(file, 'utf8').trim();

/** Opening brings indexes up to date: before that, a look at the migrations alone tells whether this release may touch the rest. */
const opened = async (open: (declared: Collection[]) => Promise<DocumentStore>): Promise<DocumentStore> => {
  const look = await open(collections.filter(({ name }) => name === 'migrations'));
  await refuseNewer(recordsOf(look)).finally(() => look.close());
  return open(collections);
};

const openRaw = async (config: StorageConfig, clock: Clock): Promise<Storage['raw'] & Pick<Storage, 'closeBlobs'>> => {
  const documents = join(config.dataDir, 'documents');
  const url = mongodbUrl(config);
  if (url === '') {
    const file = join(config.dataDir, 'formwork.db');
    const store = await opened((declared) => openSqlite({ file, collections: declared, clock }));
    return { store, blobs: await openFileBlobs(documents), closeBlobs: () => Promise.resolve() };
  }
  // Its driver is read only where it is used.
  const [{ openMongodb }, { openMongodbBlobs }] = await Promise.all([
    import('./mongodb/mongodb.ts'),
    import('./mongodb/mongodb-blobs.ts'),
  ]);
  const store = await opened((declared) => openMongodb({ url, collections: declared, clock }));
  const blobs = await openMongodbBlobs(url, documents);
  return { store, blobs, closeBlobs: blobs.close };
};

const retryMs = 3_000;
/** MongoDB's codes for a user that it does not know or that may not do it: to wait would change nothing. */
const refusals = new Set([13, 18]);

/** As `openStorage`, but waits for MongoDB as long as it is away; `onAway` is told why, each time. */
export const openWhenThere = async (
  config: StorageConfig,
  clock: Clock,
  onAway: (reason: string) => void,
): Promise<Storage> => {
  for (;;) {
    try {
      return await openStorage(config, clock);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || (config.mongodbUrl === '' && config.mongodbUrlFile === ''))
        throw error;
      const { cause } = error;
      const reason = cause instanceof Error ? cause.message : error.message;
      if (cause instanceof Error && 'code' in cause && refusals.has(Number(cause.code)))
        throw new Error(`MongoDB refuses: ${reason}`, { cause: error });
      onAway(reason);
      await wait(retryMs);
    }
  }
};

/** Rejects with StoreUnavailableError, NewerStoreError when a newer release has changed what is in it, or KeysError where the keys cannot be had. */
export const openStorage = async (config: StorageConfig, clock: Clock): Promise<Storage> => {
  const keys = await openKeyring(config);
  const { store, blobs, closeBlobs } = await openRaw(config, clock);
  const raw = { store, blobs };
  if (keys === undefined) return { store: recordsOf(store), blobs, closeBlobs, raw, seals: undefined };
  const sealing = createSealing(collections, keys);
  const sealed = sealedBlobs(blobs, keys);
  return {
    store: recordsOf(sealedStore(store, sealing)),
    blobs: sealed,
    closeBlobs,
    raw,
    seals: { keys, sealing, blobs: sealed },
  };
};
