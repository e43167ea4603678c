/** Pictures are known by how they begin. */
import { readAt } from './finding.ts';
import type { Look } from './finding.ts';

const beginsWith =
  (hex: string): Look =>
  async (file) => {
    const wanted = Buffer.from(hex, 'hex');
    return (await readAt(file, 0, wanted.length)).equals(wanted) ? 'right' : 'other';
  };

export const isJpeg = beginsWith('ffd8ff');
export const isPng = beginsWith('89504e470d0a1a0a');
