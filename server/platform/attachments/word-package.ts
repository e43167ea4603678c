/** Word documents of today: zips whose main part is a document by its content type (ECMA-376), without programs in them. */
import type { FileHandle } from 'node:fs/promises';
import { createMacroSearch, isCompoundFile, namesInCompoundFile } from './compound-file.ts';
import type { Finding, Look } from './finding.ts';
import { contentTypes, mainPart, xmlText } from './package-parts.ts';
import { entriesOfZip, isZip, unpack, UnpackError } from './zip-file.ts';
import type { ZipEntry } from './zip-file.ts';

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const programs = /macroenabled|vbaproject/;
/** Of the two parts that say what the others are. */
const mostXml = 1024 * 1024;
/** All entries together; the largest documents that are sent hold 15 MB of pictures, which are packed already. */
const mostUnpacked = 200 * 1024 * 1024;
/** Text is packed to a tenth, a table of nothing to a fiftieth. Small documents may be packed tighter. */
const mostTimes = 100;
const smallUnpacked = 10 * 1024 * 1024;

const textOf = async (file: FileHandle, entry: ZipEntry | undefined): Promise<string> => {
  if (entry === undefined) return '';
  if (entry.size > mostXml) throw new UnpackError('too-much');
  const pieces: Buffer[] = [];
  for await (const piece of unpack(file, entry)) pieces.push(piece);
  return xmlText(Buffer.concat(pieces));
};

/** Unpacks one entry and lets go of it, to see that it is no longer than it says and holds neither programs nor another zip. */
const lookInside = async (file: FileHandle, entry: ZipEntry, type: string | undefined): Promise<Finding> => {
  const search = createMacroSearch();
  let first = true;
  for await (const piece of unpack(file, entry)) {
    // Sheets and slides inside a document are zips too, and say so.
    if (first && piece.toString('latin1', 0, 4) === 'PK\x03\x04' && type?.startsWith('application/vnd.') !== true)
      return 'too-much';
    first = false;
    if (search(piece)) return 'macros';
  }
  return 'right';
};

const lookIntoZip: Look = async (file, bytes) => {
  const entries = await entriesOfZip(file, bytes);
  if (entries === undefined) return 'other';
  if (typeof entries === 'string') return entries;
  const find = (name: string): ZipEntry | undefined =>
    entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > mostUnpacked || (unpacked > smallUnpacked && unpacked > bytes * mostTimes)) return 'too-much';

  const types = contentTypes(await textOf(file, find('[Content_Types].xml')));
  if (types.all.some((type) => programs.test(type)) || entries.some(({ name }) => /vbaproject\.bin$/i.test(name)))
    return 'macros';
  const main = mainPart(await textOf(file, find('_rels/.rels')));
  if (main === undefined || find(main) === undefined || types.of(main) !== documentType) return 'other';
  for (const entry of entries) {
    const finding = await lookInside(file, entry, types.of(entry.name));
    if (finding !== 'right') return finding;
  }
  return 'right';
};

export const isDocx: Look = async (file, bytes) => {
  if (await isCompoundFile(file)) {
    // With a password, the zip is wrapped into a compound file.
    return (await namesInCompoundFile(file)).has('EncryptedPackage') ? 'locked' : 'other';
  }
  if (!(await isZip(file))) return 'other';
  try {
    return await lookIntoZip(file, bytes);
  } catch (error) {
    if (error instanceof UnpackError) return error.finding;
    throw error;
  }
};
