/** Starts one server that speaks MongoDB's protocol for a whole run of tests. */
import { hasMongodb, startMongodb } from './mongodb.ts';

export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (!hasMongodb()) {
    console.warn('No Go and no MONGODB_URL: nothing is tried on MongoDB here.');
    return undefined;
  }
  const server = await startMongodb();
  process.env['FORMWORK_TEST_MONGODB'] = server.database();
  return () => server.stop();
};
