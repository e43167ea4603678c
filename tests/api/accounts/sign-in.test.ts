import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../support/client.ts';
import { startPortal, testPassword, type TestPortal } from '../../support/portal.ts';
import { field, fieldsOf, textField } from '../../support/read.ts';
import { like } from '../../support/like.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const begin = (email: string, password = testPassword, client: Client = portal.client()) =>
  client.post('/api/sign-in', { email, password });
const answer = (challenge: unknown, code: string, client: Client = portal.client()) =>
  client.post('/api/sign-in/code', { challenge, code });
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const signIn = async (email: string, client: Client): Promise<void> => {
  const begun = await begin(email, testPassword, client);
  const done = await answer(field(begun.body, 'challenge'), await portal.code(email), client);
  expect(done.status).toBe(200);
};

test('email, password and the code from the mail sign a person in; signing out ends it on the server too', async () => {
  const { email } = await portal.signedIn();
  const client = portal.client();
  await signIn(email, client);
  const cookie = client.cookie();
  expect((await client.get('/api/me')).body).toMatchObject({ account: { email } });
  expect((await client.post('/api/sign-out')).status).toBe(204);
  expect(client.cookie()).toBeUndefined();
  const again = await client.send('GET', '/api/me', { headers: { Cookie: cookie } });
  expect(again.body).toEqual({ account: null });
});

test('the session is a new one at each sign-in, and the earlier one of the same browser is over', async () => {
  const { email } = await portal.signedIn();
  const client = portal.client();
  await signIn(email, client);
  const first = client.cookie();
  await signIn(email, client);
  expect(client.cookie()).not.toBe(first);
  expect((await client.send('GET', '/api/me', { headers: { Cookie: first } })).body).toEqual({ account: null });
});

test('the cookie cannot be read by scripts or sent by other sites, and belongs to this host', async () => {
  const { email } = await portal.signedIn();
  const begun = await begin(email);
  const done = await answer(field(begun.body, 'challenge'), await portal.code(email));
  expect(done.headers.get('set-cookie')).toMatch(
    /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200, device=[\w.-]{108}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/,
  );
});

test('the reply is the same for a right password, a wrong one and an unknown address', async () => {
  const { email } = await portal.signedIn();
  const replies = await Promise.all([begin(email), begin(email, 'wrong password 1'), begin('unknown@example.org')]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  const shapes = replies.map(({ body }) => ({ ...fieldsOf(body), challenge: textField(body, 'challenge').length }));
  expect(shapes[1]).toEqual(shapes[0]);
  expect(shapes[2]).toEqual(shapes[0]);
  const subjects = (await portal.mail(email)).map(({ subject }) => subject).sort();
  expect(subjects).toEqual([like.stringContaining('The password was not right'), like.stringContaining('Your code')]);
  expect(await portal.mail('unknown@example.org')).toEqual([]);
  const guesses = await Promise.all(replies.slice(1).map(({ body }) => answer(field(body, 'challenge'), '000000')));
  expect(guesses.map(({ body }) => field(body, 'code'))).toEqual(['code-wrong', 'code-wrong']);
});

test('a code is refused when it is wrong, used, older than ten minutes, or replaced by a newer one', async () => {
  const { email } = await portal.signedIn();
  const first = await begin(email);
  const challenge = field(first.body, 'challenge');
  const oldCode = await portal.code(email);
  expect((await answer(challenge, wrong(oldCode))).body).toMatchObject({ code: 'code-wrong', status: 403 });

  const soon = await portal.client().post('/api/sign-in/new-code', { challenge });
  expect(soon.status).toBe(429);
  expect(soon.headers.get('retry-after')).toBe('30');
  portal.clock.forward({ seconds: 31 });
  expect((await portal.client().post('/api/sign-in/new-code', { challenge })).body).toMatchObject({
    resendAfterSeconds: 60,
  });
  const newCode = await portal.code(email);
  if (newCode !== oldCode) expect((await answer(challenge, oldCode)).body).toMatchObject({ code: 'code-wrong' });
  portal.clock.forward({ minutes: 10 });
  expect((await answer(challenge, newCode)).body).toMatchObject({ code: 'code-wrong' });

  await portal.client().post('/api/sign-in/new-code', { challenge });
  const newest = await portal.code(email);
  expect((await answer(challenge, newest)).status).toBe(200);
  expect((await answer(challenge, newest)).body).toMatchObject({ code: 'start-again', status: 410 });
});

test('the 11th guess is refused even if it is right, also when all come at once; a new code opens it again', async () => {
  const { email } = await portal.signedIn();
  const begun = await begin(email);
  const challenge = field(begun.body, 'challenge');
  const code = await portal.code(email);
  const guesses = await Promise.all(Array.from({ length: 10 }, () => answer(challenge, wrong(code))));
  expect(new Set(guesses.map(({ body }) => field(body, 'code')))).toEqual(new Set(['code-wrong']));
  expect((await answer(challenge, code)).body).toMatchObject({ code: 'code-used-up', status: 403 });

  portal.clock.forward({ minutes: 1 });
  await portal.client().post('/api/sign-in/new-code', { challenge });
  expect((await answer(challenge, await portal.code(email))).status).toBe(200);
});

test('tries at one account are slowed down with growing waits, told by mail once, the same for unknown addresses', async () => {
  const { email } = await portal.signedIn();
  for (const address of [email, 'stranger@example.org']) {
    const tries = await Promise.all(Array.from({ length: 12 }, () => begin(address, 'wrong password 1')));
    const statuses = tries.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 5 }, () => 200), ...Array.from({ length: 7 }, () => 429)]);
    const blocked = await begin(address);
    expect(blocked.body).toMatchObject({ code: 'too-many-attempts', retryAfter: 60 });
  }
  portal.clock.forward({ seconds: 61 });
  expect((await begin(email, 'wrong password 1')).status).toBe(200);
  expect((await begin(email)).headers.get('retry-after')).toBe('120');
  portal.clock.forward({ seconds: 121 });
  const client = portal.client();
  await signIn(email, client);
  // A success forgets the tries.
  await signIn(email, client);
  const locked = (await portal.mail(email)).filter(({ subject }) => subject.includes('Many attempts'));
  expect(locked).toHaveLength(1);
  expect(await portal.mail('stranger@example.org')).toEqual([]);
});

