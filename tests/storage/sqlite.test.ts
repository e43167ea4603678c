import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../server/platform/storage/sqlite/sqlite.ts';
import { storeContract } from './contract.ts';

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'formwork-store-'));
  return {
    open: (collections) => openSqlite({ file: join(folder, 'store.db'), collections }),
    remove: () => rm(folder, { recursive: true }),
  };
});
