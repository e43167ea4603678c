import { MongoClient } from 'mongodb';

/** Not connected yet. What is acknowledged lies in the journals of a majority, and what is read was acknowledged. */
export const mongodbClient = (url: string, maxPoolSize = 50): MongoClient =>
  new MongoClient(url, {
    appName: 'formwork',
    maxPoolSize,
    minPoolSize: 1,
    connectTimeoutMS: 10_000,
    serverSelectionTimeoutMS: 10_000,
    socketTimeoutMS: 60_000,
    waitQueueTimeoutMS: 10_000,
    retryWrites: true,
    retryReads: true,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    ignoreUndefined: true,
  });
