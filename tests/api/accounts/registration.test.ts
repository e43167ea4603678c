import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, testPassword, testProfile, type TestPortal } from '../../support/portal.ts';
import { field, fieldsOf } from '../../support/read.ts';
import { like } from '../../support/like.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const register = (email: string, more: object = {}) =>
  portal.client().post('/api/registrations', { profile: testProfile, email, password: testPassword, ...more });

test('somebody registers, takes the code from the mail and is signed in', async () => {
  const client = portal.client();
  const begun = await client.post('/api/registrations', {
    profile: { ...testProfile, forename: '  Ada  May ', address: { ...testProfile.address, postcode: 'ox11nd' } },
    email: ' <mailto:Ada@Example.org>; ',
    password: testPassword,
  });
  expect(begun.status).toBe(200);
  const code = await portal.code('ada@example.org');
  const done = await client.post('/api/registrations/confirm', { challenge: field(begun.body, 'challenge'), code });
  expect(done.status).toBe(200);
  const me = await client.get('/api/me');
  expect(me.body).toMatchObject({
    account: {
      email: 'ada@example.org',
      role: 'applicant',
      profile: { forename: 'Ada May', address: { postcode: 'OX1 1ND' } },
    },
  });
  const subjects = (await portal.mail('ada@example.org')).map(({ subject }) => subject);
  expect(subjects).toEqual([like.stringContaining('Your code'), like.stringContaining('Registration completed')]);
});

test('registering with an address that has an account looks the same and is told by mail', async () => {
  const { email } = await portal.signedIn();
  const known = await register(email);
  const unknown = await register('nobody-yet@example.org');
  expect(known.status).toBe(unknown.status);
  expect(Object.keys(fieldsOf(known.body))).toEqual(Object.keys(fieldsOf(unknown.body)));
  expect(field(known.body, 'resendAfterSeconds')).toBe(field(unknown.body, 'resendAfterSeconds'));
  const [mail] = await portal.mail(email);
  expect(mail?.subject).toContain('You already have an account');
  const guess = await portal
    .client()
    .post('/api/registrations/confirm', { challenge: field(known.body, 'challenge'), code: '123456' });
  expect(guess.status).toBe(403);
  expect(guess.body).toMatchObject({ code: 'code-wrong' });
});

test('a code works once, with spaces forgiven', async () => {
  const begun = await register('once@example.org');
  const code = await portal.code('once@example.org');
  const answer = { challenge: field(begun.body, 'challenge'), code: ` ${code.slice(0, 3)} ${code.slice(3)} ` };
  const together = await Promise.all([1, 2, 3].map(() => portal.client().post('/api/registrations/confirm', answer)));
  expect(together.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
});

test('two registrations of one address make one account', async () => {
  const first = await register('twice@example.org');
  const firstCode = await portal.code('twice@example.org');
  const second = await register('twice@example.org');
  const secondCode = await portal.code('twice@example.org');
  const confirm = (challenge: unknown, code: string) =>
    portal.client().post('/api/registrations/confirm', { challenge, code });
  expect((await confirm(field(first.body, 'challenge'), firstCode)).status).toBe(200);
  expect((await confirm(field(second.body, 'challenge'), secondCode)).body).toMatchObject({ code: 'start-again' });
  expect(await portal.store.count('accounts', { email: { eq: 'twice@example.org' } })).toBe(1);
});

test.each([
  ['short1234', 'at least 10 characters'],
  ['password123', 'too easy to guess'],
  ['Liverpool1!', 'too easy to guess'],
  ['aaaaaaaaaaaa', 'too easy to guess'],
  ['abcdefghijkl', 'too easy to guess'],
  ['weak-Byron-1', 'name or email'],
])('the password %s is refused', async (password, words) => {
  const answer = await register('weak@example.org', { password });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    code: 'password-weak',
    errors: [{ pointer: '/password', message: like.stringContaining(words) }],
  });
});

test('wrong details are named field by field', async () => {
  const profile = { ...testProfile, forename: '', address: { houseNo: '1', town: 'Oxford', postcode: 'nowhere' } };
  const answer = await register('not-an-address', { profile, extra: 1 });
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const pointers = field(answer.body, 'errors');
  expect(pointers).toEqual(
    like.arrayContaining([
      like.objectContaining({ pointer: '/email', message: 'Enter an email address, like name@example.org' }),
      like.objectContaining({ pointer: '/profile/forename', message: 'This is needed' }),
      like.objectContaining({ pointer: '/profile/address/street', message: 'This is needed' }),
      like.objectContaining({ pointer: '/profile/address/postcode' }),
      like.objectContaining({ pointer: '/extra' }),
    ]),
  );
});
