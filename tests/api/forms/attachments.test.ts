/** Documents of a draft: only what it says it is, only its own, and kept until the form goes. */
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, expectStatus, startAngling, upload } from '../../support/angling.ts';
import { jpg, pdf, png } from '../../support/files.ts';
import { doc, docx } from '../../support/office-files.ts';
import type { TestPortal } from '../../support/portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startAngling();
});
afterAll(() => portal.stop());

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'latin1'));

test.each([
  ['photo.JPG', jpg, 'image/jpeg'],
  ['photo.jpeg', jpg, 'image/jpeg'],
  ['photo.png', png, 'image/png'],
  ['Brief über Zoë.pdf', pdf, 'application/pdf'],
  ['letter.doc', doc, 'application/msword'],
  ['letter.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
])('%s is taken and comes back byte for byte', async (name, content, mediaType) => {
  const person = await portal.signedIn();
  const { id } = await begin(person);
  const attachment = expectStatus(await upload(person, id, name, content), 201);
  expect(attachment).toMatchObject({ name, bytes: content.length, mediaType, scan: 'unscanned' });
  const address = `/api/drafts/${id}/attachments/${String(attachment['id'])}`;
  const back = await person.get(address);
  expect(back.bytes.equals(Buffer.from(content))).toBe(true);
  expect(back.headers.get('Content-Disposition')).toMatch(/^attachment/);
  expect((await (await portal.signedIn()).get(address)).status).toBe(404);
  expect((await person.delete(address)).status).toBe(204);
  expect((await person.get(address)).status).toBe(404);
});

test.each([
  ['notes.rtf', pdf, 'extension', '[rtf] is not an accepted extension.'],
  ['notes', pdf, 'extension', 'has no extension'],
  ['notes.pdf', bytes(''), 'empty', 'is empty'],
  ['notes.pdf', png, 'mismatch', 'is not a PDF document'],
  ['notes.docx', bytes('PK\x03\x04 nothing'), 'mismatch', 'is not a Word document'],
  ['notes.doc', docx, 'mismatch', 'is not a Word document'],
  ['photo.png', jpg, 'mismatch', 'is not a PNG picture'],
  ['notes.pdf', bytes('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>'), 'locked', 'protected by a password'],
])('%s with the wrong content is refused in words (%#)', async (name, content, code, words) => {
  const person = await portal.signedIn();
  const { id } = await begin(person);
  const answer = await upload(person, id, name, content);
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ code: 'file-refused', errors: [{ pointer: '/documents', keyword: code }] });
  expect(JSON.stringify(answer.body)).toContain(words);
  expect(await portal.services.attachments.of(id)).toEqual([]);
});

test('one byte too many is refused, and nothing of it stays', async () => {
  const person = await portal.signedIn();
  const { id } = await begin(person);
  const limit = 15 * 1024 * 1024;
  const large = new Uint8Array(limit + 1);
  large.set(pdf);
  const refused = await upload(person, id, 'large.pdf', large);
  expect(refused.body).toMatchObject({ errors: [{ keyword: 'too-large' }] });
  expectStatus(await upload(person, id, 'large.pdf', large.slice(0, limit)), 201);
});

test('a form takes as many documents as it says', async () => {
  const person = await portal.signedIn();
  const { id } = await begin(person);
  for (let count = 0; count < 8; count += 1) expectStatus(await upload(person, id, 'a.pdf', pdf), 201);
  expect((await upload(person, id, 'a.pdf', pdf)).body).toMatchObject({ code: 'too-many-files' });
});

test('the bytes of removed documents go with the next sweep', async () => {
  const person = await portal.signedIn();
  const { id } = await begin(person);
  const { id: attachment } = expectStatus(await upload(person, id, 'a.pdf', pdf), 201);
  const record = (await portal.services.attachments.of(id))[0];
  expect((await person.delete(`/api/drafts/${id}/attachments/${String(attachment)}`)).status).toBe(204);
  portal.clock.forward({ minutes: 31 });
  await portal.services.jobs.runAll();
  await expect(portal.services.blobs.open(record?.blob ?? '')).rejects.toThrow();
});

test('bytes that no document names go after a day; those of a document stay', async () => {
  const person = await portal.signedIn();
  const { id } = await begin(person);
  expectStatus(await upload(person, id, 'kept.pdf', pdf), 201);
  const kept = (await portal.services.attachments.of(id))[0]?.blob ?? '';
  const { blobs, jobs } = portal.services;
  const lost = await (await blobs.receive(Readable.from([Buffer.from(pdf)]), { maxBytes: 1000 })).keep();
  portal.clock.forward({ days: 2 });
  await jobs.runAll();
  await expect(blobs.open(lost)).rejects.toThrow();
  (await blobs.open(kept)).destroy();
});

test('an upload that breaks off leaves nothing', async () => {
  const person = await portal.signedIn();
  const { id } = await begin(person);
  const incoming = join(portal.services.config.dataDir, 'documents', 'incoming');
  const path = `/api/drafts/${id}/attachments?name=a.pdf`;
  const sending = request(`${portal.url}${path}`, {
    method: 'POST',
    headers: { 'X-Formwork': '1', Cookie: person.cookie() ?? '', 'Content-Length': String(pdf.length + 1) },
  });
  sending.on('error', () => undefined);
  sending.write(pdf);
  await expect.poll(() => readdirSync(incoming).length).toBe(1);
  sending.destroy();
  await expect.poll(() => readdirSync(incoming).length).toBe(0);
  expect(await portal.services.attachments.of(id)).toEqual([]);
});
