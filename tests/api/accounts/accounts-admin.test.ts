import { afterAll, beforeAll, expect, test } from 'vitest';
import { effectsAdded, workEffect } from '../../../server/platform/effects/pending.ts';
import { expectStatus } from '../../support/angling.ts';
import { startPortal, testPassword, testProfile, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field, textField } from '../../support/read.ts';

let portal: TestPortal;
let administrator: SignedIn;
beforeAll(async () => {
  portal = await startPortal({ config: { teams: { lakes: 'lakes@council.example' } } });
  administrator = await portal.signedIn({ role: 'administrator' });
});
afterAll(() => portal.stop());

const address = { street: 'Weir Road', town: 'Lockside', postcode: 'ox1 1ne' };
const invitation = (email: string, more: Record<string, unknown> = {}) => ({
  email,
  forename: 'Priya',
  surname: 'Nair',
  role: 'applicant',
  jobRole: 'Warden',
  organisation: 'Kingfisher Club',
  groups: [],
  teams: [],
  ...more,
});
const invite = (email: string, more: Record<string, unknown> = {}) =>
  administrator.post('/api/accounts/invitations', invitation(email, more));
const tokenFor = async (email: string): Promise<string> =>
  /\/accept-invitation#(\S+)/.exec((await portal.mail(email)).at(-1)?.text ?? '')?.[1] ?? '';
const accept = (token: string, password = testPassword) =>
  portal.client().post('/api/invitations/accept', { token, password, address });
const makeGroup = async (name: string): Promise<string> =>
  textField(
    (await administrator.post('/api/groups', { name, organisation: 'Kingfisher Club', members: [], managers: [] }))
      .body,
    'id',
  );
const registration = (email: string) => ({ profile: testProfile, email, password: testPassword });
const subjects = async (email: string): Promise<string[]> => (await portal.mail(email)).map(({ subject }) => subject);

test('an invited person chooses a password once, is signed in, and is in the groups from the start', async () => {
  const group = await makeGroup('Wardens');
  const line = expectStatus(await invite('Priya@Example.org', { groups: [group] }), 202);
  expect(line).toMatchObject({ state: 'invited', name: 'Priya Nair', groups: ['Wardens'] });
  const token = await tokenFor('priya@example.org');
  const read = expectStatus(await portal.client().post('/api/invitations/read', { token }), 200);
  expect(read).toMatchObject({
    email: 'priya@example.org',
    forename: 'Priya',
    organisation: 'Kingfisher Club',
    role: 'applicant',
    professional: true,
    invitedBy: 'Ada Byron',
  });

  expect(field((await accept(token, 'password1234')).body, 'code')).toBe('password-weak');
  const visitor = portal.client();
  const accepted = await visitor.post('/api/invitations/accept', { token, password: testPassword, address });
  expect([accepted.status, field(field(accepted.body, 'account'), 'profile')]).toEqual([
    200,
    expect.objectContaining({ professional: true, address: { ...address, postcode: 'OX1 1NE' } }),
  ]);
  expect(field((await visitor.get('/api/me')).body, 'account')).toMatchObject({ email: 'priya@example.org' });
  const again = await accept(token);
  expect([again.status, field(again.body, 'code')]).toEqual([410, 'invitation-accepted']);
  await portal.client().post('/api/sign-in', { email: 'priya@example.org', password: testPassword });
  expect(await portal.code('priya@example.org')).toMatch(/^\d{6}$/);
});

test('only the newest invitation works, and only for seven days', async () => {
  await invite('late@example.org');
  const first = await tokenFor('late@example.org');
  await invite('late@example.org');
  const second = await tokenFor('late@example.org');
  expect(second).not.toBe(first);
  expect((await accept(first)).status).toBe(410);
  portal.clock.forward({ days: 7 });
  administrator = await portal.signedIn({ role: 'administrator' });
  expect((await accept(second)).status).toBe(410);
  await portal.client().post('/api/password-resets', { email: 'late@example.org' });
  const third = await tokenFor('late@example.org');
  expect([first, second]).not.toContain(third);
  expect((await accept(third)).status).toBe(200);
});

