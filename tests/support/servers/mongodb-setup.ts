/** Starts one replica set for a whole run of tests. */
import { hasMongodb, startMongodb, withoutMongodb } from './mongodb.ts';

export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (!hasMongodb()) {
    console.warn(withoutMongodb);
    return undefined;
  }
  const server = await startMongodb();
  process.env['FORMWORK_TEST_MONGODB'] = server.database();
  return () => server.stop();
};
