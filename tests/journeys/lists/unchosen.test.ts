/** Words typed where one of many is to be chosen: what they mean is chosen, or it is said that nothing is; they are never dropped in silence. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { send, startBank, toUser, type Bank } from '../../support/bank.ts';
import { axeViolations, carrySession, desktop, openBrowser, openPerson } from '../../support/browser/browser.ts';
import { buildPages } from '../../support/built-pages.ts';
import type { SignedIn } from '../../support/portal.ts';

vi.setConfig({ testTimeout: 60_000 });

let pages: string;
let bank: Bank;
let administrator: SignedIn;
let browser: Browser;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  bank = await startBank({ config: { rendererDir: pages } });
  administrator = await bank.portal.signedIn({ role: 'administrator' });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await bank.portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

interface Place {
  /** The file that draws it. */
  file: string;
  label: string;
  /** Opens the page and gives what the field stands in. */
  open: (page: Page) => Promise<Page | Locator>;
  /** What sends the form, whatever was chosen. */
  button: RegExp;
  /** What means exactly one. */
  one: string;
  error?: string;
}

const somebody = 'Choose somebody from the list, or clear the field';

const places: Place[] = [
  {
    file: 'accounts/SuspendDialog.tsx',
    label: 'Move them to',
    open: async (page) => {
      await send(bank, toUser(bank.warden));
      await page.goto(`/council/accounts?q=${bank.warden.email}`);
      await page.getByRole('button', { name: 'Suspend Will Warden' }).click();
      const dialog = page.getByRole('dialog', { name: 'Suspend Will Warden?' });
      await dialog.getByLabel('Why').fill('Has left the club');
      return dialog;
    },
    button: /^Suspend the account/,
    one: 'Chris Chief',
  },
  {
    file: 'tasks/ReassignDialog.tsx',
    label: 'Who to send it to',
    open: async (page) => {
      const { id } = await send(bank, toUser(bank.colleague));
      await page.goto(`/council/tasks/${id}`);
      await page.getByRole('button', { name: 'Re-assign' }).click();
      return page.getByRole('dialog', { name: 'Re-assign this form' });
    },
    button: /^Re-assign/,
    one: 'Chris Chief',
  },
  {
    file: 'tasks/Recipients.tsx',
    label: 'Who to send it to',
    open: async (page) => {
      await page.goto(`/council/cases/${bank.caseId}/send?form=bank-report`);
      return page;
    },
    button: /^Send/,
    one: 'Chris Chief',
  },
  ...['Add to managers', 'Add to members'].map((label) => ({
    file: 'groups/PeopleList.tsx',
    label,
    open: async (page: Page) => {
      await page.goto(`/council/groups/${bank.group._id}`);
      return page;
    },
    button: /^Save the work group/,
    one: 'Lars Lake',
  })),
  {
    file: 'groups/PeopleList.tsx',
    label: 'Add to officers',
    open: async (page) => {
      await page.goto('/council/teams/rivers');
      return page;
    },
    button: /^Save the team/,
    one: 'Lars Lake',
  },
  {
    file: 'accounts/Invite.tsx',
    label: 'Work groups',
    open: async (page) => {
      await page.goto('/council/accounts/invite');
      await page.getByLabel('Email address').fill('new@example.org');
      await page.getByLabel('Forename').fill('Nora');
      await page.getByLabel('Surname').fill('New');
      return page;
    },
    button: /^Send the invitation/,
    one: 'warden',
    error: 'Select an option from the list, or clear the field',
  },
];

test('every field that finds one of many is tried', () => {
  const root = new URL('../../../renderer/pages', import.meta.url).pathname;
  const files = globSync('**/*.tsx', { cwd: root }).filter((file) =>
    /<(?:FindOne|Combobox)\b/.test(readFileSync(`${root}/${file}`, 'utf8')),
  );
  const tried = places.map(({ file }) => `council/${file}`);
  expect(files.filter((file) => !tried.includes(file))).toEqual(['council/parts/FindOne.tsx']);
});

test.each(places)('$file, $label', async ({ label, open, button, one, error = somebody }) => {
  const { context, page } = await openPerson(browser, bank.portal.url, desktop);
  page.setDefaultTimeout(10_000);
  await carrySession(context, administrator);
  const within = await open(page);
  const field = within.getByRole('combobox', { name: label });
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
  });

  // By Tab, by Enter and by the button: nobody is called so.
  await field.pressSequentially('Zyx Nobody');
  await page.keyboard.press('Tab');
  await within.getByText(error).waitFor();
  expect(await field.inputValue()).toBe('Zyx Nobody');
  expect(await axeViolations(page)).toEqual([]);
  await within.getByRole('button', { name: button }).click();
  await page.keyboard.press('Enter');
  await within.getByText(error).waitFor();
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(sent).toEqual([]);

  // Escape says no to what the list offered.
  await field.fill('');
  await within.getByText(error).waitFor({ state: 'detached' });
  const beginning = one.slice(0, -1);
  await field.pressSequentially(beginning);
  await page.locator('[role=listbox] [role=option]').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await within.getByText(error).waitFor();
  expect(await field.inputValue()).toBe(beginning);

  await field.fill('');
  await within.getByText(error).waitFor({ state: 'detached' });
  await field.pressSequentially(one);
  await page.keyboard.press('Tab');
  await expect.poll(() => field.inputValue()).toBe('');
  const listed = within.getByRole('listitem').filter({ hasText: new RegExp(one, 'i') });
  await within.getByText(`Chosen: ${one}`).or(listed).waitFor();
  expect(await within.getByText(error).count()).toBe(0);
  expect(sent).toEqual([]);
  await context.close();
});

test('nothing goes to somebody of whom only the beginning was typed before their whole name stands there', async () => {
  const { context, page } = await openPerson(browser, bank.portal.url, desktop);
  page.setDefaultTimeout(10_000);
  await carrySession(context, administrator);
  const { id } = await send(bank, toUser(bank.colleague));
  await page.goto(`/council/tasks/${id}`);
  await page.getByRole('button', { name: 'Re-assign' }).click();
  const dialog = page.getByRole('dialog', { name: 'Re-assign this form' });
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await dialog.getByRole('combobox', { name: 'Who to send it to' }).fill('Chris Chi');
  await dialog.getByRole('option', { name: /Chris Chief/ }).waitFor();
  await dialog.getByRole('button', { name: /^Re-assign/ }).click();
  await dialog.getByText('Chosen: Chris Chief').waitFor();
  expect(sent).toEqual([]);
  await context.close();
});
