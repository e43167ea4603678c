/** Word documents of old: OLE compound files with a stream of a certain name ([MS-CFB] 2.2–2.6, [MS-DOC] 2.5.2). */
import type { FileHandle } from 'node:fs/promises';
import { piecesOf, readAt } from './finding.ts';
import type { Look } from './finding.ts';

const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const lastSector = 0xfffffff9;
const entryBytes = 128;
/** Of the directory: 2 MB at 512 bytes each. No letter comes near it, and a chain that goes round ends here. */
const mostSectors = 4096;
/** Streams shorter than this lie elsewhere, and the text of a document is never so short. */
const shortest = 4096;

interface Entry {
  name: string;
  start: number;
  size: number;
}

export const isCompoundFile = async (file: FileHandle): Promise<boolean> =>
  (await readAt(file, 0, signature.length)).equals(signature);

const readDirectory = async (file: FileHandle): Promise<{ sectorBytes: number; entries: Entry[] }> => {
  const header = await readAt(file, 0, 512);
  const none = { sectorBytes: 512, entries: [] };
  if (header.length < 512) return none;
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return none;
  const sectorBytes = 2 ** shift;
  const perSector = sectorBytes / 4;
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes;
  /** Sectors that hold the table; only the first 109 stand in the header, which is enough for 7 MB and for most directories. */
  const table = Array.from({ length: 109 }, (_, index) => header.readUInt32LE(76 + index * 4));

  const after = async (sector: number): Promise<number> => {
    const place = table[Math.floor(sector / perSector)];
    if (place === undefined || place > lastSector) return lastSector + 1;
    const found = await readAt(file, offsetOf(place) + (sector % perSector) * 4, 4);
    return found.length < 4 ? lastSector + 1 : found.readUInt32LE(0);
  };

  const entries: Entry[] = [];
  let sector = header.readUInt32LE(48);
  for (let count = 0; sector <= lastSector && count < mostSectors; count += 1) {
    const bytes = await readAt(file, offsetOf(sector), sectorBytes);
    for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) {
      const length = Math.min(64, bytes.readUInt16LE(at + 64));
      if (length < 2) continue;
      const name = bytes.toString('utf16le', at, at + length - 2);
      entries.push({ name, start: bytes.readUInt32LE(at + 116), size: bytes.readUInt32LE(at + 120) });
    }
    sector = await after(sector);
  }
  return { sectorBytes, entries };
};

export const namesInCompoundFile = async (file: FileHandle): Promise<Set<string>> =>
  new Set((await readDirectory(file)).entries.map(({ name }) => name));

/** How the folder of macros begins in a directory ([MS-OVBA] 2.2.1): its main stream's name, padded to 64 bytes, and its length. */
const macroEntry = ((): string => {
  const entry = Buffer.alloc(66);
  entry.write('_vba_project', 'utf16le');
  entry.writeUInt16LE(26, 64);
  return entry.toString('latin1');
})();

/**
 * Tells whether the pieces of a file, given one after the other, hold the directory of a macro project: of the document itself, or of one
 * that is embedded in it.
 */
export const createMacroSearch = (): ((piece: Buffer) => boolean) => {
  let last = '';
  return (piece) => {
    const text = last + piece.toString('latin1').toLowerCase();
    last = text.slice(1 - macroEntry.length);
    return text.includes(macroEntry);
  };
};

const holdsMacros = async (file: FileHandle, bytes: number): Promise<boolean> => {
  const search = createMacroSearch();
  for await (const piece of piecesOf(file, 0, bytes)) if (search(piece)) return true;
  return false;
};

export const isDoc: Look = async (file, bytes) => {
  if (!(await isCompoundFile(file))) return 'other';
  const { sectorBytes, entries } = await readDirectory(file);
  if (entries.some(({ name }) => name === 'EncryptedPackage')) return 'locked';
  const document = entries.find(({ name }) => name === 'WordDocument');
  if (document === undefined) return 'other';
  if (document.size >= shortest) {
    const start = await readAt(file, (document.start + 1) * sectorBytes, 12);
    // Bit 8 of the flags at the beginning of the stream says that it is encrypted.
    if (start.length === 12 && (start.readUInt16LE(10) & 0x0100) !== 0) return 'locked';
  }
  return (await holdsMacros(file, bytes)) ? 'macros' : 'right';
};
