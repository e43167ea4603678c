/** PDF files: whole ones, and those that a password keeps shut (ISO 32000-2, 7.5 and 7.6). */
import type { FileHandle } from 'node:fs/promises';
import { piecesOf, readAt } from './finding.ts';
import type { Look } from './finding.ts';
import { opensWithoutPassword } from './pdf-password.ts';
import { readPdfValue } from './pdf-values.ts';
import type { PdfDictionary } from './pdf-values.ts';

const longestReference = 64;
/** Longer than a dictionary of encryption with all its strings escaped. */
const longestValue = 16 * 1024;
/** Each saving adds one more; they say the same but for a file that was made to be searched for long. */
const mostPlaces = 64;
/** Of what the file calls its encryption or its identifier. One is usual. */
const mostDifferent = 8;

/** Where some bytes stand in a file, the last of them at the end of the list; searches the bytes as they are. */
const placesOf = async (file: FileHandle, bytes: number, wanted: string): Promise<number[]> => {
  const places: number[] = [];
  let kept: Buffer = Buffer.alloc(0);
  let at = 0;
  for await (const piece of piecesOf(file, 0, bytes)) {
    const text = Buffer.concat([kept, piece]);
    for (let found = text.indexOf(wanted); found >= 0; found = text.indexOf(wanted, found + 1)) {
      places.push(at - kept.length + found);
      if (places.length > mostPlaces) places.shift();
    }
    at += piece.length;
    kept = text.subarray(Math.max(0, text.length - wanted.length + 1));
  }
  return places;
};

const reference = /^(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R\b/;

/** The last object of this number, when it is a dictionary. */
const objectOf = async (
  file: FileHandle,
  bytes: number,
  [, object = '', generation = '']: readonly string[],
): Promise<PdfDictionary | undefined> => {
  for (const at of (await placesOf(file, bytes, `${Number(object)} ${Number(generation)} obj`)).toReversed()) {
    const before = at === 0 ? '' : (await readAt(file, at - 1, 1)).toString('latin1');
    if (/\d/.test(before)) continue;
    const head = await readAt(file, at, longestValue);
    const value = readPdfValue(head.subarray(head.indexOf('obj') + 3));
    return value instanceof Map ? value : undefined;
  }
  return undefined;
};

const idsOf = async (file: FileHandle, bytes: number): Promise<Buffer[]> => {
  const ids = new Map<string, Buffer>();
  for (const at of await placesOf(file, bytes, '/ID')) {
    const value = readPdfValue((await readAt(file, at, 1024)).subarray(3));
    const first = Array.isArray(value) ? value[0] : undefined;
    if (Buffer.isBuffer(first)) ids.set(first.toString('hex'), first);
  }
  return [...ids.values()].slice(-mostDifferent);
};

/** Everything that the file calls its encryption; `undefined` for what cannot be read. */
const encryptionsOf = async (file: FileHandle, bytes: number): Promise<(PdfDictionary | undefined)[]> => {
  const found = new Map<string, PdfDictionary | undefined>();
  for (const at of await placesOf(file, bytes, '/Encrypt')) {
    const after = (await readAt(file, at + 8, longestValue)).toString('latin1');
    const text = after.replace(/^[\0\t\n\f\r ]+/, '');
    const named = reference.exec(text.slice(0, longestReference));
    if (named !== null) {
      if (!found.has(named[0])) found.set(named[0], await objectOf(file, bytes, named));
    } else if (text.startsWith('<<')) {
      const value = readPdfValue(Buffer.from(text, 'latin1'));
      found.set(String(at), value instanceof Map ? value : undefined);
    }
  }
  return found.size > mostDifferent ? [undefined] : [...found.values()];
};

/** Nothing says that the file ends, or a file for the web says that it is longer than it is. */
const isCut = async (file: FileHandle, bytes: number, head: Buffer): Promise<boolean> => {
  const [, length] = /\/Linearized\b[^>]*?\/L\s+(\d+)/.exec(head.toString('latin1')) ?? [];
  if (length !== undefined && Number(length) > bytes) return true;
  return (await placesOf(file, bytes, '%%EOF')).length === 0 && (await placesOf(file, bytes, 'startxref')).length === 0;
};

export const isPdf: Look = async (file, bytes) => {
  const head = await readAt(file, 0, 2048);
  const begin = head.indexOf('%PDF-');
  if (begin < 0 || begin >= 1024) return 'other';
  const encryptions = await encryptionsOf(file, bytes);
  if (encryptions.length > 0) {
    const ids = await idsOf(file, bytes);
    if (!encryptions.every((found) => found !== undefined && opensWithoutPassword(found, ids))) return 'locked';
  }
  return (await isCut(file, bytes, head)) ? 'damaged' : 'right';
};
