/** A person sees where they are signed in, and signs out there. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listOf as every } from '../../../server/platform/storage/every.ts';
import { expectStatus } from '../../support/angling.ts';
import { createClient, type Client } from '../../support/client.ts';
import { startPortal, testPassword, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field, listOf, textField } from '../../support/read.ts';
import { like } from '../../support/like.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const phone =
  'Mozilla/5.0 (Linux; Android 14; Pixel of Ada) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

/** The same person on another device. */
const onDevice = async ({ account }: SignedIn, agent?: string): Promise<Client> => {
  const { token } = await portal.services.sessions.begin(account, agent);
  return createClient(portal.url, `session=${token}`);
};

const listed = async (who: Client): Promise<unknown[]> => {
  const { status, body } = await who.get('/api/me/sessions');
  expect(status).toBe(200);
  return listOf(body);
};

const listOfSessions = ({ account }: SignedIn) =>
  every(portal.store, 'sessions', {
    filter: { account: { eq: account._id } },
    sort: { path: '_id', direction: 'asc' },
  });

const trail = async (id: string) => (await portal.services.auditSearch.page({ q: id }, 20)).items;

test('signing in by password and code leaves the kind of device, and nothing else of what the browser says', async () => {
  const person = await portal.signedIn();
  const client = portal.client();
  const headers = { 'Content-Type': 'application/json', 'User-Agent': phone };
  const post = (path: string, body: unknown) => client.send('POST', path, { body: JSON.stringify(body), headers });
  const begun = expectStatus(await post('/api/sign-in', { email: person.email, password: testPassword }), 200);
  const code = await portal.code(person.email);
  expectStatus(await post('/api/sign-in/code', { challenge: begun['challenge'], code }), 200);
  const [mine, other] = await listed(client);
  const now = portal.clock.now().toISOString();
  expect(mine).toEqual({
    id: like.any(String),
    current: true,
    device: { browser: 'Chrome', system: 'Android' },
    signedInAt: now,
    lastUsedAt: now,
  });
  expect(other).toMatchObject({ current: false, device: {} });
  const stored = await portal.store.get('sessions', textField(mine, 'id'));
  expect(JSON.stringify(stored)).not.toMatch(/Pixel|Mozilla|127\.0\.0\.1|140/);
});

test('the kinds of device and times are among one’s data', async () => {
  const person = await portal.signedIn();
  await onDevice(person, phone);
  const [mine, other] = await listed(person);
  const held = [mine, other].map((session) => ({
    device: field(session, 'device'),
    signedInAt: field(session, 'signedInAt'),
    lastUsedAt: field(session, 'lastUsedAt'),
  }));
  const { sessions } = expectStatus(await person.get('/api/me/data'), 200);
  expect(sessions).toHaveLength(2);
  expect(sessions).toEqual(like.arrayContaining(held));
});

test('however many places there are, all of them end', async () => {
  const person = await portal.signedIn();
  const { sessions } = portal.services;
  const [first] = await listOfSessions(person);
  const { revision: _, createdAt: _made, updatedAt: _changed, ...record } = first ?? expect.fail('There is no session');
  const others = Array.from({ length: 501 }, (_each, index) => ({ ...record, _id: `${record._id}-${index}` }));
  await portal.store.insertMany('sessions', others);
  await sessions.endAll(person.account._id, record._id);
  expect((await listOfSessions(person)).map(({ _id }) => _id)).toEqual([record._id]);
});

test('the last used stands first, and what is over is not there', async () => {
  const person = await portal.signedIn();
  const one = await onDevice(person, phone);
  portal.clock.forward({ minutes: 5 });
  const two = await onDevice(person);
  portal.clock.forward({ minutes: 10 });
  expectStatus(await one.get('/api/drafts'), 200);
  // That a session was used is written down without making anybody wait.
  await vi.waitFor(async () => {
    const [first, second] = await listed(two);
    expect(first).toMatchObject({ current: true });
    expect(second).toMatchObject({ device: { system: 'Android' }, lastUsedAt: portal.clock.now().toISOString() });
  });
  expect(await listed(two)).toHaveLength(3);
  portal.clock.forward({ minutes: 16 });
  expect((await listed(one)).map((session) => field(session, 'current'))).toEqual([true, false]);
});

test('one is ended, then all others; each leaves an entry; nobody ends what is another’s', async () => {
  const person = await portal.signedIn();
  const [one, two, three] = [await onDevice(person, phone), await onDevice(person), await onDevice(person)];
  const ofOne = textField(
    (await listed(person)).find((session) => field(field(session, 'device'), 'system') === 'Android'),
    'id',
  );
  const stranger = await portal.signedIn();
  expect((await stranger.delete(`/api/me/sessions/${ofOne}`)).status).toBe(404);
  expect((await one.get('/api/drafts')).status).toBe(200);
  expect((await person.delete(`/api/me/sessions/${ofOne}`)).status).toBe(204);
  expect((await one.get('/api/drafts')).status).toBe(401);
  expect((await person.delete(`/api/me/sessions/${ofOne}`)).status).toBe(404);
  expect((await person.delete('/api/me/sessions')).status).toBe(204);
  for (const other of [two, three]) expect((await other.get('/api/drafts')).status).toBe(401);
  expect(await listed(person)).toHaveLength(1);
  expect((await stranger.get('/api/drafts')).status).toBe(200);
  expect((await person.delete('/api/me/sessions')).status).toBe(204);
  const words = (await trail(person.account._id)).map((entry) => entry.words);
  expect(words.filter((each) => each.startsWith('ended'))).toEqual([
    'ended sessions of the account (2)',
    'ended sessions of the account (1)',
  ]);
});

test('whoever ends the session that asks is signed out', async () => {
  const person = await portal.signedIn();
  const [mine] = await listed(person);
  const answer = await person.delete(`/api/me/sessions/${textField(mine, 'id')}`);
  expect(answer.status).toBe(204);
  expect(answer.headers.get('set-cookie')).toMatch(/session=;/);
  expect((await person.get('/api/drafts')).status).toBe(401);
});
