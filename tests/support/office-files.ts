/** The smallest Word documents of both kinds, an OLE compound file and a zip, as the programs that write them lay them out. */
import { zip } from './zip.ts';

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

/** With one stream of 4096 bytes, which is empty but for `flags` at its eleventh byte, and up to two `more` of the same bytes. */
export const compoundFile = (stream: string, flags = 0, more: string[] = []): Bytes => {
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
    ...[0, 1].map((place) => {
      const name = more[place];
      return name === undefined ? Buffer.alloc(128) : entry(name, 2, { start: 2, size: 4096 });
    }),
  ]);
  const content = Buffer.alloc(4096);
  content.writeUInt16LE(flags, 10);
  return Uint8Array.from(Buffer.concat([header, table, directory, content]));
};

export const doc = compoundFile('WordDocument');
export const lockedDoc = compoundFile('WordDocument', 0x0100);
/** Word keeps macros in a folder `Macros`, whose directory names this stream. */
export const macroDoc = compoundFile('WordDocument', 0, ['dir', '_VBA_PROJECT']);
/** What Word makes of either kind when a password is asked for. */
export const lockedDocx = compoundFile('EncryptedPackage');
export const vbaProject = compoundFile('_VBA_PROJECT');

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** `[Content_Types].xml` with the types of some parts, by name. */
export const types = (parts: Record<string, string>, extensions: Record<string, string> = {}): string =>
  [
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...Object.entries(extensions).map(([name, type]) => `<Default Extension="${name}" ContentType="${type}"/>`),
    ...Object.entries(parts).map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`),
    '</Types>',
  ].join('');

/** `_rels/.rels`, which says where the main part is. */
export const rels = (target: string): string =>
  [
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`,
    `<Relationship Id="rId3" Type="${relationships}/extended-properties" Target="docProps/app.xml"/>`,
    `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="${target}"/>`,
    '</Relationships>',
  ].join('');

const text = `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>`;

/** Word on a computer: the types first, then what relates to what. */
export const docxFiles = {
  '[Content_Types].xml': types({ '/word/document.xml': main }),
  '_rels/.rels': rels('word/document.xml'),
  'word/document.xml': text,
  'docProps/app.xml': '<Properties/>',
};
export const docx = zip(docxFiles);

/** Word Online calls the main part otherwise and gives places from the root. */
export const onlineDocx = zip({
  'docProps/app.xml': '<Properties/>',
  '_rels/.rels': rels('/word/document2.xml'),
  'word/document2.xml': text,
  '[Content_Types].xml': types({ '/word/document2.xml': main }),
});

/** LibreOffice writes the types last. */
export const libreDocx = zip({
  '_rels/.rels': rels('word/document.xml').replaceAll('"', "'"),
  'docProps/app.xml': '<Properties/>',
  'word/document.xml': text,
  '[Content_Types].xml': types({ '/docProps/app.xml': 'application/xml', '/word/document.xml': main }),
});

/** A document with macros; called .docx, Word would not open it, but other programs do. */
export const docm = zip({
  ...docxFiles,
  '[Content_Types].xml': types(
    { '/word/document.xml': 'application/vnd.ms-word.document.macroEnabled.main+xml' },
    { bin: 'application/vnd.ms-office.vbaProject' },
  ),
  'word/vbaProject.bin': vbaProject,
});
