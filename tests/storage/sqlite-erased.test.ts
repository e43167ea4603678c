/** Nothing of what was deleted or written over is left in the embedded store's files, also where another process has them open. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../../server/platform/storage/sqlite/sqlite.ts';
import { items } from './contract.items.ts';

const secret = 'The child lives at Weir House';

test('what was deleted or written over is not in the files any more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'formwork-erased-'));
  const settings = { file: join(folder, 'store.db'), collections: [items] };
  const found = async (): Promise<string[]> => {
    const holding: string[] = [];
    for (const name of await readdir(folder))
      if ((await readFile(join(folder, name))).includes(secret)) holding.push(name);
    return holding;
  };
  const [service, operator] = [await openSqlite(settings), await openSqlite(settings)];
  try {
    const names = Array.from({ length: 40 }, (_, number) => `item-${number}`);
    for (const _id of names) await service.insert('items', { _id, note: `${secret} `.repeat(1500) });
    for (const _id of names) await service.patch('items', { _id: { eq: _id } }, { set: { note: `${secret} ` } });
    expect(await found()).not.toEqual([]);
    for (const _id of names) await operator.delete('items', { _id: { eq: _id } });
    await operator.close();
    expect(await found()).toEqual([]);
  } finally {
    await service.close();
    await rm(folder, { recursive: true });
  }
});
