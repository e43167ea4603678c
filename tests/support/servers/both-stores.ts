/** The same tests on each store that there is. */
import { afterAll, beforeAll, describe } from 'vitest';
import { hasMongodb, startMongodb, type MongodbServer } from './mongodb.ts';

/** `urlOf`: address of a database of its own, to be asked for when the tests run; empty for the embedded store. */
export const onBothStores = (suite: (name: string, urlOf: () => string) => void): void => {
  suite('the embedded store', () => '');

  describe.skipIf(!hasMongodb())('where a server is', () => {
    let server: MongodbServer;
    beforeAll(async () => {
      server = await startMongodb();
    }, 600_000);
    afterAll(() => server.stop());
    suite('MongoDB', () => server.database());
  });
};
