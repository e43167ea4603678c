/** A draft that goes on in a newer version: by way of every version between, once, and with words that come late. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newVersion } from '../../../scripts/forms/new-version.ts';
import { publish } from '../../../scripts/forms/publish.ts';
import { anglingForms, begin, expectStatus, startAngling } from '../../support/angling.ts';
import type { TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';

let formsDir: string;
let portal: TestPortal;
beforeAll(async () => {
  formsDir = mkdtempSync(join(tmpdir(), 'renew-'));
  cpSync(anglingForms, formsDir, { recursive: true });
  publish(formsDir, 'angling-permit');
  portal = await startAngling({ config: { formsDir, serveUnpublished: false } });
});
afterAll(async () => {
  await portal.stop();
  rmSync(formsDir, { recursive: true, force: true });
});

/** The next version, in which one question has another name. */
const rename = (from: string, to: string, version: string): void => {
  const folder = newVersion(formsDir, 'angling-permit', 'breaking');
  for (const file of ['schema.json', 'ui.json', 'text.en.json']) {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to));
  }
  rmSync(join(folder, 'examples'), { recursive: true, force: true });
  const steps = [{ move: `/${from}`, to: `/${to}` }];
  writeFileSync(join(folder, 'migrate.json'), JSON.stringify({ from: version, steps }));
  if (!publish(formsDir, 'angling-permit')) throw new Error('not published');
};

test('answers and late words are carried by way of every version between; what somebody wrote elsewhere is not lost', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await begin(person, { boatName: 'Kittiwake', dangers: 'A dog' });
  const form = String(field(expectStatus(await person.get(`/api/drafts/${id}`), 200)['form'], 'hash'));
  expect(expectStatus(await person.get(`/api/drafts/${id}`), 200)).not.toHaveProperty('newer');

  rename('boatName', 'vessel', '1.0.0');
  rename('vessel', 'craft', '2.0.0');
  await portal.services.catalogue.follow();

  expect(expectStatus(await person.get(`/api/drafts/${id}`), 200)).toMatchObject({
    newer: '3.0.0',
    answers: { boatName: 'Kittiwake' },
  });
  expect((await person.post(`/api/drafts/${id}/renew`, { revision: revision + 1 })).status).toBe(409);
  const renewed = expectStatus(await person.post(`/api/drafts/${id}/renew`, { revision }), 200);
  expect(renewed).toMatchObject({
    answers: { craft: 'Kittiwake', dangers: 'A dog' },
    renewed: { from: '1.0.0', to: '3.0.0' },
    revision: revision + 1,
    unplaced: [],
  });
  expect(renewed).not.toHaveProperty('newer');
  const again = expectStatus(await person.post(`/api/drafts/${id}/renew`, { revision: revision + 1 }), 200);
  expect(again).toMatchObject({ revision: revision + 1 });

  await person.patch(`/api/drafts/${id}`, { revision: revision + 1, set: { craft: 'Gannet' } });
  const late = {
    form,
    base: { boatName: 'Kittiwake', dangers: 'A dog' },
    set: { boatName: 'Puffin', dangers: 'Two dogs' },
  };
  const put = expectStatus(await person.post(`/api/drafts/${id}/renew`, { revision: revision + 2, ...late }), 200);
  expect(put).toMatchObject({
    answers: { craft: 'Puffin', dangers: 'Two dogs' },
    unplaced: [{ key: 'u0', label: 'Name of the boat', lines: ['Gannet'], page: 'river' }],
  });
  const settled = { revision: revision + 3, settled: ['u0'] };
  expectStatus(await person.patch(`/api/drafts/${id}`, settled), 200);
  expect(expectStatus(await person.get(`/api/drafts/${id}`), 200)).toMatchObject({ unplaced: [] });
});

test('nobody else can carry a draft', async () => {
  const { id, revision } = await begin(await portal.signedIn());
  expect((await (await portal.signedIn()).post(`/api/drafts/${id}/renew`, { revision })).status).toBe(404);
});
