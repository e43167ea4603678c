/**
 * Blobs that are sealed where they are kept, each under a key of its own: derived from the first key, a random salt and the blob's id, so that none opens
 * under another id. Those of before there were keys stay readable. What comes in lies plain in its file until it has been looked at.
 *
 *     magic (8 bytes) | id of the key, filled up with zeros (64) | salt (32) | segments
 */
import { randomBytes, type KeyObject } from 'node:crypto';
import { open as openFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { newId } from '../../../core/ids.ts';
import { reachingBlobs } from '../blob-errors.ts';
import { CutOffError, type Blobs, type Received } from '../blobs.ts';
import { longestKeyId, type Keyring, type SealKey } from './keys.ts';
import { SealedError } from './seal.ts';
import { BrokenSegmentError, openSegments, sealSegments } from './segments.ts';

export interface SealedBlobs extends Blobs {
  /** Id of the key that it is under; undefined of a plain one. Rejects when there is none. */
  keyOf: (id: string) => Promise<string | undefined>;
  /** Puts it, sealed with the first key, in its own place. Rejects with SealedError, and leaves it, when it cannot be opened. */
  reseal: (id: string) => Promise<void>;
}

const magic = Buffer.from('8946574b53310d0a', 'hex');
const saltBytes = 32;
const headBytes = magic.length + longestKeyId + saltBytes;
/** In messages, beside its id. */
const collection = 'blob';

interface Head {
  /** All of it: authenticated with every segment. */
  bytes: Buffer;
  keyId: string;
  salt: Buffer;
}

const newHead = (keyId: string): Head => {
  const name = Buffer.alloc(longestKeyId);
  name.write(keyId);
  const salt = randomBytes(saltBytes);
  return { bytes: Buffer.concat([magic, name, salt]), keyId, salt };
};

/** Undefined of the beginning of a plain blob. */
const readHead = (start: Buffer): Head | undefined => {
  if (start.length < headBytes || !start.subarray(0, magic.length).equals(magic)) return undefined;
  const bytes = start.subarray(0, headBytes);
  const name = bytes.toString('latin1', magic.length, magic.length + longestKeyId);
  return { bytes, keyId: name.replace(/\0+$/, ''), salt: bytes.subarray(headBytes - saltBytes) };
};

/** Id of the key that the bytes of a blob are under, as it lies there; undefined of a plain one. */
export const keyIdOfBlob = (bytes: Buffer): string | undefined => readHead(bytes)?.keyId;

/** The head of a sealed blob and what follows; no head, and everything, of a plain one. Its reader ends the stream. */
const headOf = async (stream: Readable): Promise<{ head: Head | undefined; rest: AsyncGenerator<Buffer> }> => {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let length = 0;
  while (length < headBytes) {
    const step = await chunks.next();
    if (step.done === true) break;
    held.push(step.value);
    length += step.value.length;
  }
  const start = Buffer.concat(held);
  const head = readHead(start);
  async function* rest(): AsyncGenerator<Buffer> {
    yield head === undefined ? start : start.subarray(headBytes);
    for (let step = await chunks.next(); step.done !== true; step = await chunks.next()) yield step.value;
  }
  return { head, rest: rest() };
};

async function* sealedBytes(source: AsyncIterable<unknown>, key: SealKey, id: string): AsyncGenerator<Buffer> {
  const head = newHead(key.id);
  yield head.bytes;
  yield* sealSegments(source, key.forDocument(head.salt, id), head.bytes);
}

async function* openedBytes(
  rest: AsyncIterable<Buffer>,
  key: KeyObject,
  head: Head,
  id: string,
): AsyncGenerator<Buffer> {
  try {
    yield* openSegments(rest, key, head.bytes);
  } catch (error) {
    if (error instanceof BrokenSegmentError) throw new SealedError({ collection, id }, head.keyId, 'broken');
    throw error;
  }
}

/** `inner`: where they all lie. */
export const sealedBlobs = (inner: Blobs, keys: Keyring): SealedBlobs => {
  const bytesOf = async (stream: Readable, id: string): Promise<AsyncGenerator<Buffer>> => {
    const { head, rest } = await headOf(stream);
    if (head === undefined) return rest;
    const key = await keys.find(head.keyId);
    if (key === undefined) throw new SealedError({ collection, id }, head.keyId, 'no key');
    return openedBytes(rest, key.forDocument(head.salt, id), head, id);
  };

  const open = async (id: string): Promise<Readable> => {
    const stream = await inner.open(id);
    try {
      const opened = Readable.from(await bytesOf(stream, id), { objectMode: false });
      return opened.once('close', () => stream.destroy());
    } catch (error) {
      stream.destroy();
      throw error;
    }
  };

  /** Sealed bytes take their place whole, or nothing changes. */
  const keepSealed = async (plain: AsyncIterable<unknown>, id: string): Promise<void> => {
    const sealed = Readable.from(sealedBytes(plain, keys.first(), id));
    const received = await inner.receive(sealed, { maxBytes: Number.POSITIVE_INFINITY }).catch((error: unknown) => {
      sealed.destroy();
      throw error instanceof CutOffError && error.cause instanceof SealedError ? error.cause : error;
    });
    try {
      await received.keep(id);
    } finally {
      await received.discard();
    }
  };

  const keep =
    ({ path, discard }: Received) =>
    async (id = newId()): Promise<string> => {
      const file = await reachingBlobs(() => openFile(path, 'r'));
      await keepSealed(file.createReadStream(), id).finally(() => file.close());
      await discard();
      return id;
    };

  return {
    receive: async (stream, limit) => {
      const received = await inner.receive(stream, limit);
      return { ...received, keep: keep(received) };
    },
    open,
    delete: inner.delete,
    keptBefore: inner.keptBefore,
    keyOf: async (id) => {
      const stream = await inner.open(id);
      const { head } = await headOf(stream).finally(() => stream.destroy());
      return head?.keyId;
    },
    reseal: async (id) => keepSealed(await open(id), id),
  };
};
