/** An officer's day by its presses: what they do most often takes as few as it can, by mouse and by keys. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anglingForms, beginComplete, expectStatus } from '../../support/angling.ts';
import { axeViolations, carrySession, desktop, openBrowser, openPerson } from '../../support/browser/browser.ts';
import { buildPages } from '../../support/built-pages.ts';
import { startCouncil, type Council } from '../../support/council.ts';

vi.setConfig({ testTimeout: 120_000 });

const taskForms = new URL('../../support/task-forms', import.meta.url).pathname;

let pages: string;
let forms: string;
let council: Council;
let browser: Browser;
let page: Page;
/** The case whose clock is the latest. */
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

/** A form that came in from a family. */
const came = async (): Promise<void> => {
  const parent = await council.portal.signedIn();
  const { id, revision } = await beginComplete(parent);
  expectStatus(await parent.post(`/api/drafts/${id}/submit`, { revision }), 201);
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
  for (const [days, about] of [
    [30, late],
    [29, await council.newCase('Jon', 'Reed', '2011-03-01')],
  ] as const) {
    const on = new Date(portal.clock.now().getTime() - days * 86_400_000).toISOString().slice(0, 10);
    expectStatus(await officer.post(`/api/cases/${about}/events`, { name: 'asked', on }), 200);
  }
  for (const { _id } of [warden.account, deputy.account]) await council.send(late, { kind: 'user', id: _id });
  await council.send(late, { kind: 'group', id: group._id });
  await came();
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
const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const link = (name: string | RegExp): Locator => page.getByRole('link', { name });
const box = (name: string): Locator => page.getByRole('checkbox', { name, exact: true });
const row = (name: RegExp): Locator => page.getByRole('row').filter({ has: link(name) });

/** How often something is pressed, by mouse or by key; words that are typed do not count. */
const counted = () => {
  let presses = 0;
  return {
    click: async (...places: Locator[]): Promise<void> => {
      for (const place of places) {
        presses += 1;
        await place.click();
      }
    },
    keys: async (...keys: string[]): Promise<void> => {
      for (const key of keys) {
        presses += 1;
        await page.keyboard.press(key);
      }
    },
    presses: (): number => presses,
  };
};

const workList = async (): Promise<void> => {
  await page.goto('/council');
  await row(/^Jon Reed/)
    .first()
    .waitFor();
};

const theCase = async (): Promise<void> => {
  await page.goto(`/council/cases/${late}`);
  await heading('Ida Reed').waitFor();
};

const reports = ['Report on a bank', 'Report on a boat', 'Report on a club'];

test('by mouse: the most urgent case 1, the newest form 1, one form to three 4, three forms in one pass, an event 2, a response 2', async () => {
  await workList();
  const urgent = counted();
  await urgent.click(link(/^Ida Reed/).first());
  await heading('Ida Reed').waitFor();

  await workList();
  const newest = counted();
  await newest.click(
    row(/^Żółta/)
      .getByRole('link')
      .first(),
  );
  await button('Post a response').waitFor();

  await theCase();
  const one = counted();
  await one.click(link('Send a form'), box('Report on a club'), button('Add all 3'), button(/^Send\b/));
  await heading('Ida Reed').waitFor();
  await page.getByText(/Report on a club was sent to .*Will Warden/).waitFor();

  await theCase();
  const three = counted();
  await three.click(link('Send a form'), ...reports.map(box));
  for (const name of reports)
    await three.click(page.getByRole('region', { name }).getByRole('button', { name: /^Add all/ }));
  expect(await axeViolations(page)).toEqual([]);
  await three.click(button('Send 3 forms'));
  await heading('Ida Reed').waitFor();

  const event = counted();
  await event.click(button('Permit decided'), button('Note the event'));
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('Permit decided').first().waitFor();

  await workList();
  const respond = counted();
  await respond.click(row(/^Żółta/).getByRole('link', { name: /^Respond/ }));
  await page.getByRole('dialog').getByRole('textbox').fill('Thank you');
  await respond.click(page.getByRole('dialog').getByRole('button', { name: 'Post the response' }));
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  const all = { urgent, newest, one, three, event, respond };
  expect(Object.fromEntries(Object.entries(all).map(([name, { presses }]) => [name, presses()]))).toEqual({
    urgent: 1,
    newest: 1,
    one: 4,
    three: 8,
    event: 2,
    respond: 2,
  });
});

test('by keys: the most urgent case 2, the newest form one more for each row before it, its response without leaving the row', async () => {
  await came();
  await council.portal.services.relay.run();
  await workList();
  const rows = await page.getByRole('rowheader').allInnerTexts();
  const urgent = counted();
  await urgent.keys('j', 'Enter');
  await heading('Jon Reed').waitFor();

  await page.goBack();
  await row(/^Żółta/)
    .first()
    .waitFor();
  const newest = counted();
  const at = rows.findIndex((each) => each.startsWith('Żółta'));
  await newest.keys(...Array.from({ length: at + 1 }, () => 'j'), 'r');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.type('Thank you');
  expect([urgent.presses(), newest.presses()]).toEqual([2, at + 2]);
});

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
