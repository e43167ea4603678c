/** The storage that the configuration asks for: MongoDB where its address is given, else files in the data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { refuseNewer } from '../migrations/newer.ts';
import { openFileBlobs, type Blobs } from './blobs.ts';
import { collections } from './collections.ts';
import { openSqlite } from './sqlite.ts';
import type { Collection, Store } from './store.ts';

export interface Storage {
  store: Store;
  blobs: Blobs;
  closeBlobs: () => Promise<void>;
}

type StorageConfig = Pick<Config, 'dataDir' | 'mongodbUrl' | 'mongodbUrlFile'>;

const mongodbUrl = ({ mongodbUrl: url, mongodbUrlFile: file }: StorageConfig): string =>
  file === '' ? url : readFileSync(file, 'utf8').trim();

/** Opening brings indexes up to date: before that, a look at the migrations alone tells whether this release may touch the rest. */
const opened = async (open: (declared: Collection[]) => Promise<Store>): Promise<Store> => {
  const look = await open(collections.filter(({ name }) => name === 'migrations'));
  await refuseNewer(look).finally(() => look.close());
  return open(collections);
};

/** Rejects with StoreUnavailableError, or NewerStoreError when a newer release has changed what is in it. */
export const openStorage = async (config: StorageConfig, clock: Clock): Promise<Storage> => {
  const documents = join(config.dataDir, 'documents');
  const url = mongodbUrl(config);
  if (url === '') {
    const file = join(config.dataDir, 'formwork.db');
    const store = await opened((declared) => openSqlite({ file, collections: declared, clock }));
    return { store, blobs: await openFileBlobs(documents), closeBlobs: async () => undefined };
  }
  // Its driver is read only where it is used.
  const [{ openMongodb }, { openMongodbBlobs }] = await Promise.all([
    import('./mongodb.ts'),
    import('./mongodb-blobs.ts'),
  ]);
  const store = await opened((declared) => openMongodb({ url, collections: declared, clock }));
  const blobs = await openMongodbBlobs(url, documents);
  return { store, blobs, closeBlobs: blobs.close };
};