test('whatever an invited or suspended person tries with their address, the mail leads in or says whom to ask', async () => {
  const email = 'tries@example.org';
  const person = await portal.signedIn();
  const { email: suspendedEmail, account } = await portal.signedIn();
  await administrator.post(`/api/accounts/${account._id}/suspend`, { reason: 'Left' });
  await invite(email);
  const ways: [string, (address: string) => Promise<{ status: number }>][] = [
    ['/api/registrations', (address) => portal.client().post('/api/registrations', registration(address))],
    ['/api/sign-in', (address) => portal.client().post('/api/sign-in', { email: address, password: testPassword })],
    ['/api/password-resets', (address) => portal.client().post('/api/password-resets', { email: address })],
    ['/api/me/email', (address) => person.post('/api/me/email', { email: address, password: person.password })],
  ];
  const tokens = new Set([await tokenFor(email)]);
  for (const [way, go] of ways) {
    const before = [(await portal.mail(email)).length, (await portal.mail(suspendedEmail)).length];
    for (const address of [email, suspendedEmail]) expect((await go(address)).status, way).toBeLessThan(300);
    const mails = [await portal.mail(email), await portal.mail(suspendedEmail)];
    expect(
      mails.map((all) => all.length),
      way,
    ).toEqual(before.map((count) => count + 1));
    expect(mails[1]?.at(-1)?.subject, way).toMatch(/^Your account cannot be used/);
    tokens.add(await tokenFor(email));
  }
  expect(tokens.size).toBe(ways.length + 1);
  const newest = [...tokens].at(-1) ?? '';
  expect((await accept(newest)).status).toBe(200);
});

test('a link that does not work any more says why', async () => {
  const email = 'why@example.org';
  const why = async (token: string) => {
    const answer = await portal.client().post('/api/invitations/read', { token });
    return [field(answer.body, 'code'), textField(answer.body, 'detail')];
  };
  const line = expectStatus(await invite(email), 202);
  const first = await tokenFor(email);
  await invite(email);
  const second = await tokenFor(email);
  expect(await why(first)).toEqual(['link-over', expect.stringContaining('replaced by a newer one')]);
  await administrator.post(`/api/accounts/${textField(line, 'id')}/suspend`, { reason: 'Not yet' });
  expect(await why(second)).toEqual(['link-over', expect.stringContaining('suspended')]);
  await administrator.post(`/api/accounts/${textField(line, 'id')}/restore`);
  portal.clock.forward({ days: 7 });
  administrator = await portal.signedIn({ role: 'administrator' });
  expect(await why(second)).toEqual(['link-over', expect.stringContaining('more than 7 days old')]);
  await invite(email);
  const third = await tokenFor(email);
  await accept(third);
  expect(await why(third)).toEqual(['invitation-accepted', expect.stringContaining('Sign in')]);
  await administrator.post(`/api/accounts/${textField(line, 'id')}/suspend`, { reason: 'Left' });
  const restored = await administrator.post(`/api/accounts/${textField(line, 'id')}/restore`);
  expect(restored.body).toMatchObject({ state: 'active' });
});

