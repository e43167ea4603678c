/** PDF files, and those that a password keeps shut (ISO 32000-1, 7.5.2 and 7.6). */
import { readAt } from './finding.ts';
import type { Look } from './finding.ts';

const chunk = 256 * 1024;
/** Longer than what is looked for, so that nothing is missed between two chunks. */
const overlap = 64;
const encryption = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;

export const isPdf: Look = async (file, bytes) => {
  if (!(await readAt(file, 0, 1024)).includes('%PDF-')) return 'other';
  for (let at = 0; at < bytes; at += chunk) {
    const part = await readAt(file, at, chunk + overlap);
    if (encryption.test(part.toString('latin1'))) return 'locked';
  }
  return 'right';
};
