/** A MongoDB replica set for tests: the one that MONGODB_URL names, else three servers of our own where they can be had. */
import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { hasMongod } from './mongod.ts';
import { databaseAt } from './mongodb-address.ts';
import { startReplicaSet, type MemberSize } from './replica-set.ts';

const given = (): string | undefined => process.env['MONGODB_URL'] ?? process.env['FORMWORK_TEST_REPLICA_SET'];

/** Whether a server can be had here. */
export const hasMongodb = (): boolean => given() !== undefined || hasMongod();

export const withoutMongodb = 'No MONGODB_URL, and no x86-64 Linux with pip: nothing is tried on MongoDB here.';

export interface MongodbServer {
  /** The address of a database that nobody else uses. */
  database: () => string;
  stop: () => Promise<void>;
}

const named = (base: string) => (): string => databaseAt(base, `formwork_${randomBytes(6).toString('hex')}`);

/** `size`: of the members of a set that is started here. */
export const startMongodb = async (size?: MemberSize): Promise<MongodbServer> => {
  const base = given();
  if (base !== undefined) return { database: named(base), stop: () => Promise.resolve() };
  const set = await startReplicaSet({ ...(size && { size }) });
  return { database: named(set.url), stop: set.stop };
};

/** Where the primary of the replica set at `url` listens now. */
export const primaryOf = async (url: string): Promise<{ host: string; port: number }> => {
  const client = await MongoClient.connect(url);
  try {
    const { primary } = await client.db('admin').command({ hello: 1 });
    const [host = '', port = '27017'] = String(primary).split(':');
    return { host, port: Number(port) };
  } finally {
    await client.close();
  }
};
