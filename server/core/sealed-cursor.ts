/**
 * Cursors for addresses. A store's cursor holds the value that a list is sorted by; sealed, it may go into logs and histories even
 * where that value is somebody's name.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { problem } from './errors.ts';

export interface Sealer {
  seal: (cursor: string) => string;
  /** Throws `request-invalid` for anything that `seal` of the same secret did not make. */
  open: (sealed: string) => string;
}

const algorithm = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

export const createSealer = (secret: string): Sealer => {
  const key = createHash('sha256').update(`cursor:${secret}`).digest();
  return {
    seal: (cursor) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv);
      const body = Buffer.concat([cipher.update(cursor, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        throw problem('request-invalid', {
          errors: [{ pointer: '/after', message: 'This is not a place in this list' }],
        });
      }
    },
  };
};
