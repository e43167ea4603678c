/** Forms as they are served: cached, compressed once, and one broken package harming nothing but itself. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anglingForms, begin, expectStatus, startAngling } from '../../support/angling.ts';
import type { TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';

let formsDir: string;
let portal: TestPortal;
beforeAll(async () => {
  formsDir = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
  cpSync(anglingForms, formsDir, { recursive: true });
  mkdirSync(join(formsDir, 'broken', '1.0.0'), { recursive: true });
  writeFileSync(join(formsDir, 'broken', '1.0.0', 'form.json'), '{ "id": "broken"');
  portal = await startAngling({ config: { formsDir } });
});
afterAll(async () => {
  await portal.stop();
  rmSync(formsDir, { recursive: true, force: true });
});

const servedHash = async (): Promise<string> => {
  const { definition } = expectStatus(await portal.client().get('/api/forms/angling-permit'), 200);
  return String(field(definition, 'hash'));
};

test('a definition comes compressed, and only once to a browser that has it', async () => {
  const client = portal.client();
  const first = await client.send('GET', '/api/forms/angling-permit', { headers: { 'Accept-Encoding': 'br' } });
  expect(first.headers.get('Content-Encoding')).toBe('br');
  expect(field(field(first.body, 'definition'), 'manifest')).toMatchObject({ id: 'angling-permit' });
  const etag = first.headers.get('ETag') ?? '';
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
  const again = await client.send('GET', '/api/forms/angling-permit', { headers: { 'If-None-Match': `W/${etag}` } });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  const formVersion = await portal.services.catalogue.newest('angling-permit');
  expect(await formVersion?.envelope()).toBe(await formVersion?.envelope());
});

test('validators stand at their hash for ever, as a module', async () => {
  const answer = await portal.client().get(`/validators/${await servedHash()}.js`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Cache-Control')).toContain('immutable');
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/javascript/);
  expect(answer.bytes.toString()).toContain('export const make');
  expect((await portal.client().get(`/validators/${'0'.repeat(64)}.js`)).status).toBe(404);
});

test('a broken package is refused by name while the others are served', async () => {
  const officer = await portal.signedIn({ role: 'officer' });
  const { served, refused } = expectStatus(await officer.get('/api/catalogue'), 200);
  expect(served).toMatchObject([{ form: 'angling-permit', from: 'folder', published: false }]);
  expect(refused).toMatchObject([{ form: 'broken', version: '1.0.0' }]);
  const { ready, findings } = expectStatus(await portal.client().get('/ready'), 200);
  expect(ready).toBe(true);
  expect(JSON.stringify(findings)).toContain('broken 1.0.0');
  expect((await portal.client().get('/api/forms/broken')).status).toBe(404);
});

test('a published version is told from its folder, refused once it is changed there, and served on from the store', async () => {
  const administrator = await portal.signedIn({ role: 'administrator' });
  const hash = await servedHash();
  const folder = join(formsDir, 'angling-permit', '1.0.0');
  writeFileSync(join(formsDir, 'forms.lock'), JSON.stringify({ 'angling-permit': { '1.0.0': hash } }));
  const published = expectStatus(await administrator.post('/api/catalogue/reload'), 200);
  expect(published['served']).toMatchObject([{ form: 'angling-permit', hash, published: true }]);
  const immutable = await portal.client().get('/api/forms/angling-permit/1.0.0');
  expect(immutable.headers.get('Cache-Control')).toContain('immutable');

  const texts = readFileSync(join(folder, 'text.en.json'), 'utf8');
  writeFileSync(join(folder, 'text.en.json'), texts.replace('Angling permit', 'Fishing permit'));
  const changed = expectStatus(await administrator.post('/api/catalogue/reload'), 200);
  expect(changed['served']).toMatchObject([{ form: 'angling-permit', hash, from: 'store' }]);
  expect(JSON.stringify(changed['refused'])).toContain('A published version never changes');

  rmSync(folder, { recursive: true });
  await administrator.post('/api/catalogue/reload');
  expect(await servedHash()).toBe(hash);
  await begin(await portal.signedIn());
});
