/** What MongoDB's failures mean to those who use a store. */
import { MongoError, MongoServerError } from 'mongodb';
import { isBrokenSocket } from '../broken-socket.ts';
import type { Collection } from '../store.ts';
import { DuplicateError, StoreUnavailableError } from '../store.ts';
import { uniqueIndexes, uniqueName } from './mongodb-unique.ts';

const duplicate = 11000;
/** The change leads through or to a value of another kind. */
const kindErrors = new Set([2, 14, 28, 40]);

/** The paths of the unique index that the failure is about, where it names one. */
const duplicatePath = (collection: Collection, message: string): string | undefined =>
  uniqueIndexes(collection)
    .find((paths) => message.includes(`index: unique ${uniqueName(paths)} dup key`))
    ?.join(', ');

export const asStoreError = (collection: Collection, error: unknown): unknown => {
  if (error instanceof MongoServerError) {
    if (error.code === duplicate) return new DuplicateError(duplicatePath(collection, error.message) ?? '_id');
    if (typeof error.code === 'number' && kindErrors.has(error.code))
      return new TypeError('A change leads through or to a value of another kind', { cause: error });
  }
  // A socket that breaks while a command is written is told in its own words, not in the driver's; no other system calls are made here.
  const isOfSocket = isBrokenSocket(error) || (error instanceof Error && 'syscall' in error);
  if (error instanceof MongoError || isOfSocket)
    return new StoreUnavailableError('The database cannot answer', { cause: error });
  return error;
};
