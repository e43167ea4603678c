/** What people attach: every kind as the programs that write it lay it out, under right and wrong names, and the words for what is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalIn } from '../../../renderer/form/uploads/refusals.ts';
import { englishT, localeIn, type FormKey } from '../../../renderer/form/words.ts';
import { translateIn } from '../../../renderer/parts/words.ts';
import { begin, startAngling, upload } from '../../support/angling.ts';
import type { Client } from '../../support/client.ts';
import { exe, jpg, pdf, png, rtf } from '../../support/files.ts';
import {
  compoundFile,
  doc,
  docm,
  docx,
  docxFiles,
  libreDocx,
  lockedDoc,
  lockedDocx,
  macroDoc,
  onlineDocx,
} from '../../support/office-files.ts';
import { exifJpg, heic, progressiveJpg, textPng } from '../../support/pictures.ts';
import type { TestPortal } from '../../support/portal.ts';
import { zip, zipOf } from '../../support/zip.ts';

let portal: TestPortal;
let person: Client;
beforeAll(async () => {
  portal = await startAngling();
  person = await portal.signedIn();
});
afterAll(() => portal.stop());

type Bytes = Uint8Array<ArrayBuffer>;

const bytes = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'));
const joined = (...parts: Uint8Array[]): Bytes => Uint8Array.from(Buffer.concat(parts));
const cut = (content: Bytes, by: number): Bytes => content.slice(0, content.length - by);
const bomb = zipOf([
  ...Object.entries(docxFiles).map(([name, content]) => ({ name, content })),
  { name: 'word/media/a.xml', content: Buffer.alloc(12 * 1024 * 1024), packed: true },
]);
const linearised = bytes(
  `%PDF-1.7\n1 0 obj\n<< /Linearized 1 /L 90000 /H [1 2] /O 3 /E 4 /N 1 /T 5 >>\nendobj\n%%EOF\n`,
);

test.each<[string, Bytes, string]>([
  ['report.docx', docx, 'Word'],
  ['report.docx', onlineDocx, 'Word Online'],
  ['report.docx', libreDocx, 'LibreOffice'],
  ['REPORT.DOC', doc, 'Word 97'],
  ['plan.pdf', pdf, 'a plain one'],
  ['plan.pdf', joined(Buffer.alloc(500, '\r\n'), pdf), 'bytes before its beginning'],
  ['plan.pdf', joined(pdf, Buffer.alloc(3000)), 'zeros after its end'],
  ['photo.jpg', jpg, 'a plain one'],
  ['photo.jpeg', exifJpg, 'of a camera, with a preview in it'],
  ['photo.JPG', progressiveJpg, 'progressive'],
  ['photo.png', png, 'a plain one'],
  ['photo.png', textPng, 'with text in it'],
])('$0 is taken: $2', async (name, content) => {
  const { id } = await begin(person);
  const answer = await upload(person, id, name, content);
  expect([answer.status, answer.body]).toMatchObject([201, { name, bytes: content.length }]);
});

const other = (what: string) => (name: string) => `“${name}” is not ${what}. Open it, save it as one, and attach that.`;
const word = other('a Word document');
const locked = (name: string) => `“${name}” is protected by a password. Attach a copy without a password.`;
const macros = (name: string) =>
  `“${name}” contains macros, which are small programs. Save it as a PDF, or as a Word document without macros (.docx), then attach that.`;
const damaged = (name: string) =>
  `“${name}” is damaged or incomplete. Open it to check that nothing is missing, save it again, then attach the saved copy.`;
const tooMuch = (name: string) => `“${name}” is too large when unpacked. Save it as a PDF, then attach that.`;
const iphone = (name: string) =>
  [
    `“${name}” is a HEIC picture, which many computers cannot open. Send it as a JPEG.`,
    'On an iPhone or iPad: open the picture in Photos, select Share, then Options, then Most Compatible, and Save to Files. Attach what was saved.',
    'For pictures still to be taken: in Settings select Camera, then Formats, then Most Compatible.',
  ].join('\n');
const extension = (name: string) =>
  `[${name.split('.').at(-1)}] is not an accepted extension.\nAccepted extensions: jpg, jpeg, png, doc, docx, pdf`;
const empty = (name: string) => `“${name}” is empty. Attach a file that has something in it.`;

test.each<[string, Bytes, string, (name: string) => string]>([
  ['report.docx', docm, 'macros', macros],
  ['report.doc', macroDoc, 'macros', macros],
  ['report.docm', docm, 'extension', extension],
  ['report.docx', lockedDocx, 'locked', locked],
  ['report.doc', lockedDoc, 'locked', locked],
  ['report.docx', doc, 'mismatch', word],
  ['report.doc', docx, 'mismatch', word],
  ['report.docx', zip({ 'readme.txt': 'A' }), 'mismatch', word],
  ['report.doc', compoundFile('Workbook'), 'mismatch', word],
  ['report.docx', cut(docx, 30), 'mismatch', word],
  ['report.doc', rtf, 'mismatch', word],
  ['report.docx', bomb, 'too-much', tooMuch],
  ['plan.pdf', bytes('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>\n%%EOF'), 'locked', locked],
  ['plan.pdf', cut(pdf, 7), 'damaged', damaged],
  ['plan.pdf', linearised, 'damaged', damaged],
  ['plan.pdf', joined(Buffer.alloc(1100), pdf), 'mismatch', other('a PDF document')],
  ['plan.pdf', exe, 'mismatch', other('a PDF document')],
  ['plan.pdf', docx, 'mismatch', other('a PDF document')],
  ['game.exe', exe, 'extension', extension],
  ['photo.jpg', exe, 'mismatch', other('a JPEG picture')],
  ['photo.jpg', png, 'mismatch', other('a JPEG picture')],
  ['photo.jpg', cut(jpg, 2), 'damaged', damaged],
  ['photo.jpg', cut(exifJpg, 60), 'damaged', damaged],
  ['photo.jpg', cut(progressiveJpg, 5), 'damaged', damaged],
  ['photo.png', jpg, 'mismatch', other('a PNG picture')],
  ['photo.png', cut(png, 4), 'damaged', damaged],
  ['photo.png', cut(png, 12), 'damaged', damaged],
  ['photo.png', cut(textPng, 100), 'damaged', damaged],
  ['IMG_0001.HEIC', heic, 'heic', iphone],
  ['IMG_0001.heif', heic, 'heic', iphone],
  ['IMG_0001.jpg', heic, 'heic', iphone],
  ['IMG_0001.png', heic, 'heic', iphone],
  ['plan.pdf', heic, 'heic', iphone],
  ['photo.jpg', bytes(''), 'empty', empty],
  ['report.docx', bytes(''), 'empty', empty],
])('$0 is refused as $2 in these words, and in Polish (%#)', async (name, content, code, words) => {
  const { id } = await begin(person);
  const { status, body } = await upload(person, id, name, content);
  expect([status, body]).toMatchObject([
    422,
    { code: 'file-refused', detail: words(name), errors: [{ pointer: '/documents', keyword: code }] },
  ]);
  expect(await portal.services.attachments.of(id)).toEqual([]);
  if (code === 'extension') return;
  const polish = refusalIn(translateIn<FormKey>(await localeIn('pl')), name, body);
  expect(polish).toContain(`„${name}”`);
  // The page says what the service says; only what a file is not, and an empty one, it says in other words.
  if (!['mismatch', 'empty'].includes(code)) expect(refusalIn(englishT, name, body)).toBe(words(name));
});
