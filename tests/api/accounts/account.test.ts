import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, testPassword, testProfile, type TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const newPassword = 'orchard kettle seven';

const tokenIn = async (email: string): Promise<string> => {
  const newest = (await portal.mail(email)).at(-1);
  return /\/reset-password#([\w-]+)/.exec(newest?.text ?? '')?.[1] ?? '';
};
const works = async (email: string, password: string): Promise<boolean> => {
  await portal.client().post('/api/sign-in', { email, password });
  return (await portal.mail(email)).at(-1)?.subject.includes('Your code') ?? false;
};

test('a forgotten password: one mailed link, used once, ends every session', async () => {
  const person = await portal.signedIn();
  const asked = await portal.client().post('/api/password-resets', { email: person.email.toUpperCase() });
  expect(asked.status).toBe(202);
  const token = await tokenIn(person.email);

  const weak = await portal.client().post('/api/password-resets/confirm', { token, password: 'password12' });
  expect(weak.body).toMatchObject({ code: 'password-weak' });
  expect((await portal.client().post('/api/password-resets/confirm', { token, password: newPassword })).status).toBe(
    204,
  );
  expect((await person.get('/api/me')).body).toEqual({ account: null });
  const again = await portal.client().post('/api/password-resets/confirm', { token, password: 'another good one 5' });
  expect(again.body).toMatchObject({ code: 'link-over', status: 410 });
  expect((await portal.mail(person.email)).at(-1)?.subject).toContain('Your password was changed');
  expect(await works(person.email, testPassword)).toBe(false);
  expect(await works(person.email, newPassword)).toBe(true);
});

test('a link is over after an hour, and when the password was changed meanwhile', async () => {
  const person = await portal.signedIn();
  const ask = () => portal.client().post('/api/password-resets', { email: person.email });
  const confirm = (token: string) =>
    portal.client().post('/api/password-resets/confirm', { token, password: newPassword });
  await ask();
  const late = await tokenIn(person.email);
  portal.clock.forward({ minutes: 61 });
  expect((await confirm(late)).body).toMatchObject({ code: 'link-over' });
  await ask();
  const first = await tokenIn(person.email);
  await ask();
  const second = await tokenIn(person.email);
  expect((await confirm(second)).status).toBe(204);
  expect((await confirm(first)).body).toMatchObject({ code: 'link-over' });
});

test('asking for a new password looks the same for an address without an account', async () => {
  const answer = await portal.client().post('/api/password-resets', { email: 'not-here@example.org' });
  expect(answer.status).toBe(202);
  expect(answer.bytes).toHaveLength(0);
  expect((await portal.mail('not-here@example.org')).at(-1)?.subject).toContain('There is no account');
});

test('changing the password needs the present one, keeps this session and ends the others', async () => {
  const person = await portal.signedIn();
  const elsewhere = portal.client();
  await elsewhere.post('/api/sign-in', { email: person.email, password: testPassword });
  const other = await portal.services.sessions.begin(person.account);
  const wrong = await person.put('/api/me/password', { current: 'not the password', password: newPassword });
  expect(wrong.body).toMatchObject({ code: 'password-wrong', status: 403 });
  expect((await person.put('/api/me/password', { current: testPassword, password: newPassword })).status).toBe(204);
  expect(field((await person.get('/api/me')).body, 'account')).not.toBeNull();
  expect(await portal.services.sessions.read(other.token)).toBeUndefined();
});

test('another email address needs the password and a code from the new address; the old one is told', async () => {
  const person = await portal.signedIn();
  const ask = (email: string, password: string) => person.post('/api/me/email', { email, password });
  expect((await ask('new-home@example.org', 'wrong password 1')).body).toMatchObject({ code: 'password-wrong' });
  const begun = await ask('New-Home@example.org', testPassword);
  const code = await portal.code('new-home@example.org');
  const stranger = await portal.signedIn();
  const answer = { challenge: field(begun.body, 'challenge'), code };
  const done = await person.post('/api/me/email/confirm', answer);
  expect(done.body).toMatchObject({ account: { email: 'new-home@example.org' } });
  expect((await portal.mail(person.email)).at(-1)?.subject).toContain('was changed');
  expect((await stranger.post('/api/me/email/confirm', answer)).body).toMatchObject({ code: 'start-again' });

  const taken = await person.post('/api/me/email', { email: stranger.email, password: testPassword });
  expect(taken.status).toBe(200);
  expect((await portal.mail(stranger.email)).at(-1)?.subject).toContain('You already have an account');
});

test('a code for another account’s new address cannot be used by somebody else', async () => {
  const person = await portal.signedIn();
  const thief = await portal.signedIn();
  const begun = await person.post('/api/me/email', { email: 'target@example.org', password: testPassword });
  const code = await portal.code('target@example.org');
  const stolen = await thief.post('/api/me/email/confirm', { challenge: field(begun.body, 'challenge'), code });
  expect(stolen.body).toMatchObject({ code: 'start-again' });
  expect(await portal.services.accounts.byEmail('target@example.org')).toBeUndefined();
});

test('details are tidied, and other devices show the new name at once', async () => {
  const person = await portal.signedIn();
  const profile = {
    ...testProfile,
    surname: ' Lovelace ',
    organisation: ' ',
    address: { ...testProfile.address, postcode: 'sw1a1aa' },
  };
  const done = await person.put('/api/me/profile', profile);
  expect(done.body).toMatchObject({ account: { profile: { surname: 'Lovelace', address: { postcode: 'SW1A 1AA' } } } });
  expect(field(field(field(done.body, 'account'), 'profile'), 'organisation')).toBeUndefined();
  const blank = await person.put('/api/me/profile', { ...profile, forename: '  ' });
  expect(blank.body).toMatchObject({ errors: [{ pointer: '/forename', message: 'This is needed' }] });
  const { token } = await portal.services.sessions.begin(person.account);
  await person.put('/api/me/profile', { ...profile, forename: 'Augusta' });
  expect((await portal.services.sessions.read(token))?.caller.name).toBe('Augusta Lovelace');
});

test('“my data” is a file with the account and every registered part, without secrets', async () => {
  portal.services.myData.set('things', async function* (owner) {
    yield await Promise.resolve({ owner });
  });
  const person = await portal.signedIn();
  const answer = await person.get('/api/me/data');
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="?my-data-\d{4}-\d{2}-\d{2}\.json"?$/,
  );
  expect(answer.body).toMatchObject({ account: { email: person.email }, things: [{ owner: person.account._id }] });
  expect(answer.bytes.toString()).not.toContain('argon2');
});
