import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../../server/platform/storage/sqlite/sqlite.ts';
import { storeContract } from './contract.ts';

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'formwork-store-'));
  return {
    open: (collections) => openSqlite({ file: join(folder, 'store.db'), collections }),
    remove: () => rm(folder, { recursive: true }),
  };
});

test('an older release that opens the file beside a newer one leaves its indexes; a newer one drops what it no longer declares', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'formwork-store-'));
  const file = join(folder, 'store.db');
  const started = async (paths: string[], release: string) =>
    openSqlite({ file, collections: [{ name: 'items', indexes: paths.map((path) => ({ paths: [path] })) }], release });
  const names = (): string[] => {
    const database = new DatabaseSync(file, { readOnly: true });
    const found = database.prepare("SELECT name FROM pragma_index_list('items') WHERE origin = 'c'").all();
    database.close();
    return found.map(({ name }) => String(name)).sort();
  };
  const newer = await started(['colour', 'size'], '0.10.0');
  const older = await started(['colour'], '0.9.2');
  expect(names()).toEqual(['items:colour', 'items:size']);
  const next = await started(['size'], '0.10.1');
  expect(names()).toEqual(['items:size']);
  for (const store of [newer, older, next]) await store.close();
  await rm(folder, { recursive: true });
});
