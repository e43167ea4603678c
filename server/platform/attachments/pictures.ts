/** Pictures: known by how they begin, and whole when their own end is found. */
import { readAt, readingOn } from './finding.ts';
import type { Finding, Look } from './finding.ts';

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Walks from chunk to chunk until the one that ends the picture (PNG, third edition, 5.3). */
export const isPng: Look = async (file, bytes) => {
  if (!(await readAt(file, 0, pngSignature.length)).equals(pngSignature)) return 'other';
  const read = readingOn(file);
  for (let at = pngSignature.length; at + 12 <= bytes;) {
    const head = await read(at, 8);
    const length = head.readUInt32BE(0);
    const name = head.toString('latin1', 4, 8);
    if (!/^[A-Za-z]{4}$/.test(name) || (at === pngSignature.length && name !== 'IHDR')) return 'damaged';
    at += 12 + length;
    if (name === 'IEND') return at <= bytes ? 'right' : 'damaged';
  }
  return 'damaged';
};

/** Goes through what is drawn, up to the next marker; -1 where the file ends before one (ITU-T T.81, B.1.1.2 and B.1.1.5). */
const markerAfter = async (read: ReturnType<typeof readingOn>, from: number): Promise<number> => {
  for (let at = from; ;) {
    const piece = await read(at, 2);
    let sign = piece.indexOf(0xff);
    for (; sign >= 0 && sign + 1 < piece.length; sign = piece.indexOf(0xff, sign + 1)) {
      const code = piece[sign + 1] ?? 0;
      // 0 is a byte of the drawing, 255 fills, and the eight others begin an interval.
      if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return at + sign;
    }
    if (piece.length < 2) return -1;
    at += sign < 0 ? piece.length : sign;
  }
};

/** Walks from segment to segment, so that the end of a small preview inside is not taken for the picture's own. */
const endsAsJpeg = async (read: ReturnType<typeof readingOn>): Promise<Finding> => {
  for (let at = 2; ;) {
    const head = await read(at, 4);
    const code = head[1];
    if (head.length < 2 || code === undefined) return 'damaged';
    if (head[0] === 0xff && code === 0xd9) return 'right';
    // Some programs leave bytes between segments, which viewers pass over.
    if (head[0] !== 0xff) at = await markerAfter(read, at);
    else if (code === 0xff) at += 1;
    else if (code === 0x01 || (code >= 0xd0 && code <= 0xd7)) at += 2;
    else {
      if (head.length < 4) return 'damaged';
      at += 2 + head.readUInt16BE(2);
      if (code === 0xda) at = await markerAfter(read, at);
    }
    if (at < 0) return 'damaged';
  }
};

export const isJpeg: Look = async (file) => {
  if (!(await readAt(file, 0, 3)).equals(Buffer.from('ffd8ff', 'hex'))) return 'other';
  return endsAsJpeg(readingOn(file));
};

const heicBrands: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
export const heicExtensions: ReadonlySet<string> = new Set(['heic', 'heif', 'heics', 'heifs', 'hif']);

/** Whether a file begins as the pictures of iPhones do, whatever it is called (ISO/IEC 23008-12, 10.2). */
export const isHeic: Look = async (file) => {
  const head = await readAt(file, 0, 12);
  return head.toString('latin1', 4, 8) === 'ftyp' && heicBrands.has(head.toString('latin1', 8, 12)) ? 'right' : 'other';
};
