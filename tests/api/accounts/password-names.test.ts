/** Every route that takes a new password refuses one that is made of the names of the council, the service or the person, and keeps what was before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import type { Answer } from '../../support/client.ts';
import { startPortal, testPassword, testProfile, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { like } from '../../support/like.ts';

let portal: TestPortal;
let administrator: SignedIn;
beforeAll(async () => {
  portal = await startPortal({ config: { council: 'Wexcombe County Council', serviceName: 'Harbourlight Forms' } });
  administrator = await portal.signedIn({ role: 'administrator' });
});
afterAll(() => portal.stop());

const made = ['wexcombecounty', 'Wexcombe-Council-2026', 'HarbourlightForms', 'harbourlight.1234', 'harriet nightjar'];
const person = { ...testProfile, forename: 'Harriet', surname: 'Nightjar' };

const tokenIn = async (email: string): Promise<string> =>
  /#(\S+)/.exec((await portal.mail(email)).at(-1)?.text ?? '')?.[1] ?? '';

let people = 0;
const newAddress = (): string => {
  people += 1;
  return `somebody${people}@example.org`;
};

/** By the way to a new password: a try with each password, all of the same person. */
const ways: Record<string, () => Promise<(password: string) => Promise<Answer>>> = {
  registration: () => {
    const email = newAddress();
    return Promise.resolve((password) =>
      portal.client().post('/api/registrations', { profile: person, email, password }),
    );
  },
  invitation: async () => {
    const email = newAddress();
    const { forename, surname } = person;
    const wanted = { email, forename, surname, role: 'applicant', groups: [], teams: [] };
    expectStatus(await administrator.post('/api/accounts/invitations', wanted), 202);
    const token = await tokenIn(email);
    const address = { street: 'Weir Road', town: 'Lockside', postcode: 'OX1 1NE' };
    return (password) => portal.client().post('/api/invitations/accept', { token, password, address });
  },
  reset: async () => {
    const { email } = await portal.signedIn({ profile: person });
    expectStatus(await portal.client().post('/api/password-resets', { email }), 202);
    const token = await tokenIn(email);
    return (password) => portal.client().post('/api/password-resets/confirm', { token, password });
  },
  change: async () => {
    const { put } = await portal.signedIn({ profile: person });
    return (password) => put('/api/me/password', { current: testPassword, password });
  },
};

test.each(Object.keys(ways))('%s', async (way) => {
  const choose = await ways[way]?.();
  for (const password of made)
    expect([password, await choose?.(password)]).toEqual([
      password,
      like.objectContaining({
        status: 422,
        body: like.objectContaining({
          code: 'password-weak',
          errors: [{ pointer: '/password', message: like.stringContaining('name of the council or this service') }],
        }),
      }),
    ]);
  // What was refused used nothing up.
  expect((await choose?.('three unrelated otters'))?.status).toBeLessThan(300);
});
