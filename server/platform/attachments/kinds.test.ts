import { expect, test } from 'vitest';
import { jpg, pdf, png } from '../../../tests/support/files.ts';
import { compoundFile, doc, docx, lockedDoc, lockedDocx } from '../../../tests/support/office-files.ts';
import { zip } from '../../../tests/support/zip.ts';
import { lookAt as look } from '../../../tests/support/browser/look-at.ts';
import { kinds } from './kinds.ts';

const samples: Record<string, Uint8Array> = { jpg, jpeg: jpg, png, pdf, doc, docx };

test('every kind takes its own content and no other', async () => {
  for (const extension of kinds.keys()) {
    for (const [name, content] of Object.entries(samples)) {
      const own = samples[extension] === content;
      expect([extension, name, await look(extension, content)]).toEqual([extension, name, own ? 'right' : 'other']);
    }
  }
});

test('Word documents that a password keeps shut are told from others', async () => {
  expect(await look('doc', lockedDoc)).toBe('locked');
  expect(await look('doc', lockedDocx)).toBe('locked');
  expect(await look('docx', lockedDocx)).toBe('locked');
  expect(await look('docx', lockedDoc)).toBe('other');
});

test('what Word did not write is no Word document, though it is packed like one', async () => {
  expect(await look('doc', compoundFile('Workbook'))).toBe('other');
  const types = { '[Content_Types].xml': '<Types/>' };
  expect(await look('docx', zip({ ...types, 'xl/workbook.xml': '<workbook/>' }))).toBe('other');
  expect(await look('docx', zip({ 'word/document.xml': '<document/>' }))).toBe('other');
});

test('the lock of a PDF is found wherever it stands', async () => {
  const bytes = 300_000;
  for (const at of [1000, 65_530, 65_536, 131_071, bytes - 20]) {
    const content = Buffer.alloc(bytes, ' ');
    content.write('%PDF-1.7\n');
    content.write('/Encrypt 12 0 R', at);
    expect([at, await look('pdf', content)]).toEqual([at, 'locked']);
  }
  const harmless = Buffer.from('%PDF-1.7\n(how to /Encrypt a file) /EncryptMetadata true %%EOF');
  expect(await look('pdf', harmless)).toBe('right');
});

test('cut and twisted files are judged, not tripped over', async () => {
  const circle = Buffer.from(doc);
  // The sector of the directory says that it goes on in itself.
  circle.writeUInt32LE(1, 512 + 4);
  circle.write('X', 1024 + 128, 'utf16le');
  expect(await look('doc', circle)).toBe('other');
  for (const [extension, content] of Object.entries(samples)) {
    for (const length of [0, 1, 8, 30, 100, 600]) {
      if (length >= content.length) continue;
      expect(['right', 'other', 'damaged']).toContain(await look(extension, content.slice(0, length)));
    }
    const noise = Uint8Array.from(content, (byte, index) => (index < 8 ? byte : (byte * 31 + index * 7) % 256));
    expect(['right', 'other', 'locked', 'damaged']).toContain(await look(extension, noise));
  }
  expect(await look('docx', docx.slice(0, docx.length - 30))).toBe('other');
});
