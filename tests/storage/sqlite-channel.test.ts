import { expect, test } from 'vitest';
import { openChannel } from '../../server/platform/storage/sqlite/sqlite-channel.ts';
import { StoreUnavailableError } from '../../server/platform/storage/store.ts';

const program = new URL('./children/fragile.ts', import.meta.url);
const call = (sql: string) => ({ sql, cells: [] });

test('a thread that dies takes its waiting calls with it by name, and the next call starts another', async () => {
  const channel = openChannel(program, {});
  expect(await channel.run(call('one'))).toEqual([['one']]);
  const fate = await Promise.allSettled(['two', 'die', 'three'].map((sql) => channel.run(call(sql))));
  for (const result of fate)
    expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailableError' } });
  expect(await channel.run(call('four'))).toEqual([['four']]);
  await channel.close();
});

test('a thread that cannot even start is told, not waited for', async () => {
  const channel = openChannel(new URL('./children/nothing.ts', import.meta.url), {});
  await expect(channel.run(call('one'))).rejects.toBeInstanceOf(StoreUnavailableError);
  await channel.close();
});