test('an idle session ends; activity, but not polling, puts the end off; after twelve hours it ends anyway', async () => {
  const person = await portal.signedIn();
  portal.clock.forward({ minutes: 20 });
  const polled = await person.get('/api/me');
  expect(field(polled.body, 'account')).not.toBeNull();
  portal.clock.forward({ minutes: 11 });
  expect((await person.get('/api/me')).body).toEqual({ account: null });
  expect((await person.post('/api/session/extend')).body).toMatchObject({ code: 'sign-in-needed', status: 401 });

  const active = await portal.signedIn();
  for (let round = 0; round < 28; round += 1) {
    portal.clock.forward({ minutes: 25 });
    expect((await active.post('/api/session/extend')).status).toBe(200);
  }
  portal.clock.forward({ minutes: 21 });
  expect((await active.post('/api/session/extend')).status).toBe(401);
});

test('wrong codes, sign-outs and refusals are in the audit trail, and nobody can fill it with them', async () => {
  const person = await portal.signedIn();
  const begun = await begin(person.email);
  await answer(field(begun.body, 'challenge'), wrong(await portal.code(person.email)));
  await answer('a-challenge-that-is-not-there', '123456');
  for (let count = 0; count < 3; count += 1) expect((await person.get('/api/accounts')).status).toBe(403);
  await person.post('/api/sign-out');
  const noted = async (action: string, actor: string) =>
    portal.store.count('audit', { action: { eq: action }, actor: { eq: actor } });
  const refusals = { action: { eq: 'code-refused' }, 'subject.id': { eq: String(field(begun.body, 'challenge')) } };
  expect(await portal.store.count('audit', refusals)).toBe(1);
  expect(await portal.store.count('audit', { 'subject.id': { eq: 'a-challenge-that-is-not-there' } })).toBe(0);
  expect(await noted('request-refused', person.account._id)).toBe(1);
  expect(await noted('signed-out', person.account._id)).toBe(1);
});

test.each(['\u200b\u200b', '\u0007', '\u3164', '\u202e \u2069', '\u2800'])(
  'a name of nothing that is seen is no name: %j',
  async (forename) => {
    const person = await portal.signedIn();
    const { profile } = person.account;
    expect((await person.put('/api/me/profile', { ...profile, forename })).status).toBe(422);
    const kept = await person.put('/api/me/profile', { ...profile, forename: `Zoë\u202e${forename}` });
    expect(kept.body).toMatchObject({ account: { profile: { forename: like.stringMatching(/^Zoë/) } } });
    expect(JSON.stringify(kept.body)).not.toContain('\u202e');
  },
);

test('whether the service is ready is told to everybody, why not only to whoever may read its figures', async () => {
  const own = (await portal.client().get('/ready')).body;
  expect(field(own, 'findings')).not.toEqual([]);
  const headers = { 'X-Forwarded-For': '203.0.113.9' };
  const strange = await portal.client().send('GET', '/ready', { headers });
  expect([strange.status, strange.body]).toEqual([200, { ready: true, findings: [] }]);
});

test('a value that looks like one that the store has sealed is refused, wherever it stands', async () => {
  const person = await portal.signedIn();
  const forged = ['$sealed', 'first', 'AAAA'];
  for (const body of [forged, { a: forged }, { a: [{ b: forged }] }])
    expect((await person.put('/api/me/profile', body)).body).toMatchObject({ code: 'malformed' });
});
