import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openMongodb } from '../../server/platform/storage/mongodb/mongodb.ts';
import { hasMongodb, startMongodb, type MongodbServer } from '../support/servers/mongodb.ts';
import { storeContract } from './contract.ts';
import { keyringAt, sealing, withSeals } from './sealed.ts';

describe.skipIf(!hasMongodb())('on a server', () => {
  let server: MongodbServer;
  beforeAll(async () => {
    server = await startMongodb();
  }, 600_000);
  afterAll(() => server.stop());

  storeContract('MongoDB', () => {
    const url = server.database();
    return Promise.resolve({
      open: (collections) => openMongodb({ url, collections }),
      remove: () => Promise.resolve(),
    });
  });

  for (const path of ['body', 'body.*'])
    storeContract(`MongoDB with ${path} sealed`, async () => {
      const url = server.database();
      const folder = mkdtempSync(join(tmpdir(), 'formwork-keys-'));
      const keys = await keyringAt(join(folder, 'keys'), 'k1');
      return {
        open: async (given) => {
          const collections = sealing(given, [path]);
          return withSeals(await openMongodb({ url, collections }), collections, keys);
        },
        remove: () => {
          rmSync(folder, { recursive: true });
          return Promise.resolve();
        },
      };
    });
});
