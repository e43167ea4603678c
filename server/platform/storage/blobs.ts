/** Bytes of documents: written once under a random name; what they say is never changed. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../../core/ids.ts';
import { reachingBlobs } from './blob-errors.ts';

/** Bytes that came in whole and wait to be looked at. One of `keep` and `discard` must follow. */
export interface Received {
  /** A file to look into. */
  path: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
  /** Durable when it resolves; gives the id to open them by: a new one, or one that they had before. What had it gives place. */
  keep: (id?: string) => Promise<string>;
  discard: () => Promise<void>;
}

/** More bytes came than are allowed; the rest was not read. */
export class TooManyBytesError extends Error {
  override name = 'TooManyBytesError';
}

/** The sender went away before the end. */
export class CutOffError extends Error {
  override name = 'CutOffError';
}

export interface Blobs {
  /** Takes in a stream without holding it in memory. Throws TooManyBytesError, CutOffError or StoreUnavailableError, and then nothing stays. */
  receive: (stream: Readable, limit: { maxBytes: number }) => Promise<Received>;
  /** Rejects when there is none. */
  open: (id: string) => Promise<Readable>;
  /** Nothing happens when there is none. */
  delete: (id: string) => Promise<void>;
  /** Ids of those that were kept before `time`, one after the other. */
  keptBefore: (time: Date) => AsyncIterable<string>;
}

const isId = /^[A-Za-z0-9_-]{22}$/;

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
};

/** Writes a stream to its end. The stream itself is left alive: over it goes the answer that says what was wrong. */
const write = async (file: FileHandle, stream: Readable, maxBytes: number) => {
  const hash = createHash('sha256');
  let bytes = 0;
  const chunks = stream.iterator({ destroyOnReturn: false });
  for (;;) {
    const step: IteratorResult<unknown> = await chunks.next().catch((error: unknown) => {
      throw new CutOffError('The stream broke off', { cause: error });
    });
    if (step.done === true) break;
    if (!(step.value instanceof Uint8Array)) throw new TypeError('The stream does not give bytes');
    bytes += step.value.length;
    if (bytes > maxBytes) {
      await chunks.return?.();
      throw new TooManyBytesError(`More than ${maxBytes} bytes`);
    }
    hash.update(step.value);
    await file.writeFile(step.value);
  }
  await file.sync();
  return { bytes, sha256: hash.digest('hex') };
};

/** Blobs as files in folders of the first two characters of their names. What a crash left half written is removed first. */
export const openFileBlobs = async (folder: string): Promise<Blobs> => {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  for (const name of await readdir(incoming)) {
    // Another server on the same folder may be writing the young ones.
    const path = join(incoming, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > 3_600_000) await rm(path, { force: true });
  }

  const shelfOf = (id: string): string => join(folder, `blobs-${id.slice(0, 2)}`);
  const pathOf = (id: string): string => {
    if (!isId.test(id)) throw new Error('Not the id of a blob');
    return join(shelfOf(id), id);
  };

  const keep = async (path: string, id: string): Promise<string> => {
    const place = pathOf(id);
    const made = await mkdir(shelfOf(id), { recursive: true, mode: 0o700 });
    await rename(path, place);
    await syncFolder(shelfOf(id));
    if (made !== undefined) await syncFolder(folder);
    return id;
  };

  return {
    receive: async (stream, { maxBytes }) => {
      const path = join(incoming, newId());
      const discard = () => rm(path, { force: true });
      try {
        const { bytes, sha256 } = await reachingBlobs(async () => {
          const file = await open(path, 'wx', 0o600);
          return write(file, stream, maxBytes).finally(() => file.close());
        });
        return { path, bytes, sha256, keep: (id = newId()) => reachingBlobs(() => keep(path, id)), discard };
      } catch (error) {
        await discard();
        throw error;
      }
    },

    open: async (id) => {
      const stream = createReadStream(pathOf(id));
      await new Promise<void>((resolve, reject) => {
        stream.once('open', () => resolve());
        stream.once('error', reject);
      });
      return stream;
    },

    delete: async (id) => rm(pathOf(id), { force: true }),

    async *keptBefore(time) {
      const shelves = (await readdir(folder)).filter((name) => /^blobs-..$/.test(name));
      for (const shelf of shelves) {
        for (const id of await readdir(join(folder, shelf))) {
          const found = await stat(join(folder, shelf, id)).catch(() => undefined);
          if (found !== undefined && isId.test(id) && found.ctimeMs < time.getTime()) yield id;
        }
      }
    },
  };
};
