/** When the store was last copied whole, so that figures can tell that it was not. */
import { DuplicateError, type Store } from '../storage/store.ts';

/** Beside the leases, which no backup keeps: one that comes back was not made of itself. */
const _id = 'backup';

/** `at`: ISO time. */
export const noteBackup = async (store: Store, at: string): Promise<void> => {
  const change = { set: { until: at } };
  if ((await store.patch('leases', { _id: { eq: _id } }, change)) !== undefined) return;
  try {
    await store.insert('leases', { _id, holder: '', until: at });
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error;
    await store.patch('leases', { _id: { eq: _id } }, change);
  }
};

/** ISO time; undefined where there was none. */
export const lastBackup = async (store: Pick<Store, 'get'>): Promise<string | undefined> =>
  (await store.get('leases', _id))?.until;
