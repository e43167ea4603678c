/** Whether a PDF opens without a password: the standard security handler, revisions 2 to 6 (ISO 32000-2, 7.6.4). */
import { createCipheriv, createHash } from 'node:crypto';
import type { PdfDictionary } from './pdf-values.ts';

/** What stands in for a password that is not there (algorithm 2, step a). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

const md5 = (...parts: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** RC4, which Node's own cryptography has no more. */
const rc4 = (key: Buffer, data: Buffer): Buffer => {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 0xff] ?? 0;
  const swap = (one: number, other: number): void => {
    const kept = at(one);
    state[one & 0xff] = at(other);
    state[other & 0xff] = kept;
  };
  for (let index = 0, other = 0; index < 256; index += 1) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 0xff;
    swap(index, other);
  }
  let one = 0;
  let other = 0;
  return Buffer.from(
    data.map((byte) => {
      one = (one + 1) & 0xff;
      other = (other + at(one)) & 0xff;
      swap(one, other);
      return byte ^ at(at(one) + at(other));
    }),
  );
};

const number = (dictionary: PdfDictionary, key: string): number | undefined => {
  const value = dictionary.get(key);
  return typeof value === 'number' ? value : undefined;
};

const string = (dictionary: PdfDictionary, key: string, length: number): Buffer | undefined => {
  const value = dictionary.get(key);
  return Buffer.isBuffer(value) && value.length >= length ? value.subarray(0, length) : undefined;
};

/** Algorithms 2, 4 and 5: RC4, or AES with 128 bits. */
const opensByRc4 = (encryption: PdfDictionary, revision: number, id: Buffer): boolean => {
  const owner = string(encryption, 'O', 32);
  const user = string(encryption, 'U', revision === 2 ? 32 : 16);
  const permissions = number(encryption, 'P');
  if (owner === undefined || user === undefined || permissions === undefined) return false;
  const allowed = Buffer.alloc(4);
  // Some write it without its sign.
  allowed.writeInt32LE(permissions | 0);
  const plainMetadata = revision >= 4 && encryption.get('EncryptMetadata') === false;
  const start = md5(padding, owner, allowed, id, Buffer.alloc(plainMetadata ? 4 : 0, 0xff));
  const written = number(encryption, 'Length') ?? 40;
  // Some write it in bytes.
  const length = Math.min(16, Math.max(5, Math.floor(written < 40 ? written : written / 8)));
  if (revision === 2) return rc4(start.subarray(0, 5), padding).equals(user);
  return (revision >= 4 ? [16, length] : [length]).some((bytes) => {
    let key = start;
    for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, bytes));
    key = key.subarray(0, bytes);
    let wanted = md5(padding, id);
    for (let round = 0; round < 20; round += 1) wanted = rc4(Buffer.from(key.map((byte) => byte ^ round)), wanted);
    return wanted.equals(user);
  });
};

/** Algorithm 2.B for an empty user password. */
const hardened = (salt: Buffer): Buffer => {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const once = Buffer.from(key);
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => once)));
    // 256 leaves 1 when it is divided by 3, so the first 16 bytes as a number leave what their sum leaves.
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][rest] ?? 'sha256')
      .update(mixed)
      .digest();
    last = mixed.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
};

/** Algorithm 11: AES with 256 bits. */
const opensByHash = (encryption: PdfDictionary, revision: number): boolean => {
  const user = string(encryption, 'U', 48);
  if (user === undefined) return false;
  const salt = user.subarray(32, 40);
  const hash = revision === 5 ? createHash('sha256').update(salt).digest() : hardened(salt);
  return hash.equals(user.subarray(0, 32));
};

/** Whether the empty password opens what this dictionary encrypts; `ids` are what may be the first half of the file's identifier. */
export const opensWithoutPassword = (encryption: PdfDictionary, ids: readonly Buffer[]): boolean => {
  if (encryption.get('Filter') !== '/Standard') return false;
  const revision = number(encryption, 'R') ?? 0;
  if (revision === 5 || revision === 6) return opensByHash(encryption, revision);
  if (revision < 2 || revision > 4) return false;
  return [...ids, Buffer.alloc(0)].some((id) => opensByRc4(encryption, revision, id));
};
