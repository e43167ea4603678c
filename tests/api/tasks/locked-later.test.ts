/** What the council gave stays locked when a newer version moves it, and when a form comes back in which it was hidden. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newVersion } from '../../../scripts/forms/new-version.ts';
import { publish } from '../../../scripts/forms/publish.ts';
import { expectStatus } from '../../support/angling.ts';
import { act, draftOf, save, send, startBank, taskOf, toUser, type Bank, type Sent } from '../../support/bank.ts';
import type { SignedIn } from '../../support/portal.ts';
import { like } from '../../support/like.ts';
import { fieldsOf } from '../../support/read.ts';

let formsDir: string;
let bank: Bank;
const hidden = ['river', 'reason', 'club'];

beforeAll(async () => {
  formsDir = mkdtempSync(join(tmpdir(), 'locked-later-'));
  cpSync(join(import.meta.dirname, '../../support/task-forms'), formsDir, { recursive: true });
  const path = join(formsDir, 'bank-report/1.0.0/ui.json');
  // What was given shows unless the report says that there is nothing.
  const rule = `"rule": { "effect": "HIDE", "condition": { "scope": "#/properties/report", "schema": { "const": "Nothing" } } }`;
  const ui = hidden.reduce(
    (text, key) => text.replace(`"#/properties/${key}"`, `"#/properties/${key}", ${rule}`),
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, ui);
  publish(formsDir, 'bank-report');
  bank = await startBank({ config: { formsDir, serveUnpublished: false } });
});
afterAll(async () => {
  await bank.portal.stop();
  rmSync(formsDir, { recursive: true, force: true });
});

const given = { reason: 'flood', wantedFrom: '2026-12-24' };
const begun = async (): Promise<{ task: Sent; person: SignedIn }> => {
  const sent = await send(bank, toUser(bank.warden), { sends: given });
  return { task: taskOf(await act(bank.warden, sent, 'open')), person: bank.warden };
};

const overwriteAll = async (person: SignedIn, task: Sent, keys: Record<string, unknown>): Promise<void> => {
  expectStatus(await save(person, await draftOf(person, task), keys), 200);
  const draft = await draftOf(person, task);
  expectStatus(
    await person.patch(`/api/drafts/${draft.id}`, { revision: draft.revision, unset: Object.keys(keys) }),
    200,
  );
};

const placesOf = ({ locked }: Record<string, unknown>): string[] =>
  Array.isArray(locked) ? locked.map(String).sort() : [];

const sendIn = async (person: SignedIn, task: Sent): Promise<void> => {
  const { revision } = await draftOf(person, task);
  expectStatus(await person.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
};

test('hidden when it was submitted, locked with its value when it is reopened', async () => {
  const { task, person } = await begun();
  const before = await draftOf(person, task);
  expectStatus(await save(person, before, { report: 'Nothing' }), 200);
  await sendIn(person, task);
  const at = `/api/tasks/${task.id}`;
  const { submission } = taskOf(await bank.officer.get(at));
  const sent = expectStatus(await bank.officer.get(`/api/submissions/${String(submission)}`), 200);
  expect(Object.keys(fieldsOf(sent['answers'])).filter((key) => hidden.includes(key))).toEqual([]);
  expect(JSON.stringify(sent)).not.toContain('flood');

  const reopened = taskOf(await act(bank.officer, taskOf(await bank.officer.get(at)), 'reopen', { comment: 'More' }));
  taskOf(await act(person, reopened, 'open'));
  let draft = await draftOf(person, reopened);
  expectStatus(await save(person, draft, { report: 'A bank' }), 200);
  await overwriteAll(person, reopened, { river: 'Mine', reason: 'fence', club: 'Mine' });
  draft = await draftOf(person, reopened);
  expect(draft['locked']).toEqual(before['locked']);
  expect(draft.answers).toMatchObject({ river: 'upper', reason: 'flood', club: 'Angling Club' });
});

test('moved by a newer version, locked where it is now, whoever has it then and when it is reopened', async () => {
  const { task, person } = await begun();
  expectStatus(await save(person, await draftOf(person, task), { report: 'A bank' }), 200);
  const folder = newVersion(formsDir, 'bank-report', 'breaking');
  for (const file of ['schema.json', 'ui.json', 'text.en.json', 'form.json']) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8')
      .replaceAll(/\briver\b/g, 'stretch')
      .replaceAll(/\breason\b/g, 'why');
    writeFileSync(path, text.replaceAll('permit.stretch', 'permit.river').replaceAll(/\bwardenName\b/g, 'reporter'));
  }
  const steps = [
    { move: '/river', to: '/stretch' },
    { move: '/reason', to: '/why' },
    { move: '/wardenName', to: '/reporter' },
  ];
  writeFileSync(join(folder, 'migrate.json'), JSON.stringify({ from: '1.0.0', steps }));
  if (!publish(formsDir, 'bank-report')) throw new Error('not published');
  await bank.portal.services.catalogue.follow();

  const old = await draftOf(person, task);
  const renewed = expectStatus(await person.post(`/api/drafts/${old.id}/renew`, { revision: old.revision }), 200);
  const went: Record<string, string> = { '/river': '/stretch', '/reason': '/why' };
  expect(placesOf(renewed)).toEqual(
    placesOf(old)
      .map((place) => went[place] ?? place)
      .sort(),
  );
  expect(renewed['prefilled']).toMatchObject({ '/stretch': like.any(String), '/why': like.any(String) });
  await overwriteAll(person, task, { stretch: 'Mine', why: 'fence' });
  expect((await draftOf(person, task)).answers).toMatchObject({ stretch: 'upper', why: 'flood' });

  expectStatus(await act(person, task, 'release'), 200);
  const now = taskOf(await bank.officer.get(`/api/tasks/${task.id}`));
  const handed = taskOf(await act(bank.officer, now, 're-assign', { to: toUser(bank.colleague) }));
  taskOf(await act(bank.colleague, handed, 'open'));
  await overwriteAll(bank.colleague, handed, { stretch: 'Mine', why: 'fence' });
  expect((await draftOf(bank.colleague, handed)).answers).toMatchObject({ stretch: 'upper', why: 'flood' });

  await sendIn(bank.colleague, handed);
  const at = `/api/tasks/${task.id}`;
  const reopened = taskOf(await act(bank.officer, taskOf(await bank.officer.get(at)), 'reopen', { comment: 'More' }));
  taskOf(await act(bank.colleague, reopened, 'open'));
  await overwriteAll(bank.colleague, reopened, { stretch: 'Mine', why: 'fence' });
  expect((await draftOf(bank.colleague, reopened)).answers).toMatchObject({ stretch: 'upper', why: 'flood' });
});
