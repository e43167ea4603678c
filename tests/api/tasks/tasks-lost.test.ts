/** Whoever loses a task because it was given to somebody else is told so, in their language, and sees where it went as far as they may know. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, again, draftOf, send, startBank, taskOf, toUser, type Bank } from '../../support/bank.ts';
import { expectStatus } from '../../support/angling.ts';
import type { SignedIn } from '../../support/portal.ts';
import { like } from '../../support/like.ts';

const taskForms = fileURLToPath(new URL('../../support/task-forms', import.meta.url));

let folder: string;
let bank: Bank;
let outsider: SignedIn;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'formwork-lost-'));
  cpSync(taskForms, folder, { recursive: true });
  writeFileSync(join(folder, 'bank-report/1.0.0/text.pl.json'), JSON.stringify({ 'form.title': 'Raport o brzegu' }));
  bank = await startBank({ config: { formsDir: folder } });
  outsider = await bank.portal.signedIn({ profile: bank.warden.account.profile });
});
afterAll(async () => {
  await bank.portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

const told = async (person: SignedIn) =>
  (await bank.portal.mail(person.email)).filter(({ text }) => /somebody else|komuś innemu/.test(text));

test('re-assigned among those who may know, the page says who has it', async () => {
  const { officer, warden, colleague } = bank;
  const task = await send(bank, toUser(warden));
  expectStatus(await act(officer, task, 're-assign', { to: toUser(colleague) }), 200);
  const [mail, ...more] = await told(warden);
  expect(more).toEqual([]);
  expect(mail?.subject).toContain('Somebody else has the form now: Report on a bank');
  expect(mail?.text).toContain(`/tasks/${task.id}`);
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Żółta|O’Neill|Colleague/);
  expect(taskOf(await warden.get(`/api/tasks/${task.id}`))).toMatchObject({ holder: { name: 'Cora Colleague' } });
});

test('given to somebody outside, the page says that it went, when, and not to whom', async () => {
  const { officer, warden, stranger } = bank;
  const before = (await told(warden)).length;
  const task = await send(bank, toUser(warden));
  expectStatus(await act(officer, task, 're-assign', { to: toUser(outsider) }), 200);
  expect(await told(warden)).toHaveLength(before + 1);
  const answer = await warden.get(`/api/tasks/${task.id}`);
  expect([answer.status, answer.body]).toMatchObject([
    410,
    { code: 'task-moved', detail: like.stringMatching(/given to somebody else on \d\d-\w{3}-\d{4}/) },
  ]);
  expect(JSON.stringify(answer.body)).not.toMatch(/Żółta|O’Neill|Warden|Report on a bank/);
  for (const path of ['pdf', 'people', 'lock'])
    expect((await warden.get(`/api/tasks/${task.id}/${path}`)).status).toBe(404);
  expect((await stranger.get(`/api/tasks/${task.id}`)).status).toBe(404);
});

test('put into another tray, or taken by nobody’s hand but one’s own, it is told or not', async () => {
  const { officer, warden, colleague } = bank;
  const before = (await told(warden)).length;
  const task = await send(bank, toUser(warden));
  expectStatus(await act(officer, task, 're-assign', { to: { kind: 'group', id: bank.group._id } }), 200);
  expect(await told(warden)).toHaveLength(before + 1);
  const own = await send(bank, toUser(warden));
  expectStatus(await act(warden, own, 're-assign', { to: toUser(colleague) }), 200);
  expect(await told(warden)).toHaveLength(before + 1);
});

test('whoever filled it in in Polish is told in Polish', async () => {
  const { officer, warden, colleague, portal } = bank;
  const task = await send(bank, toUser(warden));
  const opened = taskOf(await act(warden, task, 'open'));
  const draft = await draftOf(warden, opened);
  const saved = await warden.patch(`/api/drafts/${draft.id}`, { revision: draft.revision, set: {}, language: 'pl' });
  expectStatus(saved, 200);
  const now = taskOf(await (await again(portal, officer)).get(`/api/tasks/${task.id}`));
  expectStatus(await act(officer, now, 're-assign', { to: toUser(colleague) }), 200);
  const mail = (await told(warden)).at(-1);
  expect(mail?.subject).toContain('Formularz ma teraz ktoś inny: Raport o brzegu');
  expect(mail?.text).toContain('Zobacz, co się z nim stało:');
  expect(mail?.text).toContain('Potrzebna pomoc?');
});
