/**
 * One sealed value: `["$sealed", <key id>, <base64 of nonce, tag and cipher text>]`, AES-256-GCM (NIST SP 800-38D). What it belongs to is
 * authenticated with it, so that it opens nowhere else.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { parseJson, type JsonValue } from '../../../../engine/json.ts';
import type { SealKey } from './keys.ts';

/** Where a value stands. `path`: its names from the outermost in. */
export interface SealPlace {
  collection: string;
  id: string;
  path: readonly string[];
}

/** Something sealed cannot be opened. Names where it is and its key, never what it holds. */
export class SealedError extends Error {
  override name = 'SealedError';
  readonly collection: string;
  readonly id: string;
  readonly keyId: string;
  readonly why: 'no key' | 'broken';
  constructor({ collection, id }: Pick<SealPlace, 'collection' | 'id'>, keyId: string, why: SealedError['why']) {
    const reason =
      why === 'no key' ? 'there is no such key here' : 'it was changed or moved, or another key had this name';
    super(`${collection} ${id}: what was sealed with the key ${keyId} cannot be opened: ${reason}`);
    this.collection = collection;
    this.id = id;
    this.keyId = keyId;
    this.why = why;
  }
}

const mark = '$sealed';
const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];
/** Texts are filled up to a multiple of this, so that the length does not tell yes from no or one choice from another. */
const step = 32;

export type Sealed = [typeof mark, string, string];

export const isSealed = (value: JsonValue): value is Sealed =>
  Array.isArray(value) &&
  value.length === 3 &&
  value[0] === mark &&
  typeof value[1] === 'string' &&
  typeof value[2] === 'string';

const authenticated = ({ collection, id, path }: SealPlace): Buffer =>
  Buffer.from(JSON.stringify([collection, id, ...path]));

/** White space behind JSON means nothing. */
const filledUp = (text: string): Buffer => {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.alloc(Math.ceil(length / step) * step, ' ');
  bytes.write(text);
  return bytes;
};

/** Drawn many at once: to draw each by itself takes a quarter of the time that a short answer does. */
let nonces = Buffer.alloc(0);

const newNonce = (): Buffer => {
  if (nonces.length === 0) nonces = randomBytes(512 * nonceBytes);
  const nonce = nonces.subarray(0, nonceBytes);
  nonces = nonces.subarray(nonceBytes);
  return nonce;
};

export const seal = ({ id, values }: SealKey, place: SealPlace, value: JsonValue): Sealed => {
  const text: unknown = JSON.stringify(value);
  if (typeof text !== 'string') throw new TypeError('A value to store is undefined');
  const nonce = newNonce();
  const sealing = createCipheriv(cipher, values, nonce, { authTagLength: tagBytes }).setAAD(authenticated(place));
  const body = Buffer.concat([sealing.update(filledUp(text)), sealing.final()]);
  return [mark, id, Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64')];
};

/** `key`: of the id that stands in it. Throws SealedError when it is not as it was sealed, or stood somewhere else. */
export const unseal = (key: SealKey, place: SealPlace, [, id, text]: Sealed): JsonValue => {
  const bytes = Buffer.from(text, 'base64');
  try {
    const opening = createDecipheriv(cipher, key.values, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
    opening.setAAD(authenticated(place)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const body = Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]);
    return parseJson(body.toString('utf8'));
  } catch {
    throw new SealedError(place, id, 'broken');
  }
};
