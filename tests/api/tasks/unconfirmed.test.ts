/** Somebody who only says that they are professional: given nothing that is for professionals until the council has confirmed them. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { act, draftOf, send, startBank, taskOf, toUser, type Bank } from '../../support/bank.ts';
import { createClient, type Answer } from '../../support/client.ts';
import { testProfile, type SignedIn } from '../../support/portal.ts';
import { field, textField } from '../../support/read.ts';

let bank: Bank;
let administrator: SignedIn;
const formsDir = mkdtempSync(join(tmpdir(), 'formwork-unconfirmed-'));
beforeAll(async () => {
  for (const folder of ['task-forms', 'forms'])
    cpSync(join(import.meta.dirname, '../../support', folder), formsDir, { recursive: true });
  bank = await startBank({ config: { formsDir } });
  administrator = await bank.portal.signedIn({ role: 'administrator' });
});
afterAll(async () => {
  await bank.portal.stop();
  rmSync(formsDir, { recursive: true });
});

const profile = {
  forename: 'Una',
  surname: 'Unsure',
  professional: true,
  jobRole: 'SENCo',
  organisation: 'Oak School',
};
const somebody = (vouched = false): Promise<SignedIn> => bank.portal.signedIn({ vouched, profile });

const sendTo = (to: SignedIn): Promise<Answer> =>
  bank.officer.post('/api/council/tasks', { case: bank.caseId, form: 'bank-report', to: [toUser(to)] });

/** Every way in which a form comes to one person. */
const ways: Record<string, (to: SignedIn) => Promise<Answer>> = {
  send: sendTo,
  're-assign': async (to) => act(bank.officer, await send(bank, toUser(bank.warden)), 're-assign', { to: toUser(to) }),
  reopen: async (to) => {
    const task = await send(bank, toUser(bank.warden));
    const { store } = bank.portal;
    for (let made = false; !made;) {
      const held = await store.get('tasks', task.id);
      if (held === undefined) throw new Error('There is no task');
      const lastHolder = { id: to.account._id, name: 'Una Unsure' };
      const over = { ...held.task, state: 'expired' as const, holder: null, lock: null, lastHolder };
      made = (await store.replace('tasks', { ...held, task: over })) !== undefined;
    }
    return act(bank.officer, task, 'reopen', { comment: 'Again' });
  },
};

const confirm = (account: SignedIn, by = administrator): Promise<Answer> =>
  by.post(`/api/accounts/${account.account._id}/confirm`, {});

test.each(Object.keys(ways))('%s is refused until an administrator has confirmed them', async (way) => {
  const una = await somebody();
  const refused = await ways[way]?.(una);
  expect([refused?.status, textField(refused?.body, 'detail')]).toEqual([
    422,
    expect.stringMatching(/^This form is for professionals\. Nobody has confirmed .*administrator/),
  ]);
  expectStatus(await confirm(una), 200);
  const given = await ways[way]?.(una);
  expect(given?.status).toBe(way === 'send' ? 201 : 200);
});

test('membership of a work group confirms too, and they are told apart in the list of accounts and the search', async () => {
  const una = await bank.portal.signedIn({ vouched: false, profile: { ...profile, surname: 'Grouped' } });
  const line = async () => {
    const { items } = expectStatus(await administrator.get('/api/accounts?q=grouped'), 200);
    return field(items, '0');
  };
  const search = async () => JSON.stringify((await bank.officer.get('/api/council/recipients?q=grouped')).body);
  expect([field(await line(), 'unconfirmed'), (await search()).includes('not confirmed')]).toEqual([true, true]);
  expect((await sendTo(una)).status).toBe(422);
  await bank.portal.services.groups.create({
    name: 'Oak',
    organisation: 'Oak School',
    members: [una.account._id],
    managers: [],
  });
  expect([field(await line(), 'unconfirmed'), (await search()).includes('not confirmed')]).toEqual([false, false]);
  expect((await sendTo(una)).status).toBe(201);
});

