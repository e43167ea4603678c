/** The storage that the configuration asks for: MongoDB where its address is given, else files in the data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { openFileBlobs, type Blobs } from './blobs.ts';
import { collections } from './collections.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

export interface Storage {
  store: Store;
  blobs: Blobs;
  closeBlobs: () => Promise<void>;
}

type StorageConfig = Pick<Config, 'dataDir' | 'mongodbUrl' | 'mongodbUrlFile'>;

const mongodbUrl = ({ mongodbUrl: url, mongodbUrlFile: file }: StorageConfig): string =>
  file === '' ? url : readFileSync(file, 'utf8').trim();

export const openStorage = async (config: StorageConfig, clock: Clock): Promise<Storage> => {
  const documents = join(config.dataDir, 'documents');
  const url = mongodbUrl(config);
  if (url === '') {
    const store = await openSqlite({ file: join(config.dataDir, 'formwork.db'), collections, clock });
    return { store, blobs: await openFileBlobs(documents), closeBlobs: async () => undefined };
  }
  // Its driver is read only where it is used.
  const [{ openMongodb }, { openMongodbBlobs }] = await Promise.all([
    import('./mongodb.ts'),
    import('./mongodb-blobs.ts'),
  ]);
  const store = await openMongodb({ url, collections, clock });
  const blobs = await openMongodbBlobs(url, documents);
  return { store, blobs, closeBlobs: blobs.close };
};
