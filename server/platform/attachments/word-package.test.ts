import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  doc,
  docm,
  docx,
  docxFiles,
  libreDocx,
  lockedDocx,
  macroDoc,
  onlineDocx,
  rels,
  types,
  vbaProject,
} from '../../../tests/support/office-files.ts';
import { zip, zipOf } from '../../../tests/support/zip.ts';
import type { ZipFile } from '../../../tests/support/zip.ts';
import { lookAt as look } from '../../../tests/support/browser/look-at.ts';

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const own: ZipFile[] = Object.entries(docxFiles).map(([name, content]) => ({ name, content, packed: true }));
const embedded = (name: string, content: Uint8Array, type: string): Uint8Array =>
  zip({
    ...docxFiles,
    '[Content_Types].xml': types({ '/word/document.xml': main, [`/${name}`]: type }),
    [name]: content,
  });
const sheet = zip({ '[Content_Types].xml': types({}), 'xl/workbook.xml': '<workbook/>' });
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ole = 'application/vnd.openxmlformats-officedocument.oleObject';

test.each([
  ['Word', docx, 'right'],
  ['Word, packed', zipOf(own), 'right'],
  ['Word Online', onlineDocx, 'right'],
  ['LibreOffice', libreDocx, 'right'],
  ['Word with a sheet in it', embedded('word/embeddings/Sheet.xlsx', sheet, sheetType), 'right'],
  ['Word with an old document in it', embedded('word/embeddings/oleObject1.bin', doc, ole), 'right'],
  ['a password', lockedDocx, 'locked'],
  ['macros', docm, 'macros'],
  [
    'macros in a sheet in it',
    embedded('word/embeddings/a.bin', sheet, 'application/vnd.ms-excel.sheet.macroEnabled.12'),
    'macros',
  ],
  ['macros in an old document in it', embedded('word/embeddings/oleObject1.bin', macroDoc, ole), 'macros'],
  ['macros by another name', embedded('word/settings2.bin', vbaProject, 'application/octet-stream'), 'macros'],
  [
    'macros whose type is spelled out',
    zip({
      ...docxFiles,
      '[Content_Types].xml': types({
        '/word/document.xml': 'application/vnd.ms-word.document.&#x6d;acroEnabled.main+xml',
      }),
    }),
    'macros',
  ],
  [
    'a template',
    zip({
      ...docxFiles,
      '[Content_Types].xml': types({ '/word/document.xml': main.replace('document.main', 'template.main') }),
    }),
    'other',
  ],
  [
    'a sheet',
    zip({
      '[Content_Types].xml': types({ '/xl/workbook.xml': `${sheetType}.main+xml` }),
      '_rels/.rels': rels('xl/workbook.xml'),
      'xl/workbook.xml': '<workbook/>',
    }),
    'other',
  ],
  [
    'a main part that is only named in a comment',
    zip({ ...docxFiles, '[Content_Types].xml': `${types({})}<!--${docxFiles['[Content_Types].xml']}-->` }),
    'other',
  ],
  ['a main part that is not there', zip({ ...docxFiles, '_rels/.rels': rels('word/document9.xml') }), 'other'],
])('.docx of $0: $2', async (_, content, finding) => {
  expect(await look('docx', content)).toBe(finding);
});

test('an old document with macros is told from one without', async () => {
  expect(await look('doc', macroDoc)).toBe('macros');
  expect(await look('doc', doc)).toBe('right');
});

const zeros = Buffer.alloc(12 * 1024 * 1024);
const bomb = (...more: ZipFile[]): Uint8Array => zipOf([...own, ...more]);

test.each([
  ['says that it holds 12 MB of nothing', bomb({ name: 'a.xml', content: zeros, packed: true }), 'too-much'],
  ['says that it holds gigabytes', bomb({ name: 'a.xml', content: 'a', says: 0xfffffffe }), 'too-much'],
  ['unpacks to more than it says', bomb({ name: 'a.xml', content: zeros, packed: true, says: 2000 }), 'too-much'],
  ['unpacks to less than it says', bomb({ name: 'a.xml', content: 'a', packed: true, says: 2000 }), 'damaged'],
  ['holds a zip that is no document', bomb({ name: 'a.xml', content: docx }), 'too-much'],
  [
    'names the same bytes twice',
    bomb({ name: 'a.xml', content: 'a' }, { name: 'b.xml', content: 'a', shares: 4 }),
    'damaged',
  ],
  ['has one name twice', bomb({ name: 'A.xml', content: 'a' }, { name: 'a.XML', content: 'b' }), 'damaged'],
  [
    'has 6,000 files',
    bomb(...Array.from({ length: 6000 }, (_unused, at) => ({ name: `${at}`, content: '' }))),
    'too-much',
  ],
])('a .docx that $0 is $2', async (_, content, finding) => {
  expect(await look('docx', content)).toBe(finding);
});

test('a .docx cut or changed anywhere is judged, never an error', async () => {
  const whole = zipOf(own);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 5 }),
      fc.nat(whole.length),
      async (changes, length) => {
        const content = Uint8Array.from(whole.slice(0, length));
        for (const [at, byte] of changes) if (at < length) content[at] = byte;
        const finding = await look('docx', content);
        expect(['right', 'other', 'damaged', 'too-much', 'macros']).toContain(finding);
        if (length < whole.length) expect(finding).not.toBe('right');
      },
    ),
    { numRuns: 300 },
  );
});
