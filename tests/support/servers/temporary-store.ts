/** A store of its own in a temporary folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../server/core/clock.ts';
import { collections } from '../../../server/platform/storage/collections.ts';
import { openSqlite } from '../../../server/platform/storage/sqlite/sqlite.ts';
import { recordsOf, type Store } from '../../../server/platform/storage/store.ts';

export const temporaryStore = async (clock: Clock): Promise<{ store: Store; remove: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-store-'));
  const store = recordsOf(await openSqlite({ file: join(folder, 'store.db'), collections, clock }));
  return {
    store,
    remove: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
