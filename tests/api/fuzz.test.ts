import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, testPassword, testProfile, type SignedIn, type TestPortal } from '../support/portal.ts';
import { parseJson } from '../../engine/json.ts';

let portal: TestPortal;
let person: SignedIn;
beforeAll(async () => {
  portal = await startPortal();
  person = await portal.signedIn({ role: 'administrator' });
});
afterAll(() => portal.stop());

const good: [string, string, object][] = [
  ['POST', '/api/registrations', { profile: testProfile, email: 'fuzz@example.org', password: testPassword }],
  ['POST', '/api/registrations/confirm', { challenge: 'aaaaaaaaaaaaaaaaaaaaaa', code: '123456' }],
  ['POST', '/api/sign-in', { email: 'fuzz@example.org', password: testPassword }],
  ['POST', '/api/sign-in/code', { challenge: 'aaaaaaaaaaaaaaaaaaaaaa', code: '123456' }],
  ['POST', '/api/sign-in/new-code', { challenge: 'aaaaaaaaaaaaaaaaaaaaaa' }],
  ['POST', '/api/password-resets', { email: 'fuzz@example.org' }],
  ['POST', '/api/password-resets/confirm', { token: 'a'.repeat(43), password: testPassword }],
  ['PUT', '/api/me/profile', testProfile],
  ['PUT', '/api/me/password', { current: testPassword, password: 'orchard kettle seven' }],
  ['POST', '/api/me/email', { email: 'other@example.org', password: testPassword }],
  ['POST', '/api/groups', { name: 'Wardens', organisation: 'Club', members: [], managers: [] }],
  ['PUT', '/api/teams/none', { name: 'None', department: '', telephone: '', address: '', officers: [] }],
  [
    'POST',
    '/api/accounts/invitations',
    { email: 'new@example.org', forename: 'A', surname: 'B', role: 'officer', groups: [], teams: [] },
  ],
  [
    'POST',
    '/api/invitations/accept',
    { token: 'a'.repeat(43), password: testPassword, address: testProfile.address, phone: '01632 960000' },
  ],
  ['POST', '/api/accounts/aaaaaaaaaaaaaaaaaaaaaa/suspend', { reason: 'Left' }],
  ['POST', '/api/threads/task/aaaaaaaaaaaaaaaaaaaaaa', { text: 'Hello' }],
  ['POST', '/api/submissions/aaaaaaaaaaaaaaaaaaaaaa/response', { text: 'Yes' }],
];

/** A good body with one value, however deep, put in place of another, taken away, or the text itself spoilt. */
const spoilt = (body: object): fc.Arbitrary<string> => {
  const text = JSON.stringify(body);
  const keys = [...text.matchAll(/"(\w+)":/g)].map(([, key = '']) => key);
  const replaced = fc
    .tuple(fc.constantFrom(...keys), fc.json())
    .map(([key, value]) => JSON.stringify(body, (name, old: unknown) => (name === key ? parseJson(value) : old)));
  const removed = fc
    .constantFrom(...keys)
    .map((key) => JSON.stringify(body, (name, old: unknown) => (name === key ? undefined : old)));
  const cut = fc.nat(text.length).map((at) => text.slice(0, at));
  const strange = fc
    .tuple(fc.constantFrom(...keys), fc.string({ unit: 'binary', maxLength: 60 }))
    .map(([key, value]) => JSON.stringify(body, (name, old: unknown) => (name === key ? value : old)));
  return fc.oneof(replaced, removed, cut, strange);
};

test('no body makes the server fail', async () => {
  const requests = fc
    .constantFrom(...good)
    .chain(([method, path, body]) => spoilt(body).map((text): [string, string, string] => [method, path, text]));
  await fc.assert(
    fc.asyncProperty(requests, async ([method, path, text]) => {
      const answer = await person.send(method, path, { body: text, headers: { 'Content-Type': 'application/json' } });
      expect(answer.status, `${method} ${path} ${text} → ${answer.bytes.toString()}`).toBeLessThan(500);
      portal.clock.forward({ minutes: 1 });
      await person.post('/api/session/extend');
    }),
    { numRuns: 250 },
  );
}, 60_000);
