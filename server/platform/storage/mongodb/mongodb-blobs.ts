/** Blobs in GridFS, for servers that share no disk. What comes in is looked at in a file of this server first. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { GridFSBucket } from 'mongodb';
import { newId } from '../../../core/ids.ts';
import { reachingBlobs } from '../blob-errors.ts';
import { openFileBlobs, type Blobs } from '../blobs.ts';
import { mongodbClient } from './mongodb-client.ts';
import { StoreUnavailableError } from '../store.ts';

export interface MongodbBlobs extends Blobs {
  close: () => Promise<void>;
}

/** `folder`: where documents lie while they come in. Rejects with StoreUnavailableError when the database cannot be reached. */
export const openMongodbBlobs = async (url: string, folder: string): Promise<MongodbBlobs> => {
  const client = mongodbClient(url, 20);
  try {
    await client.connect();
  } catch (error) {
    await client.close();
    throw new StoreUnavailableError('The database cannot be used', { cause: error });
  }
  const bucket = new GridFSBucket(client.db(), {
    bucketName: 'documents',
    writeConcern: { w: 'majority', journal: true },
  });
  const incoming = await openFileBlobs(folder);

  return {
    receive: async (stream, limit) => {
      const received = await incoming.receive(stream, limit);
      return {
        ...received,
        keep: async (id = newId()) => {
          await reachingBlobs(async () => {
            const kept = bucket.openUploadStream(id);
            await pipeline(createReadStream(received.path), kept);
            for await (const { _id } of bucket.find({ filename: id, _id: { $ne: kept.id } })) await bucket.delete(_id);
          });
          await received.discard();
          return id;
        },
      };
    },

    open: async (id) => {
      const [found] = await reachingBlobs(() =>
        bucket.find({ filename: id }).sort({ uploadDate: -1 }).limit(1).toArray(),
      );
      if (found === undefined) throw new Error('There is no such blob');
      return bucket.openDownloadStream(found._id);
    },

    delete: (id) =>
      reachingBlobs(async () => {
        for await (const { _id } of bucket.find({ filename: id })) await bucket.delete(_id);
      }),

    async *keptBefore(time) {
      for await (const { filename } of bucket.find({ uploadDate: { $lt: time } })) yield filename;
    },

    close: () => client.close(),
  };
};
