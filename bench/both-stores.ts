/** Figures of MongoDB beside those of the embedded store, measured one after the other in the same run. */
import { MongoClient } from 'mongodb';
import { startMongodb } from '../tests/support/servers/mongodb.ts';
import { figure, type Figure } from './measure.ts';

export interface StoreOfBench {
  /** Settings of the service that works on it, beside its data folder. */
  settings: Record<string, string>;
  /** Bytes of all records with their indexes, on one member; undefined where the data folder holds them. */
  bytes: () => Promise<number | undefined>;
}

const secret = { FORMWORK_SECRET: 'one secret for all servers of a bench, long enough' };
const embedded: StoreOfBench = { settings: secret, bytes: () => Promise.resolve(undefined) };

/** In its own database, dropped afterwards: on the server that MONGODB_URL names, else on a replica set that is started for it on this machine. */
const onMongodb = async <T>(work: (store: StoreOfBench) => Promise<T>): Promise<T> => {
  // What a member of a machine with some gigabytes has by itself; the tests' own are much smaller.
  const server = await startMongodb({ cacheGigabytes: 2, oplogMegabytes: 4000 });
  try {
    const url = server.database();
    const client = await MongoClient.connect(url);
    try {
      return await work({
        settings: { ...secret, MONGODB_URL: url },
        bytes: async () => {
          const { storageSize, indexSize } = await client.db().stats();
          return Number(storageSize) + Number(indexSize);
        },
      });
    } finally {
      await client.db().dropDatabase();
      await client.close();
    }
  } finally {
    await server.stop();
  }
};

/** How often a route was asked stands in its name and is never the same twice. */
const withoutCount = (name: string): string => name.replace(/ \(\d+\)/, '');

/** On the embedded store, and with `mongodb` on MongoDB too: then each figure of MongoDB is beside that of the embedded store with the same name. */
export const onBoth = async (
  mongodb: boolean,
  measure: (store: StoreOfBench) => Promise<Figure[]>,
): Promise<Figure[]> => {
  const first = await measure(embedded);
  if (!mongodb) return first;
  console.log('on MongoDB');
  const second = await onMongodb(measure);
  const named = (name: string): number | undefined =>
    first.find((each) => withoutCount(each.name) === withoutCount(name))?.value;
  return second.map(({ name, unit, value, target, met }) => {
    const other = named(name);
    return figure(name, unit, value, {
      // Nothing is so many times nothing.
      ...(other !== undefined && other !== 0 && { beside: { name: 'the embedded store', value: other } }),
      ...(target !== undefined && { target }),
      ...(met !== undefined && { met }),
    });
  });
};
