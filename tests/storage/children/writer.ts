/**
 * A process that writes to a store as fast as it can and prints a line for each write only when it is acknowledged:
 * `node writer.ts FILE NAME`. Ends when the store becomes unavailable, or at a signal.
 */
import { openSqlite } from '../../../server/platform/storage/sqlite/sqlite.ts';
import { StoreUnavailableError } from '../../../server/platform/storage/store.ts';
import { items } from '../contract.items.ts';

const [file = '', name = ''] = process.argv.slice(2);
const store = await openSqlite({ file, collections: [items] });
const filler = 'x'.repeat(2000);
let acknowledged = 0;

const write = async (lane: number): Promise<void> => {
  for (let index = 0; ; index += 1) {
    const _id = `${name}-${lane}-${index}`;
    await store.insert('items', { _id, filler });
    await store.patch('items', { _id: { eq: 'counter' } }, { add: { [`total.${name}`]: 1 } });
    process.stdout.write(`${_id}\n`);
    acknowledged += 1;
  }
};

try {
  await Promise.all(Array.from({ length: 8 }, (_, lane) => write(lane)));
} catch (error) {
  const said = error instanceof StoreUnavailableError ? 'unavailable' : String(error);
  process.stderr.write(`${said} after ${acknowledged}\n`);
}
await store.close();
