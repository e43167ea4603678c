/** People and their accounts: registering, signing in by code, a forgotten password, what they change, and the end of an idle session. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startAngling } from '../support/angling.ts';
import {
  axeViolations,
  carrySession,
  desktop,
  narrow,
  openBrowser,
  openPerson,
  sidewaysOverflow,
} from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import type { TestPortal } from '../support/portal.ts';

vi.setConfig({ testTimeout: 180_000 });

let pages: string;
let portal: TestPortal;
let browser: Browser;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startAngling({ config: { rendererDir: pages } });
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

const open = async (path: string, viewport = desktop): Promise<Page> => {
  const { page } = await openPerson(browser, portal.url, viewport, { translated: true });
  page.setDefaultTimeout(60_000);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** No violation, and nothing beyond 320 pixels. */
const sound = async (page: Page): Promise<void> => {
  expect(await axeViolations(page)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize(narrow);
  expect(await sidewaysOverflow(page)).toBe(0);
  if (size) await page.setViewportSize(size);
};

const details = async (page: Page): Promise<void> => {
  await page.getByLabel('Forename').fill('Ada');
  await page.getByLabel('Surname').fill('Byron');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await page.getByLabel('Role').fill('SENCo');
  await page.getByLabel('Organisation').fill('Kingfisher Primary School');
  await page.getByLabel('House number').fill('1');
  await page.getByLabel('Street').fill('High Street');
  await page.getByLabel('Town or city').fill('Oxford');
  await page.getByLabel('Postcode').fill('ox11nd');
};

test('from a form that one may only read, over registration and its code, to that form begun', async () => {
  const email = 'ada@example.org';
  const page = await open('/start/angling-permit');
  await page.getByRole('link', { name: 'Register for a new account' }).click();
  await heading(page, 'Your details');
  await press(page, 'Next');
  await page.getByRole('alert').getByRole('link', { name: 'Enter your forename' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-profile-forename');
  await sound(page);
  await details(page);
  await press(page, 'Next');

  await heading(page, 'How you will sign in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: false }).first().fill('password12');
  await page.getByLabel('Confirm password').fill('password13');
  await press(page, 'Register');
  await page.getByText('Error: Enter the same password again').waitFor();
  await page.getByLabel('Confirm password').fill('password12');
  await press(page, 'Register');
  await page.getByRole('alert').waitFor();
  await sound(page);
  await page.locator('#field-password').fill('river lantern forty');
  await page.getByLabel('Confirm password').fill('river lantern forty');
  await press(page, 'Register');

  await heading(page, 'Confirm your email address');
  await press(page, 'Finish');
  await page.getByText('Error: Enter the verification code that we sent you').waitFor();
  await page.getByLabel('Code').fill('000000');
  await press(page, 'Finish');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /newest code/ })
    .click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-code');
  await page.locator('#field-code-error').waitFor();
  await sound(page);
  await page.reload();
  await page.getByText(`Enter the code that we sent to ${email}.`).waitFor();
  await page.getByLabel('Code').fill(await portal.code(email));
  await press(page, 'Finish');
  await heading(page, 'Registration completed');
  await sound(page);
  await press(page, 'Continue');
  await page.waitForURL(/\/start\/angling-permit/);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.waitForURL(/\/forms\//);
});

test('what the service says against the first page of registering is said on the first page', async () => {
  const page = await open('/register');
  await details(page);
  await page.getByLabel('Forename').fill('\u200b');
  await press(page, 'Next');
  await heading(page, 'How you will sign in');
  await page.getByLabel('Email').fill('unseen@example.org');
  await page.locator('#field-password').fill('river lantern forty');
  await page.getByLabel('Confirm password').fill('river lantern forty');
  await press(page, 'Register');
  await heading(page, 'Your details');
  await page.getByRole('alert').getByRole('link').click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-profile-forename');
  await page.getByLabel('Forename').fill('Ada');
  await press(page, 'Next');
  await heading(page, 'How you will sign in');
  expect(await page.getByRole('alert').count()).toBe(0);
  await press(page, 'Register');
  await heading(page, 'Confirm your email address');
});

const signIn = async (page: Page, email: string, password: string): Promise<void> => {
  await page.getByLabel('Email').fill(email);
  await page.locator('#field-password').fill(password);
  await press(page, 'Submit');
  await heading(page, 'Secure login – step 2');
};

test('signing in takes two steps; an old code no longer works, a new one does', async () => {
  const person = await portal.signedIn();
  const page = await open('/sign-in?return=%2Frecover');
  await press(page, 'Submit');
  expect(await page.title()).toMatch(/^Error: Secure login – step 1/);
  await sound(page);
  await signIn(page, person.email, person.password);
  const old = await portal.code(person.email);
  await press(page, 'Please send me a new code');
  await page.getByRole('alert').getByText(/wait/).waitFor();
  portal.clock.forward({ minutes: 2 });
  await press(page, 'Please send me a new code');
  await page.getByText('A new code is on its way.').waitFor();
  await page.getByLabel('Code').fill(old);
  await press(page, 'Finish');
  await page
    .getByRole('alert')
    .getByText(/newest code/)
    .waitFor();
  await page.getByLabel('Code').fill(await portal.code(person.email));
  await press(page, 'Finish');
  await heading(page, 'Recover a form');
});

test('the same is said of an address without an account', async () => {
  const page = await open('/sign-in');
  await signIn(page, 'nobody@example.org', 'whatever it is');
  await page.getByLabel('Code').fill('123456');
  await press(page, 'Finish');
  await page
    .getByRole('alert')
    .getByText(/newest code/)
    .waitFor();
});

test('who waits for a code while mail is late is told so, and who registers then', async () => {
  const [one, other] = [await portal.signedIn(), await portal.signedIn()];
  portal.mailServer.refuse(true);
  for (const { email, password } of [one, other]) await portal.client().post('/api/sign-in', { email, password });
  await portal.services.relay.run();
  portal.clock.forward({ minutes: 2 });
  const page = await open('/sign-in');
  await page.getByLabel('Email').fill(one.email);
  await page.locator('#field-password').fill(one.password);
  await press(page, 'Submit');
  const said = 'Emails are taking longer than usual';
  await page.getByRole('status').getByText(said).waitFor();
  await sound(page);
  await (await open('/register')).getByRole('status').getByText(said).waitFor();
  portal.mailServer.refuse(false);
  portal.clock.forward({ minutes: 1 });
  await portal.services.relay.run();
  const later = await open('/register');
  await later.getByLabel('Forename').waitFor();
  expect(await later.getByText(said).count()).toBe(0);
});

test('a forgotten password is replaced by a mailed link, which works once', async () => {
  const person = await portal.signedIn();
  const page = await open('/sign-in');
  await page.getByRole('link', { name: 'I have forgotten my password' }).click();
  await heading(page, 'Choose a new password');
  await page.getByLabel('Email').fill(person.email);
  await sound(page);
  await press(page, 'Send me the link');
  await heading(page, 'Look in your inbox');
  await sound(page);
  const mail = (await portal.mail(person.email)).at(-1);
  const link = /https?:\/\/\S+\/reset-password#\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  const address = `${portal.url}${link.slice(link.indexOf('/reset-password'))}`;
  await page.goto(address);
  await heading(page, 'Choose a new password');
  await sound(page);
  await page.locator('#field-password').fill('seven quiet otters');
  await page.getByLabel('Confirm password').fill('seven quiet otters');
  await press(page, 'Change password');
  await heading(page, 'Your password was changed');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await signIn(page, person.email, 'seven quiet otters');
  await page.getByLabel('Code').fill(await portal.code(person.email));
  await press(page, 'Finish');
  await page.getByRole('button', { name: /Ada Byron/ }).waitFor();
  expect((await person.get('/api/drafts')).status).toBe(401);

  const later = await open(address.slice(portal.url.length));
  await heading(later, 'This link can no longer be used');
  expect(await later.locator('#field-password').count()).toBe(0);
  await later.getByRole('link', { name: 'Ask for a new link' }).waitFor();
  await sound(later);
});

test('a link that was copied only in part says so', async () => {
  const page = await open('/reset-password#abc');
  await heading(page, 'This link is not complete');
  await page.getByRole('link', { name: 'Ask for a new link' }).waitFor();
  await sound(page);
});

test('the whole of signing in by keyboard alone', async () => {
  const person = await portal.signedIn();
  const page = await open('/sign-in');
  await page.getByLabel('Email').focus();
  await page.keyboard.type(person.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await heading(page, 'Secure login – step 2');
  await page.keyboard.press('Tab');
  await page.keyboard.type(await portal.code(person.email));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Ada Byron/ }).waitFor();
});

const signedInAt = async (path: string) => {
  const person = await portal.signedIn();
  const { page, context } = await openPerson(browser, portal.url, desktop);
  page.setDefaultTimeout(60_000);
  await carrySession(context, person);
  await page.goto(path);
  return { person, page, context };
};

test('details, email address and password are changed, each by itself', async () => {
  const { person, page } = await signedInAt('/account');
  await heading(page, 'My account');
  await sound(page);
  await page.getByRole('link', { name: 'Update my account' }).click();
  await heading(page, 'Update my account');
  await page.getByLabel('Surname').fill('Lovelace');
  await press(page, 'Save my details');
  await page.getByText('Your details were saved.').waitFor();
  await page.getByRole('button', { name: 'Ada Lovelace' }).waitFor();
  await sound(page);

  const fresh = `new-${person.email}`;
  await page.getByLabel('New email address').fill(fresh);
  await page.locator('#email-password').fill(person.password);
  await press(page, 'Change my email address');
  await heading(page, 'Confirm your new email address');
  await page.getByLabel('Code').fill(await portal.code(fresh));
  await press(page, 'Finish');
  await page.getByText('Your email address was changed.').waitFor();
  await page.getByText(`Your email address is ${fresh}.`).waitFor();

  await page.locator('#field-current').fill('not this one');
  await page.locator('#field-password').fill('seven quiet otters');
  await page.getByLabel('Confirm password').fill('seven quiet otters');
  await press(page, 'Change my password');
  await page.getByRole('alert').waitFor();
  await page.locator('#field-current').fill(person.password);
  await press(page, 'Change my password');
  const said = page.getByText('Your password was changed.', { exact: false });
  await said.waitFor();
  expect(await said.evaluate((text) => text.getBoundingClientRect().top >= 0)).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Your password was changed/);
});

test('faults in two parts of a page are told apart', async () => {
  const { page } = await signedInAt('/account/update');
  await press(page, 'Change my email address');
  await press(page, 'Change my password');
  await page.getByRole('link', { name: 'Enter your new email address' }).waitFor();
  await page.getByRole('link', { name: 'Choose a password' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-password');
  await sound(page);
});

test('somebody who signs out without a connection is told that they have not', async () => {
  const { page, context, person } = await signedInAt('/recover');
  await heading(page, 'Recover a form');
  const signOut = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Ada Byron' }).click();
    await press(page, 'Logout');
  };
  await context.setOffline(true);
  await signOut();
  const told = page.getByRole('alertdialog', { name: 'You are still signed in' });
  await told.waitFor();
  await sound(page);
  await context.setOffline(false);
  await told.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'You have signed out');
  await sound(page);
  expect((await person.get('/api/drafts')).status).toBe(401);
});

test('on the narrowest telephone all of the person’s menu is in sight', async () => {
  const { page } = await signedInAt('/account');
  await page.setViewportSize(narrow);
  await page.getByRole('button', { name: 'Ada Byron' }).click();
  for (const name of ['My Account', 'Recover a Form', 'Submitted Forms', 'Update Account']) {
    const box = await page.getByRole('link', { name, exact: true }).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(narrow.width);
  }
});

test('a page that arrives late leaves the menu open that was opened meanwhile', async () => {
  const { page } = await signedInAt('/');
  await page.getByRole('button', { name: 'Ada Byron' }).waitFor();
  let open: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (open = resolve));
  await page.route('**/assets/*.js', async (request) => {
    await late;
    await request.continue();
  });
  await page.getByRole('navigation').getByRole('link', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Ada Byron' }).click();
  const item = page.getByRole('link', { name: 'Update Account', exact: true });
  await item.waitFor();
  open();
  await heading(page, 'My account');
  expect(await item.isVisible()).toBe(true);
});

test('where somebody is signed in, and signing out there, in English and in Polish', async () => {
  const { page, person } = await signedInAt('/account');
  const agents = [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'unheard of',
  ];
  for (const agent of agents) await portal.services.sessions.begin(person.account, agent);
  await page.getByRole('link', { name: 'Where you are signed in' }).click();
  await heading(page, 'Where you are signed in');
  const places = page.getByRole('main').getByRole('list').getByRole('listitem');
  await places.first().waitFor();
  expect(await places.count()).toBe(4);
  expect(await places.first().textContent()).toMatch(/This device/);
  await sound(page);
  await page.getByRole('button', { name: /^Sign out of Safari on iPhone/ }).click();
  await page.getByText('You are signed out of Safari on iPhone.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/signed out of Safari/);
  expect(await places.count()).toBe(3);
  await page.evaluate(() => localStorage.setItem('formwork.language', 'pl'));
  await page.reload();
  await heading(page, 'Gdzie konto jest zalogowane');
  await page.getByRole('heading', { level: 2, name: 'Urządzenie, którego nie znamy' }).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('pl');
  await sound(page);
  await press(page, 'Wyloguj na wszystkich innych urządzeniach');
  await page.getByText('Konto jest zalogowane tylko na tym urządzeniu.').waitFor();
  expect(await places.count()).toBe(1);
  await sound(page);
});

test('one’s data is a file', async () => {
  const { page, person } = await signedInAt('/account');
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download my data')]);
  expect(download.suggestedFilename()).toMatch(/^my-data-.*\.json$/);
  const chunks: Buffer[] = [];
  for await (const chunk of (await download.createReadStream()) as AsyncIterable<Buffer>) chunks.push(chunk);
  expect(JSON.parse(Buffer.concat(chunks).toString('utf8'))).toMatchObject({ account: { email: person.email } });
});

test('an idle person is asked before being signed out, and may stay', async () => {
  const { page } = await signedInAt('/recover');
  await page.clock.install();
  await page.goto('/recover', { waitUntil: 'networkidle' });
  portal.clock.forward({ minutes: 28, seconds: 10 });
  await page.clock.fastForward('28:10');
  const question = page.getByRole('alertdialog', { name: 'Are you still there?' });
  await question.waitFor();
  await sound(page);
  await question.getByRole('button', { name: 'Stay signed in' }).click();
  await question.waitFor({ state: 'detached' });
  portal.clock.forward({ minutes: 31 });
  await page.clock.fastForward('30:10');
  await heading(page, 'Secure login – step 1');
  await page.getByText('You were signed out because nothing happened').waitFor();
  expect(page.url()).toMatch(/return=%2Frecover/);
});

test.each(['/help', '/privacy', '/accessibility', '/nowhere'])('%s is sound', async (path) => sound(await open(path)));
