/**
 * A server that migrates and hangs in the middle of it, to be killed: `node migrator.ts DATA_DIR MONGODB_URL KEYS_FILE NOW CHANGES`. It prints a line for
 * each record that it has changed, and after so many changes nothing moves any more.
 */
import { pino } from 'pino';
import { createMigrations } from '../../../server/platform/migrations/run.ts';
import { openStorage } from '../../../server/platform/storage/open.ts';
import type { Store } from '../../../server/platform/storage/store.ts';

const [dataDir = '', mongodbUrl = '', keysFile = '', now = '', changes = '1'] = process.argv.slice(2);
const clock = { now: () => new Date(now) };
const { store } = await openStorage({ dataDir, mongodbUrl, mongodbUrlFile: '', keysFile, keysCommand: [] }, clock);
let left = Number(changes);
const forEver = new Promise<never>(() => undefined);
const hanging: Store = {
  ...store,
  replace: async (collection, document) => {
    if (left === 0) return forEver;
    left -= 1;
    const written = await store.replace(collection, document);
    process.stdout.write(`${collection} ${document._id}\n`);
    return written;
  },
};
// Something must be there to wait for.
setInterval(() => undefined, 1000);
await createMigrations({ store: hanging, clock, log: pino({ level: 'silent' }) }).run();
