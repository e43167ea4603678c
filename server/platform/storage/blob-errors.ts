/** What the failures of a disk, or of a database that holds bytes, mean to those who use blobs. */
import { isBrokenSocket } from './broken-socket.ts';
import { StoreUnavailableError } from './store.ts';

const ofDisk = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOENT', 'EMFILE', 'ENFILE'];
/** None of it is the sender's fault, and all of it passes. */
const passing = new Set(ofDisk);

const isPassing = (error: unknown): boolean =>
  isBrokenSocket(error) ||
  (error instanceof Error &&
    (('code' in error && typeof error.code === 'string' && passing.has(error.code)) || /^Mongo/.test(error.name)));

/** Runs what needs the disk or the database; rejects with StoreUnavailableError where it may be tried again. */
export const reachingBlobs = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!isPassing(error)) throw error;
    throw new StoreUnavailableError('The documents cannot be reached', { cause: error });
  }
};
