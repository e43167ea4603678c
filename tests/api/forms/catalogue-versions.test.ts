import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newVersion } from '../../../scripts/forms/new-version.ts';
import { publish } from '../../../scripts/forms/publish.ts';
import { anglingForms, begin, startAngling } from '../../support/angling.ts';
import type { TestPortal } from '../../support/portal.ts';

let formsDir: string;
let portal: TestPortal;
beforeAll(async () => {
  formsDir = mkdtempSync(join(tmpdir(), 'versions-'));
  cpSync(anglingForms, formsDir, { recursive: true });
  publish(formsDir, 'angling-permit');
  portal = await startAngling({ config: { formsDir } });
});
afterAll(async () => {
  await portal.stop();
  rmSync(formsDir, { recursive: true, force: true });
});

/** A new version in which a question is called otherwise. */
const reword = (from: string, to: string): void => {
  const path = join(newVersion(formsDir, 'angling-permit', 'wording'), 'text.en.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};

test('each version tells what it changed from the one published before it, and how many drafts are in it', async () => {
  const person = await portal.signedIn();
  await begin(person);
  await begin(person);
  reword('Name of the boat', 'Name of the vessel');
  publish(formsDir, 'angling-permit');
  await portal.services.catalogue.follow();
  await begin(person);
  reword('Name of the vessel', 'What the vessel is called');
  await portal.services.catalogue.reload();

  const officer = await portal.signedIn({ role: 'officer' });
  const common = { form: 'angling-permit', title: 'Angling permit' };
  const { status, body } = await officer.get('/api/catalogue/versions');
  expect([status, body]).toEqual([
    200,
    [
      expect.objectContaining({
        ...common,
        version: '1.0.2',
        published: false,
        newest: true,
        openDrafts: 0,
        changes: [expect.stringContaining('What the vessel is called')],
      }),
      expect.objectContaining({
        ...common,
        version: '1.0.1',
        published: true,
        newest: false,
        openDrafts: 1,
        changes: [expect.stringMatching(/Name of the boat.*Name of the vessel/)],
      }),
      expect.objectContaining({ ...common, version: '1.0.0', published: true, openDrafts: 2, changes: [] }),
    ],
  ]);
  expect((await person.get('/api/catalogue/versions')).status).toBe(403);
});
