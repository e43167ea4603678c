/**
 * A stream sealed in segments of 64 KiB, so that none is held whole: STREAM (Hoang, Reyhanitabar, Rogaway and Vizár, 2015) with AES-256-GCM. The
 * nonce of a segment is its number and whether it is the last, so one that is missing, moved or put in is noticed.
 */
import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

export const segmentBytes = 64 * 1024;
const tagBytes = 16;
const cipher = 'aes-256-gcm';
const mostSegments = 2 ** 32;

/** A segment was changed, moved or is missing. */
export class BrokenSegmentError extends Error {
  override name = 'BrokenSegmentError';
}

/** Of a key that seals one stream only: nothing of it is drawn. */
const nonceOf = (number: number, last: boolean): Buffer => {
  if (number >= mostSegments) throw new RangeError('This is too long to be sealed');
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
};

const bytesOf = (chunk: unknown): Buffer => {
  if (!(chunk instanceof Uint8Array)) throw new TypeError('The stream does not give bytes');
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
};

/** Pieces of one size and, always, a last one that may be shorter or empty. */
async function* pieces(source: AsyncIterable<unknown>, size: number): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    const bytes = bytesOf(chunk);
    held.push(bytes);
    length += bytes.length;
    // As much again is left: whether a piece is the last shows only when more comes.
    if (length <= size) continue;
    let rest = Buffer.concat(held);
    for (; rest.length > size; rest = rest.subarray(size)) yield { bytes: rest.subarray(0, size), last: false };
    held = [rest];
    length = rest.length;
  }
  yield { bytes: Buffer.concat(held), last: true };
}

/** `bound`: authenticated with every segment. */
export async function* sealSegments(
  source: AsyncIterable<unknown>,
  key: KeyObject,
  bound: Buffer,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, last } of pieces(source, segmentBytes)) {
    const sealing = createCipheriv(cipher, key, nonceOf(number, last), { authTagLength: tagBytes }).setAAD(bound);
    yield Buffer.concat([sealing.update(bytes), sealing.final(), sealing.getAuthTag()]);
    number += 1;
  }
}

/** Gives bytes only after their segment was judged. Throws BrokenSegmentError. */
export async function* openSegments(
  source: AsyncIterable<unknown>,
  key: KeyObject,
  bound: Buffer,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, last } of pieces(source, segmentBytes + tagBytes)) {
    const body = bytes.length - tagBytes;
    if (body < 0) throw new BrokenSegmentError(`Segment ${number} is cut off`);
    const opening = createDecipheriv(cipher, key, nonceOf(number, last), { authTagLength: tagBytes });
    opening.setAAD(bound).setAuthTag(bytes.subarray(body));
    const plain = opening.update(bytes.subarray(0, body));
    try {
      opening.final();
    } catch {
      throw new BrokenSegmentError(`Segment ${number} is not as it was sealed`);
    }
    yield plain;
    number += 1;
  }
}
