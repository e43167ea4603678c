/** PDF files, and those that a password keeps shut (ISO 32000-1, 7.5.2 and 7.6). */
import { readAt } from './finding.ts';
import type { Look } from './finding.ts';

const chunk = 64 * 1024;
/** Longer than what is looked for, so that nothing is missed between two chunks. */
const overlap = 64;
const encryption = /^\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;

/** Searches the bytes as they are: a large file would otherwise be made into as much text. */
const isEncrypted = (part: Buffer): boolean => {
  for (let at = part.indexOf('/Encrypt'); at >= 0; at = part.indexOf('/Encrypt', at + 1)) {
    if (encryption.test(part.toString('latin1', at, at + overlap))) return true;
  }
  return false;
};

export const isPdf: Look = async (file, bytes) => {
  if (!(await readAt(file, 0, 1024)).includes('%PDF-')) return 'other';
  const buffer = Buffer.alloc(chunk + overlap);
  for (let at = 0; at < bytes; at += chunk) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (isEncrypted(buffer.subarray(0, bytesRead))) return 'locked';
  }
  return 'right';
};
