/** Records as they are, read so that one that cannot be opened does not hide the rest. */
import { every } from '../../server/platform/storage/every.ts';
import type { Storage } from '../../server/platform/storage/open.ts';
import { SealedError } from '../../server/platform/storage/sealed/seal.ts';
import { recordsOf, type CollectionName, type Collections } from '../../server/platform/storage/store.ts';

export type RawStorage = Pick<Storage, 'seals'> & { raw: Pick<Storage['raw'], 'store'> };

const byId = { filter: {}, sort: { path: '_id', direction: 'asc' } } as const;

/** Every document of a collection, or the error that says why it cannot be opened. */
export async function* everyOpened<Name extends CollectionName>(
  { raw, seals }: RawStorage,
  collection: Name,
): AsyncGenerator<Collections[Name] | SealedError> {
  for await (const document of every(recordsOf(raw.store), collection, byId)) {
    if (seals === undefined) yield document;
    else
      yield await seals.sealing.opened(collection, document).catch((error: unknown) => {
        if (error instanceof SealedError) return error;
        throw error;
      });
  }
}
