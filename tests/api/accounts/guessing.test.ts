/** Whoever guesses is slowed down, and keeps nobody out of their own account; whatever went to an earlier address or password is over. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import { createClient, type Client } from '../../support/client.ts';
import { startPortal, testPassword, type TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startPortal({ config: { trustProxy: 1 } });
});
afterAll(() => portal.stop());

const json = { 'Content-Type': 'application/json' };
/** A request from a network of its own. */
const from = (network: number, client: Client, path: string, body: object) => {
  const headers = { ...json, 'X-Forwarded-For': `10.${Math.floor(network / 250)}.${network % 250}.1` };
  return client.send('POST', path, { headers, body: JSON.stringify(body) });
};
const owner = 249 * 250;

const signIn = async (client: Client, email: string, network = owner): Promise<number> => {
  const begun = await from(network, client, '/api/sign-in', { email, password: testPassword });
  if (begun.status !== 200) return begun.status;
  const challenge = field(begun.body, 'challenge');
  return (await from(network, client, '/api/sign-in/code', { challenge, code: await portal.code(email) })).status;
};
const resetLinks = async (email: string): Promise<string[]> =>
  (await portal.mail(email)).flatMap(({ text }) => /\/reset-password#(\S+)/.exec(text)?.[1] ?? []);

test('strangers of many networks who guess and ask for links keep nobody out who signed in on this device before', async () => {
  const { email } = await portal.signedIn();
  const device = createClient(portal.url);
  expect(await signIn(device, email)).toBe(200);
  for (let network = 0; network < 60; network += 1) {
    const stranger = createClient(portal.url);
    await Promise.all(
      Array.from({ length: 6 }, () => from(network, stranger, '/api/sign-in', { email, password: 'wrong password 1' })),
    );
    await from(network, stranger, '/api/password-resets', { email });
  }
  const refused = createClient(portal.url);
  expect((await from(70, refused, '/api/sign-in', { email, password: testPassword })).status).toBe(429);
  expect((await from(70, refused, '/api/password-resets', { email })).status).toBe(429);

  await device.post('/api/sign-out');
  expect(await signIn(device, email)).toBe(200);
  expect((await from(owner, device, '/api/password-resets', { email })).status).toBe(202);
  // On the device of somebody else its cookie says nothing for this account.
  const other = await portal.signedIn();
  const elsewhere = createClient(portal.url);
  expect(await signIn(elsewhere, other.email, owner + 1)).toBe(200);
  expect((await from(owner + 1, elsewhere, '/api/sign-in', { email, password: testPassword })).status).toBe(429);
});

test('one stranger keeps nobody out, not even on a device that is new', async () => {
  const { email } = await portal.signedIn();
  const stranger = createClient(portal.url);
  const tries = await Promise.all(
    Array.from({ length: 30 }, () => from(1, stranger, '/api/sign-in', { email, password: 'wrong password 1' })),
  );
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(await signIn(createClient(portal.url), email)).toBe(200);
});

test('a known device is slowed down too', async () => {
  const { email } = await portal.signedIn();
  const device = createClient(portal.url);
  await signIn(device, email);
  const tries = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      from(index, device, '/api/sign-in', { email, password: 'wrong password 1' }),
    ),
  );
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(5);
});

test.each(['forged', 'a.b', '', '.'.repeat(40), `${'x'.repeat(43)}.${'0'.repeat(64)}`])(
  'a device’s cookie that was made up counts for nothing: “%s”',
  async (cookie) => {
    const { email } = await portal.signedIn();
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      const headers = { ...json, Cookie: `device=${cookie}` };
      const body = JSON.stringify({ email, password: 'wrong password 1' });
      statuses.push((await portal.client().send('POST', '/api/sign-in', { headers, body })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  },
);

test('a change of address mails few strangers and takes few guesses, whatever is asked at once', async () => {
  const person = await portal.signedIn();
  const before = (await portal.mail()).length;
  const ask = (email: string) => person.post('/api/me/email', { email, password: person.password });
  const challenges: unknown[] = [];
  for (let count = 0; count < 60; count += 1) {
    const { status, body } = await ask(`stranger${count}@example.org`);
    if (status === 200) challenges.push(field(body, 'challenge'));
  }
  expect(challenges.length).toBeLessThanOrEqual(5);
  for (const challenge of challenges)
    for (let count = 0; count < 6; count += 1) await person.post('/api/me/email/new-code', { challenge });
  expect((await portal.mail()).length - before).toBeLessThanOrEqual(10);
  const guesses = await Promise.all(
    Array.from({ length: 300 }, (_, index) =>
      person.post('/api/me/email/confirm', {
        challenge: challenges[index % challenges.length],
        code: String(index).padStart(6, '0'),
      }),
    ),
  );
  expect(guesses.filter(({ status }) => status !== 429).length).toBeLessThanOrEqual(20);
  // The same stranger is not mailed by way of many accounts either.
  const target = 'one.stranger@example.org';
  for (let count = 0; count < 8; count += 1) {
    const another = await portal.signedIn();
    await another.post('/api/me/email', { email: target, password: another.password });
  }
  expect((await portal.mail(target)).length).toBeLessThanOrEqual(3);
});

test('when the address changes, other sessions, links and codes of the earlier one are over', async () => {
  portal.clock.forward({ hours: 3 });
  const person = await portal.signedIn();
  const { token } = await portal.services.sessions.begin(person.account);
  const other = createClient(portal.url, `session=${token}`);
  expect((await from(2, portal.client(), '/api/password-resets', { email: person.email })).status).toBe(202);
  const [link] = await resetLinks(person.email);
  const begun = await from(2, portal.client(), '/api/sign-in', { email: person.email, password: person.password });
  const code = await portal.code(person.email);

  const email = 'new.address@example.org';
  const asked = expectStatus(await person.post('/api/me/email', { email, password: person.password }), 200);
  const given = { challenge: asked['challenge'], code: await portal.code(email) };
  expectStatus(await person.post('/api/me/email/confirm', given), 200);

  expect((await other.get('/api/me')).body).toEqual({ account: null });
  expect((await person.get('/api/me')).body).toMatchObject({ account: { email } });
  const reset = { token: link, password: 'another lantern forty' };
  expect((await portal.client().post('/api/password-resets/confirm', reset)).status).toBe(410);
  const answer = { challenge: field(begun.body, 'challenge'), code };
  expect((await portal.client().post('/api/sign-in/code', answer)).status).toBe(410);
});

test('of several links for a new password the newest works alone, once, however many use it at once', async () => {
  const { email } = await portal.signedIn();
  for (let count = 0; count < 3; count += 1) await from(3 + count, portal.client(), '/api/password-resets', { email });
  const links = await resetLinks(email);
  expect(links).toHaveLength(3);
  const used = await Promise.all(
    [...links, links.at(-1), links.at(-1)].map((token, index) =>
      portal.client().post('/api/password-resets/confirm', { token, password: `lantern forty number ${index}` }),
    ),
  );
  const statuses = used.map(({ status }) => status);
  expect(statuses.slice(0, 2)).toEqual([410, 410]);
  expect(statuses.slice(2).sort()).toEqual([204, 410, 410]);
});

test('of links for a new password that are asked for at once, one works', async () => {
  const { email } = await portal.signedIn();
  const ask = (network: number) => from(network, portal.client(), '/api/password-resets', { email });
  expect((await Promise.all([ask(11), ask(12), ask(13)])).map(({ status }) => status)).toEqual([202, 202, 202]);
  const links = await resetLinks(email);
  const read = await Promise.all(links.map((token) => portal.client().post('/api/password-resets/read', { token })));
  expect(read.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
});
