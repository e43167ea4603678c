/** Word documents of today: zips that hold certain files (APPNOTE.TXT 4.3.12 and 4.3.16, ECMA-376). */
import { isCompoundFile, namesInCompoundFile } from './compound-file.ts';
import { readAt } from './finding.ts';
import type { Look } from './finding.ts';

const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const entrySignature = 0x02014b50;
const longestEnd = 22 + 0xffff;
/** Far more than the list of files of any letter. */
const mostDirectory = 4 * 1024 * 1024;

const has = (names: Set<string>, ...wanted: string[]): boolean => wanted.every((name) => names.has(name));

const namesInZip = async (...[file, bytes]: Parameters<Look>): Promise<Set<string>> => {
  const tail = await readAt(file, Math.max(0, bytes - longestEnd), longestEnd);
  const end = tail.lastIndexOf(endSignature);
  if (end < 0 || end + 22 > tail.length) return new Set();
  const size = tail.readUInt32LE(end + 12);
  if (size > mostDirectory) return new Set();
  const directory = await readAt(file, tail.readUInt32LE(end + 16), size);
  const names = new Set<string>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature;) {
    const name = directory.readUInt16LE(at + 28);
    names.add(directory.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
};

export const isDocx: Look = async (file, bytes) => {
  if (await isCompoundFile(file)) {
    // With a password, the zip is wrapped into a compound file.
    return (await namesInCompoundFile(file)).has('EncryptedPackage') ? 'locked' : 'other';
  }
  if (!(await readAt(file, 0, 4)).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'other';
  return has(await namesInZip(file, bytes), '[Content_Types].xml', 'word/document.xml') ? 'right' : 'other';
};
