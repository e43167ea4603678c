import { afterAll, beforeAll, describe } from 'vitest';
import { openMongodb } from '../../server/storage/mongodb.ts';
import { hasMongodb, startMongodb, type MongodbServer } from '../support/mongodb.ts';
import { storeContract } from './contract.ts';

describe.skipIf(!hasMongodb())('on a server', () => {
  let server: MongodbServer;
  beforeAll(async () => {
    server = await startMongodb();
  }, 600_000);
  afterAll(() => server.stop());

  storeContract('MongoDB', async () => {
    const url = server.database();
    return { open: (collections) => openMongodb({ url, collections }), remove: async () => undefined };
  });
});