test('an administrator finds all who are still to be confirmed, however many accounts lie between them', async () => {
  const surnames = ['Aa', 'Mm', 'Zz'];
  for (const surname of surnames) {
    await bank.portal.signedIn({ vouched: false, profile: { ...profile, forename: 'Findme', surname } });
    await bank.portal.signedIn({ profile: { ...profile, forename: 'Findme', surname: `${surname}a` } });
    await bank.portal.signedIn({ profile: { forename: 'Findme', surname: `${surname}b` } });
  }
  const found: string[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const query: string = `state=unconfirmed&q=findme&limit=1${after}`;
    const { items, next } = expectStatus(await administrator.get(`/api/accounts?${query}`), 200);
    for (const item of Array.isArray(items) ? items : []) found.push(textField(item, 'name'));
    after = typeof next === 'string' ? `&after=${encodeURIComponent(next)}` : undefined;
  }
  expect(found).toEqual(surnames.map((surname) => `Findme ${surname}`));
});

test('only an administrator confirms, it stands in the trail once, and what is not professional cannot be confirmed', async () => {
  const una = await somebody();
  for (const by of [una, bank.warden, bank.officer, bank.chief]) expect((await confirm(una, by)).status).toBe(403);
  const { unconfirmed } = expectStatus(await confirm(una), 200);
  expectStatus(await confirm(una), 200);
  expect(unconfirmed).toBe(false);
  const { items } = expectStatus(await administrator.get('/api/audit?action=account-confirmed'), 200);
  expect(JSON.stringify(items).split(una.account._id)).toHaveLength(2);
  const family = await bank.portal.signedIn();
  expect((await confirm(family)).status).toBe(403);
});

test.each([
  ['another organisation', { organisation: 'Elm School' }, false],
  ['the same in other letters', { organisation: 'OAK  school' }, true],
  ['another telephone number', { phone: '01632 960001' }, true],
])('who was confirmed and says %s', async (_, said, stays) => {
  for (const una of [await somebody(), await somebody(true)]) {
    expectStatus(await confirm(una), 200);
    expectStatus(await una.put('/api/me/profile', { ...una.account.profile, ...said }), 200);
    expect((await sendTo(una)).status).toBe(stays ? 201 : 422);
    if (!stays) expectStatus(await confirm(una), 200);
    expect((await sendTo(una)).status).toBe(201);
  }
});

test('a parent whom the council invited does not become a professional by saying so', async () => {
  const invitation = { email: 'invited.parent@example.org', forename: 'Ina', surname: 'Vited', role: 'applicant' };
  expectStatus(await administrator.post('/api/accounts/invitations', { ...invitation, groups: [], teams: [] }), 202);
  const account = await bank.portal.services.accounts.byEmail(invitation.email);
  if (account === undefined) throw new Error('There is no account');
  await bank.portal.store.update('accounts', { _id: { eq: account._id } }, { set: { state: 'active' } });
  const { token } = await bank.portal.services.sessions.begin({ ...account, state: 'active' });
  const ina = {
    ...createClient(bank.portal.url, `session=${token}`),
    account,
    email: account.email,
    password: '',
  };
  expectStatus(await ina.put('/api/me/profile', { ...testProfile, ...profile }), 200);
  expect((await sendTo(ina)).status).toBe(422);
});

test('an application they begin on their own: it is theirs, and asks them what it asks professionals', async () => {
  const una = await somebody();
  const begun = expectStatus(await una.post('/api/drafts', { form: 'angling-permit' }), 201);
  expect(field(begun['context'], 'user.professional')).toBe(true);
});

test('whoever has a form and is no longer confirmed goes on as somebody who is not', async () => {
  const una = await somebody(true);
  const opened = taskOf(await act(una, await send(bank, toUser(una)), 'open'));
  expect(field((await draftOf(una, opened))['context'], 'user.professional')).toBe(true);
  expectStatus(await una.put('/api/me/profile', { ...una.account.profile, organisation: 'Elm School' }), 200);
  expect(field((await draftOf(una, opened))['context'], 'user.professional')).toBe(false);
});
