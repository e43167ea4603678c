/** Somebody who was invited gets in by the link in the mail, whatever they do first; a link that is over says what to do. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, startAngling } from '../support/angling.ts';
import {
  axeViolations,
  carrySession,
  desktop,
  narrow,
  openBrowser,
  openPerson,
  phone,
  sidewaysOverflow,
} from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import type { SignedIn, TestPortal } from '../support/portal.ts';
import { textField } from '../support/read.ts';

let pages: string;
let portal: TestPortal;
let browser: Browser;
let administrator: SignedIn;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startAngling({ config: { rendererDir: pages } });
  administrator = await portal.signedIn({ role: 'administrator', profile: { forename: 'Grace', surname: 'Hopper' } });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

const password = 'river lantern forty';

const invite = async (email: string, more: Record<string, unknown> = {}): Promise<string> => {
  const invitation = { email, forename: 'Priya', surname: 'Nair', role: 'applicant', groups: [], teams: [], ...more };
  return textField(expectStatus(await administrator.post('/api/accounts/invitations', invitation), 202), 'id');
};

/** The link in the newest mail to an address, at this portal. */
const link = async (email: string): Promise<string> => {
  const newest = (await portal.mail(email)).at(-1)?.text ?? '';
  return /\/accept-invitation#\S+/.exec(newest)?.[0] ?? `no link in: ${newest}`;
};

const open = async (path: string, viewport = desktop) => {
  const person = await openPerson(browser, portal.url, viewport);
  person.page.setDefaultTimeout(30_000);
  await person.page.goto(path);
  return person;
};

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const sound = async (page: Page): Promise<void> => {
  expect(await axeViolations(page)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize(narrow);
  expect(await sidewaysOverflow(page)).toBe(0);
  if (size) await page.setViewportSize(size);
};

const fill = async (page: Page): Promise<void> => {
  await page.locator('#field-password').fill(password);
  await page.getByLabel('Confirm password').fill(password);
  await page.getByLabel('Street').fill('Weir Road');
  await page.getByLabel('Town or city').fill('Lockside');
  await page.getByLabel('Postcode').fill('ox11ne');
};

test.each([
  ['parent', { role: 'applicant' }, 'Your address', 'Go to the start page', 'Online services'],
  [
    'professional',
    { role: 'applicant', jobRole: 'SENCo', organisation: 'Kingfisher Primary School' },
    'Your address at work',
    'Go to your tasks',
    'Tasks',
  ],
  ['officer', { role: 'officer', jobRole: 'Case officer' }, 'Your address at work', 'Go to the workspace', 'Work list'],
  ['administrator', { role: 'administrator' }, 'Your address at work', 'Go to the workspace', 'Work list'],
] as const)(
  'an invited %s chooses a password, is signed in and begins where their work is',
  async (who, more, legend, next, arrived) => {
    const email = `${who}@invited.example`;
    await invite(email, more);
    const { page, complaints } = await open(await link(email), who === 'parent' ? phone : desktop);
    await heading(page, 'Accept your invitation');
    const main = page.getByRole('main');
    await main.getByText('Grace Hopper of Example Council has invited you').waitFor();
    await main.getByText(email).first().waitFor();
    await main.getByRole('group', { name: legend, exact: true }).waitFor();
    await fill(page);
    await press(page, 'Accept the invitation');
    await heading(page, 'Your account is ready');
    await page.getByRole('link', { name: next }).click();
    await heading(page, arrived);
    await page.getByRole('button', { name: 'Priya Nair' }).waitFor();
    expect(complaints).toEqual([]);
  },
);

test('by keyboard alone; what is missing or too easy is said at its place, as registration does', async () => {
  await invite('keys@invited.example');
  const { page } = await open(await link('keys@invited.example'));
  await heading(page, 'Accept your invitation');
  await sound(page);
  await page.locator('#field-password').focus();
  await page.keyboard.type('password12');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByRole('link', { name: 'Enter the same password again' }).waitFor();
  expect(await page.title()).toMatch(/^Error: /);
  await page.getByRole('link', { name: 'Enter your street' }).waitFor();
  await sound(page);
  await page.getByLabel('Confirm password').focus();
  await page.keyboard.type('password12');
  for (const [label, text] of [
    ['Street', 'Weir Road'],
    ['Town or city', 'Lockside'],
    ['Postcode', 'ox11ne'],
  ] as const) {
    await page.getByLabel(label).focus();
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /password/i })
    .press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(password);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await heading(page, 'Your account is ready');
  await sound(page);
});

