import { expect, test } from 'vitest';
import { cleanName, extensionOf } from './file-name.ts';

test.each([
  ['C:\\Users\\ada\\report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['Żółw’s “plan” – 2026 (final).docx', 'Żółw’s “plan” – 2026 (final).docx'],
  ['تقرير الطفل.pdf', 'تقرير الطفل.pdf'],
  ['family 👩‍👧.png', 'family 👩‍👧.png'],
  ['letter\u202Efdp.exe', 'letterfdp.exe'],
  ['a\r\nSet-Cookie: b\u0000.pdf', 'aSet-Cookie: b.pdf'],
  ['  spaced .pdf ', 'spaced .pdf'],
])('%j is kept as %j', (given, kept) => {
  expect(cleanName(given)).toBe(kept);
});

test('a long name is cut before its extension, and never through a character', () => {
  expect(cleanName(`${'a'.repeat(500)}.docx`)).toBe(`${'a'.repeat(195)}.docx`);
  const faces = cleanName(`${'😀'.repeat(200)}.pdf`);
  expect(faces.length).toBeLessThanOrEqual(200);
  expect(faces).toBe(`${'😀'.repeat(98)}.pdf`);
  expect(cleanName(`.${'e'.repeat(500)}`)).toHaveLength(200);
});

test('the last extension counts, in small letters', () => {
  expect(['a.PDF', 'a.pdf.exe', 'a', 'a.'].map(extensionOf)).toEqual(['pdf', 'exe', '', '']);
});
