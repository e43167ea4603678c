/** Every link on every page leads where it says, for everybody: the demonstration's people follow all of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../server/core/clock.ts';
import { readConfig } from '../../server/core/config.ts';
import { openPortal, type Portal } from '../../server/portal.ts';
import { desktop, openBrowser } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { crawl } from '../support/browser/crawl.ts';

let pages: string;
let dataDir: string;
let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'formwork-links-'));
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  const config = readConfig({
    FORMWORK_DEMONSTRATION: 'yes',
    FORMWORK_DATA_DIR: dataDir,
    FORMWORK_PORT: '0',
    FORMWORK_RENDERER_DIR: pages,
  });
  portal = await openPortal({ config, clock: systemClock, log: pino({ level: 'silent' }) });
  await portal.seeded;
}, 300_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  for (const folder of [pages, dataDir]) rmSync(folder, { recursive: true, force: true });
});

/** What each must have come by, so that a crawl that stops early is noticed. */
const everybody = ['/', '/help', '/privacy', '/accessibility'];
const signedIn = [...everybody, '/account', '/account/update', '/account/sessions', '/recover', '/submitted'];
const atWork = [...signedIn, '/tasks', '/account/automatic-replies'];
const council = [
  ...signedIn,
  '/council',
  '/council/cases',
  '/council/cases/:id',
  '/council/tasks/:id',
  '/received/:id',
];

const people: [who: string, email: string, places: string[]][] = [
  ['a stranger', '', [...everybody, '/sign-in', '/register', '/dev/mailbox']],
  ['a parent', 'parent@example.org', [...signedIn, '/submitted/:id']],
  ['a professional', 'school@example.org', [...atWork, '/tasks/:id', '/submitted/:id']],
  ['a manager of a work group', 'head@example.org', atWork],
  ['an officer', 'officer@example.org', council],
  ['an administrator', 'administrator@example.org', [...council, '/council/accounts', '/council/audit']],
];

const openAs = async (email: string) => {
  const context = await browser.newContext({ baseURL: portal.url, viewport: desktop, reducedMotion: 'reduce' });
  if (email !== '') {
    const account = await portal.services.accounts.byEmail(email);
    if (account === undefined) throw new Error(`The demonstration has no account ${email}`);
    const { token } = await portal.services.sessions.begin(account);
    await context.addCookies([{ name: 'session', value: token, url: portal.url, httpOnly: true }]);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return { context, page };
};

test.each(people)('%s', { timeout: 600_000 }, async (_who, email, places) => {
  const { context, page } = await openAs(email);
  const { faults, kinds } = await crawl(page);
  await context.close();
  expect(faults).toEqual([]);
  expect(kinds).toEqual(expect.arrayContaining(places));
});