test('a link that was used says so, and the way from it signs in', async () => {
  const email = 'used@invited.example';
  await invite(email);
  const address = await link(email);
  const first = await open(address);
  await fill(first.page);
  await press(first.page, 'Accept the invitation');
  await heading(first.page, 'Your account is ready');
  const { page } = await open(address);
  await heading(page, 'This invitation has already been accepted');
  await sound(page);
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill(email);
  await page.locator('#field-password').fill(password);
  await press(page, 'Submit');
  await heading(page, 'Secure login – step 2');
  await page.getByLabel('Code').fill(await portal.code(email));
  await press(page, 'Finish');
  await page.getByRole('button', { name: 'Priya Nair' }).waitFor();
  // Whoever opens it again is told who they are.
  await page.goto(address);
  await page.getByText(`You are signed in as Priya Nair (${email}).`).waitFor();
  await sound(page);
});

test('a link that is too old leads to a new one, which works in the same window', async () => {
  const email = 'old@invited.example';
  await invite(email);
  const address = await link(email);
  portal.clock.forward({ days: 8 });
  administrator = await portal.signedIn({ role: 'administrator', profile: { forename: 'Grace', surname: 'Hopper' } });
  const { page } = await open(address);
  await heading(page, 'This link can no longer be used');
  await page.getByText('It is more than 7 days old').waitFor();
  await sound(page);
  await page.getByRole('link', { name: 'Ask for a new link' }).click();
  await page.getByLabel('Email').fill(email);
  await press(page, 'Send me the link');
  await heading(page, 'Look in your inbox');
  const fresh = await link(email);
  expect(fresh).not.toBe(address);
  await page.goto(address);
  await heading(page, 'This link can no longer be used');
  await page.getByText('replaced by a newer one').waitFor();
  // Only what stands behind # is another: the browser does not load the page again.
  await page.goto(fresh);
  await heading(page, 'Accept your invitation');
});

test.each([
  ['registering', '/register'],
  ['signing in', '/sign-in'],
])('an invited person who begins by %s gets a mail that leads in', async (_way, path) => {
  const email = `begins${path.replace('/', '-')}@invited.example`;
  await invite(email);
  const { page } = await open(path);
  if (path === '/register') {
    await page.getByLabel('Forename').fill('Priya');
    await page.getByLabel('Surname').fill('Nair');
    await page.getByRole('radio', { name: 'No' }).check();
    await page.getByLabel('Street').fill('Weir Road');
    await page.getByLabel('Town or city').fill('Lockside');
    await page.getByLabel('Postcode').fill('ox11ne');
    await press(page, 'Next');
    await page.getByLabel('Confirm password').fill(password);
  }
  await page.getByLabel('Email').fill(email);
  await page.locator('#field-password').fill(password);
  await press(page, path === '/register' ? 'Register' : 'Submit');
  await page.getByLabel('Code').waitFor();
  const newest = (await portal.mail(email)).at(-1);
  expect(newest?.text).toContain('there is no code to enter');
  await page.goto(await link(email));
  await heading(page, 'Accept your invitation');
  await fill(page);
  await press(page, 'Accept the invitation');
  await heading(page, 'Your account is ready');
});

test('whoever is signed in as somebody else signs out first, and then accepts', async () => {
  const email = 'other@invited.example';
  await invite(email);
  const { page, context } = await open('/help');
  const other = await portal.signedIn();
  await carrySession(context, other);
  await page.goto(await link(email));
  await heading(page, 'You are signed in to another account');
  await page.getByText(`You are signed in as Ada Byron (${other.email})`).waitFor();
  await sound(page);
  await context.setOffline(true);
  await press(page, 'Sign out and accept the invitation');
  await page.getByText('The service cannot be reached.').waitFor();
  await context.setOffline(false);
  await press(page, 'Sign out and accept the invitation');
  await heading(page, 'Accept your invitation');
  expect((await other.get('/api/drafts')).status).toBe(401);
  await fill(page);
  await press(page, 'Accept the invitation');
  await heading(page, 'Your account is ready');
});

test('a link that is used in one window while it is open in another says so there too', async () => {
  const email = 'windows@invited.example';
  await invite(email);
  const address = await link(email);
  const [first, second] = [await open(address), await open(address)];
  for (const { page } of [first, second]) await fill(page);
  await press(first.page, 'Accept the invitation');
  await heading(first.page, 'Your account is ready');
  await press(second.page, 'Accept the invitation');
  await heading(second.page, 'This invitation has already been accepted');
});

test.each(['/accept-invitation', '/accept-invitation#abc'])('%s says that the link is not complete', async (path) => {
  const { page } = await open(path);
  await heading(page, 'This link is not complete');
  await sound(page);
  await page.getByRole('link', { name: 'Ask for a new link' }).click();
  await heading(page, 'Choose a new password');
});
