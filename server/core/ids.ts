/** Names that nobody can guess. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 128 random bits, 22 characters of base64url: for records. */
export const newId = (): string => randomBytes(16).toString('base64url');
/** 256 random bits, 43 characters: for what lets somebody in. */
export const newToken = (): string => randomBytes(32).toString('base64url');
/** Six digits. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** For what is too short to be safe under a plain hash, such as codes and addresses. */
export const keyedHash = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** Whether two hex digests are equal, in constant time. */
export const sameDigest = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
