/** `npm run screens`: every page of the portal as a picture, at a desk and on a telephone, over the demonstration's data. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { systemClock } from '../server/clock.ts';
import { readConfig } from '../server/config.ts';
import { openPortal, type Portal } from '../server/portal.ts';
import { desktop, openBrowser, phone } from '../tests/support/browser.ts';

const folder = 'docs/screens';
const windows = { 1280: desktop, 360: phone };

const start = (dataDir: string): Promise<Portal> => {
  const config = readConfig({ FORMWORK_DEMONSTRATION: 'yes', FORMWORK_DATA_DIR: dataDir, FORMWORK_PORT: '0' });
  return openPortal({ config, clock: systemClock, log: pino({ level: 'silent' }) });
};

/** A page with somebody of the demonstration signed in. */
const openAs = async (browser: Browser, portal: Portal, email: string, viewport: typeof desktop): Promise<Page> => {
  const context = await browser.newContext({ baseURL: portal.url, viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (email === '') return page;
  const account = await portal.services.accounts.byEmail(email);
  if (account === undefined) throw new Error(`The demonstration has no account ${email}`);
  const { token } = await portal.services.sessions.begin(account);
  const url = portal.url.replace('http:', 'https:');
  await context.addCookies([{ name: '__Host-session', value: token, url, secure: true, httpOnly: true }]);
  return page;
};

interface Shot {
  name: string;
  who: 'nobody' | 'school@example.org' | 'officer@example.org';
  path: string;
  /** What is done before the picture is taken. */
  after?: (page: Page) => Promise<void>;
}

const idIn = (link: string | null): string => /\/(?:forms|submitted|received)\/([^/?#]+)/.exec(link ?? '')?.[1] ?? '';

/** Addresses that depend on the demonstration's records. */
const records = async (browser: Browser, portal: Portal) => {
  const page = await openAs(browser, portal, 'school@example.org', desktop);
  await page.goto('/recover');
  const draft = idIn(await page.locator('a[href^="/forms/"]').first().getAttribute('href'));
  await page.goto('/submitted');
  const submission = idIn(await page.locator('a[href^="/submitted/"]').first().getAttribute('href'));
  await page.context().close();
  return { draft, submission };
};

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();

const shotsOf = ({ draft, submission }: { draft: string; submission: string }, pages: readonly string[]): Shot[] => [
  { name: 'landing', who: 'nobody', path: '/' },
  { name: 'sign-in', who: 'nobody', path: '/sign-in' },
  { name: 'sign-in-errors', who: 'nobody', path: '/sign-in', after: press('Submit') },
  { name: 'register', who: 'nobody', path: '/register' },
  { name: 'forgotten-password', who: 'nobody', path: '/forgotten-password' },
  { name: 'help', who: 'nobody', path: '/help' },
  { name: 'privacy', who: 'nobody', path: '/privacy' },
  { name: 'accessibility', who: 'nobody', path: '/accessibility' },
  { name: 'not-found', who: 'nobody', path: '/nowhere' },
  { name: 'mailbox', who: 'nobody', path: '/dev/mailbox' },
  { name: 'start', who: 'school@example.org', path: '/start/ehcna' },
  ...pages.map((page): Shot => ({ name: `form-${page}`, who: 'school@example.org', path: `/forms/${draft}/${page}` })),
  { name: 'form-errors', who: 'school@example.org', path: `/forms/${draft}/${pages[3] ?? ''}`, after: press('Next') },
  { name: 'check-your-answers', who: 'school@example.org', path: `/forms/${draft}/check` },
  { name: 'recover', who: 'school@example.org', path: '/recover' },
  { name: 'submitted', who: 'school@example.org', path: '/submitted' },
  { name: 'submitted-form', who: 'school@example.org', path: `/submitted/${submission}` },
  { name: 'account', who: 'school@example.org', path: '/account' },
  { name: 'account-update', who: 'school@example.org', path: '/account/update' },
  { name: 'received', who: 'officer@example.org', path: '/received' },
  { name: 'received-form', who: 'officer@example.org', path: `/received/${submission}` },
];

const take = async (page: Page, { name, path, after }: Shot, width: string): Promise<void> => {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await after?.(page);
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true, animations: 'disabled' });
};

const dataDir = mkdtempSync(join(tmpdir(), 'formwork-screens-'));
const portal = await start(dataDir);
const browser = await openBrowser();
try {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const found = await records(browser, portal);
  const probe = await openAs(browser, portal, 'school@example.org', desktop);
  await probe.goto(`/forms/${found.draft}`, { waitUntil: 'networkidle' });
  const links = await probe
    .locator(`a[href^="/forms/${found.draft}/"]`)
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const pages = [...new Set(links.map((link) => link.split('/')[3] ?? ''))].filter((id) => id !== '' && id !== 'check');
  const first = new URL(probe.url()).pathname.split('/')[3];
  const shots = shotsOf(found, [...new Set([...(first ? [first] : []), ...pages])]);
  for (const [width, viewport] of Object.entries(windows))
    for (const who of ['nobody', 'school@example.org', 'officer@example.org'] as const) {
      const page = await openAs(browser, portal, who === 'nobody' ? '' : who, viewport);
      for (const shot of shots.filter((each) => each.who === who)) await take(page, shot, width);
      await page.context().close();
    }
  console.log(`${shots.length} pages, each at ${Object.keys(windows).join(' and ')} pixels, are in ${folder}`);
} finally {
  await browser.close();
  await portal.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
