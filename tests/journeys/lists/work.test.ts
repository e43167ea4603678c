/** The work list as an officer works in it all day: by keys, with the columns that they chose, and when it cannot be fetched. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { axeViolations, carrySession, desktop, openBrowser, openPerson, phone } from '../../support/browser/browser.ts';
import { buildPages } from '../../support/built-pages.ts';
import { startCouncil, type Council } from '../../support/council.ts';

vi.setConfig({ testTimeout: 60_000 });

let pages: string;
let council: Council;
let browser: Browser;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  council = await startCouncil({ config: { rendererDir: pages } });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await council.portal.stop();
  rmSync(pages, { recursive: true, force: true });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const open = async (path = '/council', size = desktop): Promise<Page> => {
  const { context, page } = await openPerson(browser, council.portal.url, size);
  page.setDefaultTimeout(15_000);
  await carrySession(context, council.officer);
  await page.goto(path);
  return page;
};

const inDays = (days: number): string =>
  new Date(council.portal.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** What the audit trail says of who opened the case that the page shows. */
const readings = async (page: Page): Promise<unknown[]> => {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const filter = { action: { eq: 'case-read' }, 'subject.id': { eq: id } };
  return (await council.portal.store.find('audit', { filter, sort: { path: 'at', direction: 'asc' }, limit: 10 }))
    .items;
};

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

test('with nothing to do it says what will come here, and where it cannot be fetched it can be tried again', async () => {
  const page = await open();
  await page.getByText('Nothing is waiting for you or your teams.').waitFor();
  await page.route('**/api/work*', (route) => route.fulfill({ status: 503, body: '{}' }));
  await page.goto('/council?kind=late');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.unroute('**/api/work*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Nothing matches.').waitFor();
});

test('keys go from row to row and open one; columns that were left out stay away', async () => {
  const { officer, newCase, portal } = council;
  for (const [index, name] of ['Ida', 'Jon', 'Kim'].entries()) {
    const id = await newCase(name, 'Reed', `2010-03-0${index + 1}`);
    await officer.post(`/api/cases/${id}/events`, { name: 'asked', on: inDays(-30 + index) });
  }
  await portal.services.relay.run();
  const page = await open();
  await page.getByRole('row', { name: /Ida Reed/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.keyboard.press('j');
  expect(await focused(page)).toMatch(/^Ida Reed/);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focused(page)).toMatch(/^Kim Reed/);
  await page.keyboard.press('k');
  expect(await focused(page)).toMatch(/^Jon Reed/);
  await page.keyboard.press('/');
  await page.keyboard.type('jk/');
  expect(await page.getByRole('searchbox', { name: 'Find a case' }).inputValue()).toBe('jk/');

  await page.getByText('Columns and keys').click();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel('Officer', { exact: true }).uncheck();
  await page.getByLabel(/next row/).uncheck();
  await page.reload();
  await page.getByRole('row', { name: /Ida Reed/ }).waitFor();
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Name', 'What', 'When', 'From or with']);
  await page.keyboard.press('j');
  expect(await focused(page)).not.toMatch(/^Ida Reed/);
  await page.getByText('Columns and keys').click();
  await page.getByLabel(/next row/).check();

  await page.getByRole('link', { name: /^Late 3$/ }).click();
  await page.waitForURL(/kind=late/);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ida Reed' }).waitFor();

  await page.waitForLoadState('networkidle');
  expect(await readings(page)).toHaveLength(1);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Ida Reed' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await readings(page)).toHaveLength(2);
});

test('on a phone the first of the list is on the first screen, and the places stand behind one button', async () => {
  const page = await open('/council', phone);
  const first = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^Ida Reed/ }) });
  await first.first().waitFor();
  const box = await first.first().boundingBox();
  expect(box && box.y + box.height).toBeLessThan(phone.height);

  const menu = page.getByRole('button', { name: 'Menu' });
  const places = page.getByRole('navigation', { name: 'Workspace' });
  expect([await menu.count(), await places.getByRole('link').count()]).toEqual([1, 0]);
  await menu.press('Enter');
  expect(await menu.getAttribute('aria-expanded')).toBe('true');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Work list');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('Menu');
  await menu.press('Enter');
  await places.getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  expect(await menu.getAttribute('aria-expanded')).toBe('false');
});
