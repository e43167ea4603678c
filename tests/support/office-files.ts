/** The smallest Word documents of both kinds: an OLE compound file and a zip. */
import { crc32 } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const FAT = 0xfffffffd;

/** One of the 128-byte entries of an OLE directory. */
const entry = (name: string, kind: number, { child = FREE, start = 0, size = 0 } = {}): Buffer => {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes.writeUInt8(kind, 66);
  bytes.writeUInt8(1, 67);
  for (const at of [68, 72]) bytes.writeUInt32LE(FREE, at);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
};

/** With one stream of 4096 bytes, which is empty but for `flags` at its eleventh byte. */
export const compoundFile = (stream: string, flags = 0): Bytes => {
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  for (const at of [60, 68]) header.writeUInt32LE(END_OF_CHAIN, at);
  for (let at = 76; at < SECTOR; at += 4) header.writeUInt32LE(at === 76 ? 0 : FREE, at);

  // Sector 0 is the table of sectors, 1 the directory, 2 to 9 the stream.
  const sectors = [FAT, END_OF_CHAIN, ...Array.from({ length: 7 }, (_, index) => index + 3), END_OF_CHAIN];
  const table = Buffer.alloc(SECTOR, 0xff);
  sectors.forEach((next, index) => table.writeUInt32LE(next, index * 4));
  const directory = Buffer.concat([
    entry('Root Entry', 5, { child: 1, start: END_OF_CHAIN }),
    entry(stream, 2, { start: 2, size: 4096 }),
    Buffer.alloc(256),
  ]);
  const content = Buffer.alloc(4096);
  content.writeUInt16LE(flags, 10);
  return Uint8Array.from(Buffer.concat([header, table, directory, content]));
};

/** A zip in which nothing is compressed. */
export const zip = (files: Record<string, string>): Bytes => {
  const locals: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(text), 0);
    sizes.writeUInt32LE(text.length, 4);
    sizes.writeUInt32LE(text.length, 8);
    const names = Buffer.alloc(4);
    names.writeUInt16LE(name.length, 0);
    const versions = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      versions,
      sizes,
      names,
      Buffer.from(name + text),
    ]);
    index.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), versions, sizes, names, place, Buffer.from(name)]),
    );
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Uint8Array.from(Buffer.concat([...locals, central, end]));
};

export const doc = compoundFile('WordDocument');
export const lockedDoc = compoundFile('WordDocument', 0x0100);
/** What Word makes of either kind when a password is asked for. */
export const lockedDocx = compoundFile('EncryptedPackage');
export const docx = zip({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
});
