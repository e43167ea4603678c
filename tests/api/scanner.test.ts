/** Documents and a virus scanner: nothing is opened or submitted before it was looked at. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isObject } from '../../engine/json.ts';
import { begin, completeAnswers, expectStatus, startAngling, upload } from '../support/angling.ts';
import { pdf } from '../support/files.ts';
import type { TestPortal } from '../support/portal.ts';
import { startScanner, type FakeScanner } from '../support/servers/scanner.ts';

let scanner: FakeScanner;
let portal: TestPortal;
beforeAll(async () => {
  scanner = await startScanner();
  portal = await startAngling({ config: { scannerUrl: scanner.url } });
});
afterAll(async () => {
  await portal.stop();
  await scanner.stop();
});

const virus = Uint8Array.from([...pdf, ...Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')]);

test('a virus is refused in words and a clean document is called clean', async () => {
  const person = await portal.signedIn();
  const { id } = await begin(person);
  expect((await upload(person, id, 'a.pdf', virus)).body).toMatchObject({ errors: [{ keyword: 'infected' }] });
  const entry = await portal.store.findOne('audit', { action: { eq: 'document-refused' } });
  expect(entry).toMatchObject({ actor: person.account._id, subject: { kind: 'draft', id } });
  expect(portal.logs.filter((line) => line.includes('a virus was found'))).toHaveLength(1);
  expect(expectStatus(await upload(person, id, 'a.pdf', pdf), 201)['scan']).toBe('clean');
});

test('what came in while the scanner was away waits: closed, not submitted, and judged by the next round', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await begin(person, completeAnswers);
  scanner.mood = 'hang-up';
  const good = expectStatus(await upload(person, id, 'good.pdf', pdf), 201);
  const bad = expectStatus(await upload(person, id, 'bad.pdf', virus), 201);
  expect([good['scan'], bad['scan']]).toEqual(['waiting', 'waiting']);
  const address = (attachment: unknown) => `/api/drafts/${id}/attachments/${String(attachment)}`;
  expect((await person.get(address(good['id']))).body).toMatchObject({ code: 'file-waiting' });
  const documents = [good, bad].map(({ id: file, name, bytes, mediaType }) => ({
    file: { id: file, name, bytes, mediaType },
    kind: 'letter',
  }));
  expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set: { documents } }), 200);
  const submit = () => person.post(`/api/drafts/${id}/submit`, { revision: revision + 1 });
  expect((await submit()).body).toMatchObject({ errors: [{ keyword: 'waiting' }, { keyword: 'waiting' }] });

  portal.clock.forward({ minutes: 3 });
  await portal.services.jobs.runAll();
  expect((await person.get(address(good['id']))).body).toMatchObject({ code: 'file-waiting' });

  scanner.mood = 'well';
  portal.clock.forward({ minutes: 3 });
  await portal.services.jobs.runAll();
  expect((await person.get(address(good['id']))).status).toBe(200);
  expect((await person.get(address(bad['id']))).status).toBe(404);
  expect((await submit()).body).toMatchObject({ errors: [{ pointer: '/documents/1/file', keyword: 'infected' }] });
});

test('whoever runs the service is told that there is no scanner, or since when it is away and how much waits', async () => {
  const scannerIn = (findings: unknown): unknown =>
    (Array.isArray(findings) ? findings : []).find((finding) => isObject(finding) && finding['name'] === 'scanner');
  const told = async ({ client, signedIn }: TestPortal): Promise<unknown> => {
    const { ready, findings } = expectStatus(await client().get('/ready'), 200);
    expect(ready).toBe(true);
    const administrator = await signedIn({ role: 'administrator' });
    const { body } = await administrator.get('/api/service/state');
    expect(scannerIn(body)).toEqual(scannerIn(findings));
    return scannerIn(findings);
  };
  expect(await told(portal)).toEqual({ name: 'scanner', ok: true });
  scanner.mood = 'hang-up';
  const since = portal.clock.now().toISOString();
  const person = await portal.signedIn();
  const { id } = await begin(person);
  expect(expectStatus(await upload(person, id, 'a.pdf', pdf), 201)['scan']).toBe('waiting');
  const away = `The virus scanner is away since ${since}; 1 document waits for it`;
  expect(await told(portal)).toEqual({ name: 'scanner', ok: false, detail: away });
  portal.clock.forward({ minutes: 1 });
  expect(await told(portal)).toEqual({ name: 'scanner', ok: false, detail: away });
  scanner.mood = 'well';
  expect(await told(portal)).toMatchObject({ detail: '1 document waits for the virus scanner' });
  portal.clock.forward({ minutes: 3 });
  await portal.services.jobs.runAll();
  expect(await told(portal)).toEqual({ name: 'scanner', ok: true });
  const without = await startAngling();
  try {
    const none = 'No virus scanner is configured: documents are opened as they came';
    expect(await told(without)).toEqual({ name: 'scanner', ok: true, detail: none });
  } finally {
    await without.stop();
  }
});

test.each([
  ['clean', true],
  ['unscanned', false],
])('the council sees of a submitted document what the scanner said: %s', async (scan, hasScanner) => {
  const other = hasScanner ? portal : await startAngling();
  try {
    const person = await other.signedIn();
    const { id, revision } = await begin(person, completeAnswers);
    const file = expectStatus(await upload(person, id, 'letter.pdf', pdf), 201);
    const documents = [{ file: { ...file, scan: undefined }, kind: 'letter' }];
    expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set: { documents } }), 200);
    expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision: revision + 1 }), 201);
    await other.services.relay.run();
    const officer = await other.signedIn({ role: 'administrator' });
    for (const reader of [officer, person])
      expect((await reader.get(`/api/submissions/${id}`)).body).toMatchObject({
        attachments: [{ id: file['id'], scan }],
      });
  } finally {
    if (!hasScanner) await other.stop();
  }
});
