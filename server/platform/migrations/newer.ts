import type { Store } from '../storage/store.ts';
import { migrations } from './index.ts';
import { idOf } from './migration.ts';

/** The store has documents in shapes that only a newer release can read. */
export class NewerStoreError extends Error {
  override name = 'NewerStoreError';
}

/** Rejects with NewerStoreError when a newer release has begun to change the store's documents. */
export const refuseNewer = async (store: Pick<Store, 'find'>, known = migrations): Promise<void> => {
  const sort = { path: '_id', direction: 'desc' } as const;
  const [last] = (await store.find('migrations', { filter: {}, sort, limit: 1 })).items;
  if (last === undefined || known.some((each) => idOf(each) === last._id)) return;
  throw new NewerStoreError(
    `Release ${last.release} has begun to change this store (migration ${last._id}, ${last.name}), and this release cannot read what it changed. Start release ${last.release} or a newer one, or put back a backup that was taken before it.`,
  );
};
