/** Several forms about a case, sent by one press. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anglingForms, expectStatus } from '../../support/angling.ts';
import { carrySession, desktop, openBrowser, openPerson } from '../../support/browser/browser.ts';
import { buildPages } from '../../support/built-pages.ts';
import { startCouncil, type Council } from '../../support/council.ts';

vi.setConfig({ testTimeout: 120_000 });

const taskForms = new URL('../../support/task-forms', import.meta.url).pathname;

let pages: string;
let forms: string;
let council: Council;
let browser: Browser;
let page: Page;
/** The case whose clock is late. */
let late: string;

/** Three task forms, all of which ask the sender the same question. */
const manyForms = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
  for (const from of [anglingForms, taskForms]) cpSync(from, folder, { recursive: true });
  for (const [id, title] of [
    ['boat-report', 'Report on a boat'],
    ['club-report', 'Report on a club'],
  ] as const) {
    cpSync(join(taskForms, 'bank-report'), join(folder, id), { recursive: true });
    for (const file of ['form.json', 'text.en.json']) {
      const path = join(folder, id, '1.0.0', file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace('"id": "bank-report"', `"id": "${id}"`).replace('Report on a bank', title));
    }
  }
  return folder;
};

beforeAll(async () => {
  forms = manyForms();
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  council = await startCouncil({
    config: {
      rendererDir: pages,
      formsDir: forms,
      teams: { rivers: 'rivers@council.example', 'upper-river': 'upper@council.example', lakes: 'l@council.example' },
    },
  });
  const { officer, portal, warden, deputy, group } = council;
  await portal.services.teams.join('upper-river', officer.account._id);
  late = await council.newCase('Ida', 'Reed', '2010-03-01');
  const on = new Date(portal.clock.now().getTime() - 30 * 86_400_000).toISOString().slice(0, 10);
  expectStatus(await officer.post(`/api/cases/${late}/events`, { name: 'asked', on }), 200);
  for (const { _id } of [warden.account, deputy.account]) await council.send(late, { kind: 'user', id: _id });
  await council.send(late, { kind: 'group', id: group._id });
  await portal.services.relay.run();
  const opened = await openPerson(browser, portal.url, desktop);
  page = opened.page;
  page.setDefaultTimeout(30_000);
  await carrySession(opened.context, officer);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await council.portal.stop();
  for (const each of [pages, forms]) rmSync(each, { recursive: true, force: true });
});

const heading = (name: string): Locator => page.getByRole('heading', { level: 1, name });
const button = (name: string): Locator => page.getByRole('button', { name });

test('of several forms, what could not be sent is told by name, and sent when it is tried again', async () => {
  await page.goto(`/council/cases/${late}/send?form=bank-report,boat-report`);
  for (const name of ['Report on a bank', 'Report on a boat'])
    await page.getByRole('region', { name }).getByRole('button', { name: 'Add Will Warden' }).click();
  const sent = '/api/council/tasks';
  await page.route(`**${sent}`, async (route) => {
    const isBoat = route.request().postData()?.includes('boat-report') === true;
    await (isBoat ? route.fulfill({ status: 503, body: '{}' }) : route.continue());
  });
  await button('Send 2 forms').click();
  await page.getByText('Report on a bank was sent to Will Warden.').waitFor();
  await page
    .getByRole('alert')
    .getByText(/^(Error: )?Report on a boat: /)
    .waitFor();
  expect(await page.getByRole('region', { name: 'Report on a bank' }).count()).toBe(0);
  await page.unroute(`**${sent}`);
  await button('Send').click();
  await heading('Ida Reed').waitFor();
  await page.getByText('Report on a boat was sent to Will Warden.').waitFor();
});
