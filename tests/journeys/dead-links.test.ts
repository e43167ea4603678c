/** Links of mails that let somebody in, opened in every state that they can be in: what is wrong is said before anybody types a word. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { expectStatus, startAngling } from '../support/angling.ts';
import { axeViolations, desktop, openBrowser, openPerson } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { testPassword, type TestPortal } from '../support/portal.ts';

vi.setConfig({ testTimeout: 60_000 });

let pages: string;
let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startAngling({ config: { rendererDir: pages } });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

let made = 0;

const tokenFor = async (email: string, path: string): Promise<string> => {
  const newest = (await portal.mail(email)).findLast(({ text }) => text.includes(path));
  const token = new RegExp(`${path}#(\\S+)`).exec(newest?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`No link to ${path} came to ${email}`);
  return token;
};

/** Why a link is over, as its page's heading says; `undefined` while it can be used. */
interface State {
  state: string;
  over?: string;
  /** Gives the link's token once it is in that state. */
  token: () => Promise<string>;
}

const askReset = async (email: string): Promise<string> => {
  expect((await portal.client().post('/api/password-resets', { email })).status).toBe(202);
  return tokenFor(email, '/reset-password');
};
const reset = async (token: string, password: string): Promise<void> => {
  expect((await portal.client().post('/api/password-resets/confirm', { token, password })).status).toBe(204);
};
const over = 'This link can no longer be used';

const resetStates: State[] = [
  { state: 'fresh', token: async () => askReset((await portal.signedIn()).email) },
  {
    state: 'the newest of three',
    token: async () => {
      const { email } = await portal.signedIn();
      await askReset(email);
      await askReset(email);
      return askReset(email);
    },
  },
  {
    state: 'superseded: asked for again',
    over,
    token: async () => {
      const { email } = await portal.signedIn();
      const first = await askReset(email);
      await askReset(email);
      return first;
    },
  },
  {
    state: 'used',
    over,
    token: async () => {
      const token = await askReset((await portal.signedIn()).email);
      await reset(token, 'seven quiet otters');
      return token;
    },
  },
  {
    state: 'superseded: a later one was used',
    over,
    token: async () => {
      const { email } = await portal.signedIn();
      const first = await askReset(email);
      await reset(await askReset(email), 'seven quiet otters');
      return first;
    },
  },
  {
    state: 'superseded: the password was changed',
    over,
    token: async () => {
      const person = await portal.signedIn();
      const token = await askReset(person.email);
      const change = { current: testPassword, password: 'seven quiet otters' };
      expect((await person.put('/api/me/password', change)).status).toBe(204);
      return token;
    },
  },
  {
    state: 'of somebody who was suspended',
    over,
    token: async () => {
      const person = await portal.signedIn();
      const token = await askReset(person.email);
      const administrator = await portal.signedIn({ role: 'administrator' });
      await portal.services.accountsAdmin.suspend(administrator.account._id, person.account._id, 'Left');
      return token;
    },
  },
  {
    state: 'expired',
    over,
    token: async () => {
      const token = await askReset((await portal.signedIn()).email);
      portal.clock.forward({ minutes: 61 });
      return token;
    },
  },
  { state: 'never sent', over, token: () => Promise.resolve('a'.repeat(43)) },
];

const invite = async (email: string): Promise<string> => {
  const administrator = await portal.signedIn({ role: 'administrator' });
  const invitation = { email, forename: 'Paula', surname: 'Porter', role: 'applicant', groups: [], teams: [] };
  expectStatus(await administrator.post('/api/accounts/invitations', invitation), 202);
  return tokenFor(email, '/accept-invitation');
};
const newAddress = (): string => `dead${(made += 1)}@example.org`;

const invitationStates: State[] = [
  { state: 'fresh', token: () => invite(newAddress()) },
  {
    state: 'used',
    over: 'This invitation has already been accepted',
    token: async () => {
      const token = await invite(newAddress());
      const address = { houseNo: '1', street: 'High Street', town: 'Oxford', postcode: 'OX1 1ND' };
      const accepted = { token, password: testPassword, address, phone: '01632 960000' };
      expect((await portal.client().post('/api/invitations/accept', accepted)).status).toBeLessThan(300);
      return token;
    },
  },
  {
    state: 'superseded: invited again',
    over,
    token: async () => {
      const email = newAddress();
      const first = await invite(email);
      await invite(email);
      return first;
    },
  },
  {
    state: 'expired',
    over,
    token: async () => {
      const token = await invite(newAddress());
      portal.clock.forward({ days: 40 });
      return token;
    },
  },
  { state: 'never sent', over, token: () => Promise.resolve('a'.repeat(43)) },
];

const open = async (path: string): Promise<Page> => {
  const { page } = await openPerson(browser, portal.url, desktop);
  page.setDefaultTimeout(8_000);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

const says = async (path: string, { over: why, token }: State, usable: string): Promise<void> => {
  const page = await open(`${path}#${await token()}`);
  await page.getByRole('heading', { level: 1, name: why ?? usable }).waitFor();
  expect(await page.locator('input[type=password]').count()).toBe(why === undefined ? 2 : 0);
  if (why !== undefined) expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
};

test.each(resetStates)('a link for a new password, $state', (state) =>
  says('/reset-password', state, 'Choose a new password'),
);

test.each(invitationStates)('an invitation, $state', (state) =>
  says('/accept-invitation', state, 'Accept your invitation'),
);
