/** A version that is published while the service runs is live on all its servers, without a restart; a broken package takes nothing down. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newVersion } from '../../../scripts/forms/new-version.ts';
import { publish } from '../../../scripts/forms/publish.ts';
import { anglingForms, begin, expectStatus, startAngling } from '../../support/angling.ts';
import type { TestPortal } from '../../support/portal.ts';
import { textField } from '../../support/read.ts';

const folders = Array.from({ length: 3 }, () => mkdtempSync(join(tmpdir(), 'formwork-publication-')));
const [dataDir = '', edited = '', older = ''] = folders;
let one: TestPortal;
let other: TestPortal;

beforeAll(async () => {
  cpSync(anglingForms, edited, { recursive: true });
  publish(edited, 'angling-permit');
  cpSync(edited, older, { recursive: true });
  one = await startAngling({ dataDir, config: { formsDir: edited, serveUnpublished: false } });
  other = await startAngling({ dataDir, config: { formsDir: older, serveUnpublished: false } });
});
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const titleAt = async (portal: TestPortal): Promise<string> => {
  const { body } = await portal.client().get('/api/forms');
  return Array.isArray(body)
    ? body.map((form: unknown) => `${textField(form, 'version')} ${textField(form, 'title')}`).join()
    : '';
};

test('published in the folder of one server, it is offered, begun and drawn on both', async () => {
  const folder = newVersion(edited, 'angling-permit', 'wording');
  const texts = join(folder, 'text.en.json');
  writeFileSync(texts, readFileSync(texts, 'utf8').replaceAll('Angling permit', 'Fishing permit'));
  mkdirSync(join(edited, 'broken', '1.0.0'), { recursive: true });
  writeFileSync(join(edited, 'broken', '1.0.0', 'form.json'), '{ "id": ');
  expect(publish(edited, 'angling-permit')).toBe(true);
  expect(await titleAt(one)).toBe('1.0.0 Angling permit');

  await one.services.catalogue.follow();
  await other.services.catalogue.follow();
  expect([await titleAt(one), await titleAt(other)]).toEqual(Array(2).fill('1.0.1 Fishing permit'));
  const person = await other.signedIn();
  const { id } = await begin(person);
  const draft = expectStatus(await person.get(`/api/drafts/${id}`), 200);
  expect(textField(draft['form'], 'version')).toBe('1.0.1');

  const { findings } = expectStatus(await one.client().get('/ready'), 200);
  expect(JSON.stringify(findings)).toContain('broken 1.0.0');
});
