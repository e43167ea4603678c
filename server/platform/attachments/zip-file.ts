/** The list of what a zip holds, and its entries unpacked a piece at a time (APPNOTE.TXT 4.3 and 4.4). */
import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { piecesOf, readAt } from './finding.ts';

export interface ZipEntry {
  name: string;
  /** As the list says; the bytes may say otherwise. */
  size: number;
  method: number;
  /** Where its packed bytes begin and end. */
  from: number;
  to: number;
}

const localSignature = Buffer.from('PK\x03\x04', 'latin1');
const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const entrySignature = 0x02014b50;
const longestEnd = 22 + 0xffff;
/** Far more than the list of files of any letter. */
const mostDirectory = 4 * 1024 * 1024;
const mostEntries = 5000;

export const isZip = async (file: FileHandle): Promise<boolean> => (await readAt(file, 0, 4)).equals(localSignature);

interface Listed extends Omit<ZipEntry, 'name' | 'from' | 'to'> {
  own: Buffer;
  header: number;
  packed: number;
}

const listOf = async (file: FileHandle, bytes: number): Promise<{ listed: Listed[]; start: number } | undefined> => {
  const tail = await readAt(file, Math.max(0, bytes - longestEnd), longestEnd);
  const end = tail.lastIndexOf(endSignature);
  if (end < 0 || end + 22 > tail.length) return undefined;
  const size = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (size > mostDirectory) return undefined;
  const directory = await readAt(file, start, size);
  const listed: Listed[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature;) {
    const name = directory.readUInt16LE(at + 28);
    listed.push({
      own: directory.subarray(at + 46, at + 46 + name),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      header: directory.readUInt32LE(at + 42),
    });
    at += 46 + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return listed.length === tail.readUInt16LE(end + 10) ? { listed, start } : undefined;
};

/**
 * The entries in the order of their bytes; `undefined` for what is no zip, or none of a kind that office programs write. In `damaged`,
 * entries lie in one another, leave the file, have one name twice, or are called otherwise where their bytes are.
 */
export const entriesOfZip = async (
  file: FileHandle,
  bytes: number,
): Promise<ZipEntry[] | 'damaged' | 'too-much' | undefined> => {
  const list = await listOf(file, bytes);
  if (list === undefined) return undefined;
  if (list.listed.length > mostEntries) return 'too-much';
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let free = 0;
  for (const { own, method, size, header, packed } of list.listed.toSorted((a, b) => a.header - b.header)) {
    const name = own.toString('utf8');
    const local = await readAt(file, header, 30 + own.length);
    if (header < free || local.length < 30 + own.length || !local.subarray(0, 4).equals(localSignature))
      return 'damaged';
    const from = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const to = from + packed;
    if (to > list.start || names.has(name.toLowerCase()) || !local.subarray(30).equals(own)) return 'damaged';
    names.add(name.toLowerCase());
    entries.push({ name, size, method, from, to });
    free = to;
  }
  return entries;
};

export class UnpackError extends Error {
  readonly finding: 'damaged' | 'too-much';

  constructor(finding: 'damaged' | 'too-much') {
    super(`An entry of a zip is ${finding}`);
    this.finding = finding;
  }
}

const inflated = (packed: AsyncGenerator<Buffer>): AsyncIterable<unknown> => {
  const inflate = createInflateRaw();
  // What goes wrong reaches whoever reads.
  pipeline(Readable.from(packed), inflate, () => undefined);
  return inflate;
};

/** An entry's bytes. Throws UnpackError as soon as there are more of them than the list says, or when they break off. */
export const unpack = async function* (file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = piecesOf(file, entry.from, entry.to);
  if (entry.method !== 0 && entry.method !== 8) throw new UnpackError('damaged');
  let left = entry.size;
  try {
    for await (const piece of entry.method === 0 ? packed : inflated(packed)) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('A zip does not give bytes');
      left -= piece.length;
      if (left < 0) throw new UnpackError('too-much');
      yield piece;
    }
  } catch (error) {
    throw error instanceof UnpackError ? error : new UnpackError('damaged');
  }
  if (left > 0) throw new UnpackError('damaged');
};
