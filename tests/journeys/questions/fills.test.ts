/** What choosing a school fills in: at once for one's own, never over what somebody wrote, and no longer than the choice stands. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../support/angling.ts';
import {
  axeViolations,
  carrySession,
  desktop,
  openBrowser,
  openPerson,
  phone,
  sidewaysOverflow,
} from '../../support/browser/browser.ts';
import { buildPages } from '../../support/built-pages.ts';
import { startPortal, testClock, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { fieldsOf } from '../../support/read.ts';
import { ownForms } from '../../support/servers/own-forms.ts';

let pages: string;
let browser: Browser;
let portal: TestPortal;
beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startPortal({ clock: testClock(), config: ownForms({ rendererDir: pages }) });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

/** Waits for what a busy page does in its own time. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

const own = 'Alder Brook Primary School';
const another = 'Beechwood Infant School';

const begin = async (viewport = desktop) => {
  const person = await portal.signedIn({ profile: { professional: true, jobRole: 'SENCo', organisation: own } });
  const { id } = expectStatus(await person.post('/api/drafts', { form: 'ehcna-primary' }), 201);
  const { context, page, complaints } = await openPerson(browser, portal.url, viewport);
  await carrySession(context, person);
  page.setDefaultTimeout(15_000);
  const address = `/forms/${String(id)}/history`;
  await page.goto(address);
  await name(page).waitFor();
  return { person, page, complaints, address, draft: String(id) };
};

const name = (page: Page) => page.getByLabel('Name of school or setting');
const telephone = (page: Page) => page.getByLabel('Telephone');
const street = (page: Page) => page.getByLabel('Street').first();
const note = (page: Page) => page.locator('.filled-in');

const chooseSetting = async (page: Page, words: string): Promise<void> => {
  await name(page).fill(words);
  await page.getByRole('option', { name: words }).first().click();
};

const stored = async (person: SignedIn, draft: string) =>
  fieldsOf(expectStatus(await person.get(`/api/drafts/${draft}`), 200)['answers']);

test('one’s own school is there with its address and telephone, and says from where', async () => {
  const { page, person, draft } = await begin();
  expect(await name(page).inputValue()).toBe(own);
  expect(await telephone(page).inputValue()).toBe('01632 960100');
  expect(await street(page).inputValue()).toBe('Brook Lane');
  expect(await page.getByText('Filled in from the council’s list. You can correct it.').count()).toBe(4);

  // Another one typed over it takes those details along, and they come back when somebody wants them.
  await name(page).fill('Kingfisher School');
  await page.keyboard.press('Tab');
  await note(page).getByText(`You changed this answer, so we have removed the details of ${own}`).waitFor();
  await eventually(() => telephone(page).inputValue()).toBe('');
  expect(await street(page).inputValue()).toBe('');
  await eventually(() => stored(person, draft)).not.toHaveProperty('settingPhone');
  await note(page).getByRole('button', { name: 'Put them back' }).click();
  await eventually(() => telephone(page).inputValue()).toBe('01632 960100');
  expect(await name(page).evaluate((box) => box === document.activeElement)).toBe(true);
  await note(page).waitFor({ state: 'detached' });
});

test.each([
  ['desktop', desktop],
  ['phone', phone],
])('%s: what somebody wrote stays, and is replaced only when they say so', async (_, viewport) => {
  const { page, person, draft, address, complaints } = await begin(viewport);
  await telephone(page).fill('07700 900001');
  await page.getByLabel('Head teacher, principal or manager').fill('Mrs P. Heron');
  await chooseSetting(page, another);
  await eventually(() => street(page).inputValue()).toBe('Beech Road');
  expect(await telephone(page).inputValue()).toBe('07700 900001');
  const told = note(page).getByRole('status');
  await eventually(() => told.innerText()).toContain(
    'You entered these answers yourself, so we have not changed them.',
  );
  expect(await told.innerText()).toMatch(
    /Telephone\s+You entered: 07700 900001\s+From the entry for Beechwood Infant School: 01632 960101/,
  );
  expect(await axeViolations(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);

  await note(page)
    .getByRole('button', { name: `Use the details of ${another}` })
    .click();
  await eventually(() => telephone(page).inputValue()).toBe('01632 960101');
  const undo = note(page).getByRole('button', { name: 'Undo' });
  await eventually(() => undo.evaluate((button) => button === document.activeElement)).toBe(true);
  await undo.click();
  await eventually(() => telephone(page).inputValue()).toBe('07700 900001');
  await eventually(() => stored(person, draft)).toHaveProperty('settingPhone', '07700 900001');

  // On another day as well: what came with the choice goes, what was written stays.
  await page.goto(address);
  await eventually(() => name(page).inputValue()).toBe(another);
  await chooseSetting(page, own);
  await eventually(() => street(page).inputValue()).toBe('Brook Lane');
  expect(await telephone(page).inputValue()).toBe('07700 900001');
  await name(page).fill('Kingfisher School');
  await page.keyboard.press('Tab');
  await eventually(() => street(page).inputValue()).toBe('');
  expect(await telephone(page).inputValue()).toBe('07700 900001');
  expect(complaints).toEqual([]);
});