test('two who accept one invitation at once have one account with one of the passwords', async () => {
  await invite('twice@example.org');
  const token = await tokenFor('twice@example.org');
  const answers = await Promise.all([accept(token), accept(token, 'another river lantern')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
});

test('an address that has an account is added to groups and teams and told so, once, and keeps role and password', async () => {
  const person = await portal.signedIn();
  const group = await makeGroup('Keepers');
  expect(expectStatus(await invite(person.email, { groups: [group] }), 202)).toMatchObject({
    state: 'active',
    name: 'Ada Byron',
    groups: ['Keepers'],
  });
  expect(await subjects(person.email)).toEqual([expect.stringContaining('You were added to a group')]);
  expect((await portal.mail(person.email))[0]?.text).toContain('Keepers');
  expect(field((await person.get('/api/me')).body, 'account')).toMatchObject({ role: 'applicant' });
  const refused = await invite(person.email, { teams: ['lakes'], role: 'officer' });
  expect([refused.status, field(refused.body, 'errors')]).toEqual([
    422,
    [expect.objectContaining({ pointer: '/teams' })],
  ]);
  const officer = await portal.signedIn({ role: 'officer' });
  expect(expectStatus(await invite(officer.email, { teams: ['lakes'] }), 202)).toMatchObject({ teams: ['Lakes'] });
});

test('a second invitation joins what the first did not come to, and nothing waits after one to no group', async () => {
  const email = 'cut-off@example.org';
  const [first, second] = [await makeGroup('Ghillies'), await makeGroup('Bailiffs')];
  const id = textField(expectStatus(await invite(email), 202), 'id');
  const { store, clock } = portal;
  const waiting = async () => (await store.get('accounts', id))?.effects.filter(({ kind }) => kind === 'work');
  expect(await waiting()).toEqual([]);
  // As a server leaves it that died before it joined anything.
  const later = new Date(clock.now().getTime() + 10_000);
  const left = workEffect('join-groups', { groups: [first], teams: ['lakes'] }, later);
  await effectsAdded(store, 'accounts', id, {}, [left]);
  const line = expectStatus(await invite(email, { role: 'officer', groups: [second] }), 202);
  expect(line).toMatchObject({ groups: ['Bailiffs', 'Ghillies'], teams: ['Lakes'] });
  expect(await waiting()).toEqual([]);
});

test('what an invitation names must be there', async () => {
  for (const [more, pointer] of [
    [{ groups: ['no-such-group'] }, '/groups/0'],
    [{ role: 'officer', teams: ['lakes', 'ponds'] }, '/teams/1'],
  ] as const) {
    const answer = await invite('nowhere@example.org', more);
    expect([answer.status, field(answer.body, 'errors')]).toEqual([422, [expect.objectContaining({ pointer })]]);
  }
  expect(await portal.mail('nowhere@example.org')).toEqual([]);
});

test('a suspended person is out at once and gets in by no way, and strangers cannot tell', async () => {
  const person = await portal.signedIn();
  const line = expectStatus(
    await administrator.post(`/api/accounts/${person.account._id}/suspend`, { reason: 'Left the club' }),
    200,
  );
  expect(line).toMatchObject({ state: 'suspended', suspended: { reason: 'Left the club' } });
  expect((await person.get('/api/drafts')).status).toBe(401);

  const [right, wrong] = [testPassword, 'wrong password here'].map((password) =>
    portal.client().post('/api/sign-in', { email: person.email, password }),
  );
  const answers = [await right, await wrong];
  expect(answers.map((answer) => [answer?.status, Object.keys(answer?.body ?? {})])).toEqual([
    [200, ['challenge', 'expiresAt', 'resendAfterSeconds']],
    [200, ['challenge', 'expiresAt', 'resendAfterSeconds']],
  ]);
  await portal.client().post('/api/password-resets', { email: person.email });
  const mails = await portal.mail(person.email);
  expect(mails.filter(({ subject }) => subject.startsWith('Your account cannot be used'))).toHaveLength(3);
  for (const { text } of mails) expect(text).not.toMatch(/reset-password|^\s+\d{6}$|Left the club/m);

  const restored = await administrator.post(`/api/accounts/${person.account._id}/restore`);
  expect(expectStatus(restored, 200)).toMatchObject({ state: 'active' });
  await portal.client().post('/api/sign-in', { email: person.email, password: testPassword });
  expect(await portal.code(person.email)).toMatch(/^\d{6}$/);
});

test('a sign-in or a reset that was begun before the suspension does not finish after it', async () => {
  const person = await portal.signedIn();
  const client = portal.client();
  const begun = await client.post('/api/sign-in', { email: person.email, password: testPassword });
  const code = await portal.code(person.email);
  await client.post('/api/password-resets', { email: person.email });
  const token = /\/reset-password#(\S+)/.exec((await portal.mail(person.email)).at(-1)?.text ?? '')?.[1] ?? '';
  await administrator.post(`/api/accounts/${person.account._id}/suspend`, { reason: 'Left' });
  const challenge = field(begun.body, 'challenge');
  expect((await client.post('/api/sign-in/code', { challenge, code })).status).toBe(410);
  const reset = await client.post('/api/password-resets/confirm', { token, password: 'seven tall ladders' });
  expect(reset.status).toBe(410);
});

test('an invitation that is suspended opens nothing until it is restored', async () => {
  const line = expectStatus(await invite('wait@example.org'), 202);
  const token = await tokenFor('wait@example.org');
  await administrator.post(`/api/accounts/${String(line['id'])}/suspend`, { reason: 'A mistake' });
  expect((await accept(token)).status).toBe(410);
  expect((await invite('wait@example.org')).status).toBe(422);
  const restored = await administrator.post(`/api/accounts/${String(line['id'])}/restore`);
  expect(expectStatus(restored, 200)).toMatchObject({ state: 'invited' });
  expect((await accept(token)).status).toBe(200);
});

test('nobody acts on themselves, and of administrators who act on each other at once one stays', async () => {
  const own = `/api/accounts/${administrator.account._id}`;
  expect((await administrator.post(`${own}/suspend`, { reason: 'Tired' })).status).toBe(403);
  expect((await administrator.put(`${own}/role`, { role: 'officer' })).status).toBe(403);

  const alone = await startPortal();
  try {
    const [one, other] = [
      await alone.signedIn({ role: 'administrator' }),
      await alone.signedIn({ role: 'administrator' }),
    ];
    const suspend = (by: SignedIn, { account }: SignedIn) =>
      by.post(`/api/accounts/${account._id}/suspend`, { reason: 'A quarrel' });
    await Promise.all([suspend(one, other), suspend(other, one)]);
    const { accountsAdmin } = alone.services;
    const search = { q: '', role: 'administrator', state: 'active', limit: 10 } as const;
    const [last, ...others] = (await accountsAdmin.search(search)).items;
    if (last === undefined) throw new Error('Nobody is left');
    for (const { _id } of others) await accountsAdmin.setRole(last._id, _id, 'officer');
    for (const refused of [
      () => accountsAdmin.setRole('system', last._id, 'officer'),
      () => accountsAdmin.suspend('system', last._id, 'An accident'),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'forbidden' });
    expect((await accountsAdmin.search(search)).items.map(({ _id }) => _id)).toEqual([last._id]);
  } finally {
    await alone.stop();
  }
});

test('a changed role holds from the next request on', async () => {
  const person = await portal.signedIn();
  expect((await person.get('/api/teams')).status).toBe(403);
  const line = await administrator.put(`/api/accounts/${person.account._id}/role`, { role: 'officer' });
  expect(expectStatus(line, 200)).toMatchObject({ role: 'officer' });
  expect((await person.get('/api/teams')).status).toBe(200);
});

test('accounts are found by beginnings of names, organisation and address, page by page, without names in addresses', async () => {
  const names = ['Ångström', 'Zuckerman', 'O’Neill', 'Nwosu', 'Ó Briain'];
  for (const [index, surname] of names.entries())
    await portal.signedIn({
      email: `crew${index}@boats.example`,
      profile: { forename: 'Lúcia', surname, organisation: 'Boat House', professional: true },
    });
  const find = async (query: string): Promise<string[]> => {
    const items = field((await administrator.get(`/api/accounts?${query}`)).body, 'items');
    return Array.isArray(items) ? items.map((item) => textField(item, 'name')) : [];
  };
  expect(await find('q=lucia%20boat')).toEqual([
    'Lúcia Ångström',
    'Lúcia Nwosu',
    'Lúcia Ó Briain',
    'Lúcia O’Neill',
    'Lúcia Zuckerman',
  ]);
  expect(await find('q=angs')).toEqual(['Lúcia Ångström']);
  expect(await find('q=crew1@boats')).toEqual(['Lúcia Zuckerman']);
  expect(await find('q=lucia&role=officer')).toEqual([]);
  expect(await find('q=lucia&state=active')).toHaveLength(5);
  expect(await find('q=lucia&state=suspended')).toEqual([]);

  const seen: string[] = [];
  let after = '';
  do {
    const { body } = await administrator.get(`/api/accounts?q=lucia&limit=2${after}`);
    const items = field(body, 'items');
    if (Array.isArray(items)) seen.push(...items.map((item) => textField(item, 'name')));
    const next = field(body, 'next');
    if (typeof next === 'string') expect(Buffer.from(next, 'base64url').toString()).not.toMatch(/briain|neill|lucia/);
    after = typeof next === 'string' ? `&after=${next}` : '';
  } while (after !== '');
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
  expect((await administrator.get('/api/accounts?after=bm90LWEtcGxhY2U')).status).toBe(422);
});

test('an account of an earlier version of the service is found after a start', async () => {
  const { account } = await portal.signedIn({ profile: { surname: 'Methuselah' } });
  await portal.store.patch('accounts', { _id: { eq: account._id } }, { set: {}, unset: ['nameKey', 'words', 'state'] });
  await portal.services.load();
  const { items } = await portal.services.accountsAdmin.search({ q: 'methus', state: 'active', limit: 10 });
  expect(items.map(({ _id }) => _id)).toEqual([account._id]);
});

test('one of hundreds with the same name is found by a second word, by administrators and by whoever sends a form', async () => {
  const { accounts, accountsAdmin } = portal.services;
  const account = (forename: string, index: number) =>
    accounts.create({
      email: `${forename}${index}@crowd.example`.toLowerCase(),
      passwordHash: '',
      role: 'applicant',
      profile: { ...testProfile, forename, surname: 'Featherstonehaugh' },
    });
  await Promise.all(Array.from({ length: 220 }, (_, index) => account('Ann', index)));
  const wanted = await account('Zoe', 0);
  const { items } = await accountsAdmin.search({ q: 'featherstonehaugh zoe', limit: 10 });
  expect(items.map(({ _id }) => _id)).toEqual([wanted._id]);
  const officer = await portal.signedIn({ role: 'officer' });
  const { body } = await officer.get('/api/council/recipients?q=zoe%20featherstonehaugh');
  expect(body).toMatchObject([{ kind: 'user', id: wanted._id }]);
});
