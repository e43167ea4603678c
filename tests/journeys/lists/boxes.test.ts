/** Lists to search in on the pages of forms: words are never dropped in silence, and what is highlighted is what is chosen. */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readPackages } from '../../../scripts/forms/packages.ts';
import { expectStatus, startAngling } from '../../support/angling.ts';
import { carrySession, desktop, openBrowser, openPerson } from '../../support/browser/browser.ts';
import { buildPages } from '../../support/built-pages.ts';
import { startPortal, testClock, type TestPortal } from '../../support/portal.ts';
import { formsDir, readForm } from '../../support/browser/read-form.ts';
import { openForms, ownForms } from '../../support/servers/own-forms.ts';

vi.setConfig({ testTimeout: 300_000 });

const ids = [...new Set(readPackages(formsDir).map(({ form }) => form))];
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let pages: string;
let folder: string;
let browser: Browser;
let portal: TestPortal;
let club: TestPortal;
beforeAll(async () => {
  folder = openForms();
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startPortal({ clock: testClock(), config: ownForms({ rendererDir: pages, formsDir: folder }) });
  club = await startAngling({
    config: { rendererDir: pages, formsDir: beside('../forms'), councilDir: beside('../council') },
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([portal.stop(), club.stop()]);
  for (const each of [pages, folder]) rmSync(each, { recursive: true, force: true });
});

const begin = async (at: TestPortal, form: string, answers: object, professional = false) => {
  const person = await at.signedIn({
    profile: professional ? { professional, jobRole: 'SENCo', organisation: 'Kingfisher School' } : {},
  });
  const { id } = expectStatus(await person.post('/api/drafts', { form, answers }), 201);
  const { context, page } = await openPerson(browser, at.url, desktop);
  await carrySession(context, person);
  page.setDefaultTimeout(6_000);
  return { page, context, address: `/forms/${String(id)}` };
};

const nonsense = 'Zyxq';
const boxes = (page: Page): Locator => page.locator('.combobox:has(.combobox-open) input');
const byId = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);
const typeInto = async (box: Locator, text: string): Promise<void> => {
  await box.fill('');
  await box.fill(text);
};

/** Tries one list: words that fit nothing hold the page and stay, and what fits is chosen by Tab. */
const tryList = async (page: Page, id: string): Promise<string[]> => {
  const box = byId(page, id);
  const before = await box.inputValue();
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  const error = byId(page, `${id}-error`);
  const found: string[] = [];
  await typeInto(box, nonsense);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  const summed = page.locator(`.summary a[href="#${id}"]`);
  await summed.waitFor().catch(() => found.push('Next says nothing of it'));
  if ((await page.getByRole('heading', { level: 1 }).innerText()) !== heading) return ['Next goes on'];
  await error.waitFor().catch(() => found.push('nothing stands at the box'));
  if ((await box.inputValue()) !== nonsense) found.push('the words are gone');

  await box.fill('');
  await box.press('ArrowDown');
  const last = (await page.getByRole('listbox').getByRole('option').last().innerText()).trim();
  await typeInto(box, last);
  await page.keyboard.press('Tab');
  if ((await box.inputValue()) !== last) found.push(`“${last}” is not chosen`);
  await error.waitFor({ state: 'detached' }).catch(async () => found.push(`${last}: ${await error.innerText()}`));
  await typeInto(box, before);
  await page.keyboard.press('Tab');
  if ((await box.inputValue()) !== before) found.push(`“${before}” is not chosen`);
  return found.map((fault) => `${heading}, ${id}: ${fault}`);
};

let tried = 0;
test.each(ids)('%s: words in a list that fit nothing are kept and told, whatever is pressed', async (id) => {
  const { form, examples } = readForm(id);
  const professional = form.definition.manifest.audience.includes('professional');
  const { page, context, address } = await begin(portal, id, examples['full']?.answers ?? {}, professional);
  const faults: string[] = [];
  for (const formPage of form.pages) {
    await page.goto(`${address}/${formPage.id}`);
    await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
    const here = await boxes(page).evaluateAll((inputs) => inputs.map((input) => input.id));
    for (const each of here) {
      if ((await byId(page, each).count()) === 0 || !(await byId(page, each).isEditable())) continue;
      faults.push(...(await tryList(page, each)));
      tried += 1;
    }
  }
  expect(faults).toEqual([]);
  await context.close();
});

test('lists were tried', () => expect(tried).toBeGreaterThan(20));

test('words that fit nothing outlast the page, and are no answer', async () => {
  const { page, context, address } = await begin(club, 'angling-club', {});
  await page.goto(`${address}/catches`);
  const box = page.getByRole('combobox', { name: /Fish that you like best/ });
  await box.pressSequentially(nonsense);
  await page.locator('nav a[href$="/angler"]').first().click();
  await page.getByLabel('First name').waitFor();
  await page.reload();
  await page.goto(`${address}/catches`);
  await expect.poll(() => box.inputValue()).toBe(nonsense);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page
    .locator('.summary')
    .getByRole('link', { name: /Fish that you like best/ })
    .waitFor();
  await context.close();
});

/** What the screen reader is told is highlighted. */
const highlighted = (box: Locator): Promise<string> =>
  box.evaluate((input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.innerText ?? '');

test('what somebody moved to stays highlighted, whatever is saved or found meanwhile', async () => {
  const { page, context, address } = await begin(club, 'angling-club', {});
  await page.goto(`${address}/angler`);
  const box = page.getByRole('combobox', { name: 'Your present club' });
  const waiting: Route[] = [];
  await page.route(/[?&]q=mill%20s|[?&]q=mill\+s/, (route) => {
    waiting.push(route);
  });
  await box.focus();
  await page.keyboard.type('mill');
  await page.getByRole('option', { name: /Mill Pond Anglers/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  // The words become the answer, and are saved.
  await page
    .getByText(/^Saved/)
    .first()
    .waitFor();
  await page.waitForTimeout(500);
  expect(await highlighted(box)).toMatch(/^Mill Pond Anglers/);

  await page.keyboard.type(' s');
  await page.keyboard.press('ArrowDown');
  expect(await highlighted(box)).toMatch(/^Mill Pond Anglers/);
  await expect.poll(() => waiting.length).toBe(1);
  await waiting[0]?.continue();
  await page.waitForTimeout(800);
  expect(await highlighted(box)).toMatch(/^Mill Pond Anglers/);
  await page.keyboard.press('Enter');
  expect(await box.inputValue()).toBe('Mill Pond Anglers');
  await expect.poll(() => page.getByLabel('Telephone of the club').inputValue()).toBe('01632 960101');
  await context.close();
});

test('nothing is said to be in a list before it is there', async () => {
  const { page, context, address } = await begin(club, 'angling-club', {});
  await page.goto(`${address}/angler`);
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    new MutationObserver(() => {
      for (const status of document.querySelectorAll('[role=status]')) told.push(status.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByLabel('Your present club').pressSequentially('mill');
  await page.getByRole('option').first().waitFor();
  const told = await page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  expect(told.filter((text) => text.includes('in the list')).filter((text) => !text.startsWith('2 '))).toEqual([]);
  await context.close();
});
