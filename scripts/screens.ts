/** `npm run screens`: every page of the portal as a picture, at a desk and on a telephone, over the demonstration's data. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { systemClock } from '../server/core/clock.ts';
import { readConfig } from '../server/core/config.ts';
import { openPortal, type Portal } from '../server/portal.ts';
import { desktop, openBrowser, phone } from '../tests/support/browser/browser.ts';

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
  await context.addCookies([{ name: 'session', value: token, url: portal.url, httpOnly: true }]);
  return page;
};

const people = ['nobody', 'school@example.org', 'officer@example.org', 'administrator@example.org'] as const;
type Who = (typeof people)[number];

interface Shot {
  name: string;
  who: Who;
  path: string;
  /** What is done before the picture is taken. */
  after?: (page: Page) => Promise<void>;
}

const idIn = (link: string | null): string =>
  /\/(?:forms|submitted|received|tasks|cases|groups|start)\/([^/?#]+)/.exec(link ?? '')?.[1] ?? '';

/** The id in the first link of a list to one of its records. */
const firstOf = async (page: Page, list: string, links: string): Promise<string> => {
  await page.goto(list);
  return idIn(await page.locator(`main a[href^="${links}"]:not([href$="/new"])`).first().getAttribute('href'));
};

/** Addresses that depend on the demonstration's records. */
const records = async (browser: Browser, portal: Portal) => {
  const page = await openAs(browser, portal, 'school@example.org', desktop);
  const draft = await firstOf(page, '/recover', '/forms/');
  const submission = await firstOf(page, '/submitted', '/submitted/');
  const task = await firstOf(page, '/tasks', '/tasks/');
  const family = await firstOf(page, '/', '/start/');
  await page.context().close();
  const desk = await openAs(browser, portal, 'administrator@example.org', desktop);
  const received = await firstOf(desk, '/received', '/received/');
  const aCase = await firstOf(desk, '/council/cases', '/council/cases/');
  const sent = await firstOf(desk, '/council/tasks', '/council/tasks/');
  const group = await firstOf(desk, '/council/groups', '/council/groups/');
  await desk.context().close();
  return { draft, submission, task, family, received, aCase, sent, group };
};

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();

type Records = Awaited<ReturnType<typeof records>>;

const councilPages = ({ received, aCase, sent, group }: Records): [string, string][] => [
  ['work-list', '/council'],
  ['dashboard', '/council/dashboard'],
  ['board', '/council/board'],
  ['cases', '/council/cases'],
  ['case-new', '/council/cases/new'],
  ['case', `/council/cases/${aCase}`],
  ['case-change', `/council/cases/${aCase}/change`],
  ['send-task', `/council/cases/${aCase}/send`],
  ['council-tasks', '/council/tasks'],
  ['council-task', `/council/tasks/${sent}`],
  ['received', '/received'],
  ['received-form', `/received/${received}`],
  ['groups', '/council/groups'],
  ['group', `/council/groups/${group}`],
  ['teams', '/council/teams'],
  ['accounts', '/council/accounts'],
  ['invite', '/council/accounts/invite'],
  ['form-versions', '/council/forms'],
  ['audit', '/council/audit'],
  ['calendar', '/council/calendar'],
];

const shotsOf = (found: Records, pages: readonly string[]): Shot[] => [
  ...councilPages(found).map(([name, path]): Shot => ({ name, who: 'administrator@example.org', path })),
  ...ofPeople(found, pages),
];

const ofPeople = ({ draft, submission, task, family }: Records, pages: readonly string[]): Shot[] => [
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
  { name: 'start', who: 'school@example.org', path: `/start/${family}` },
  ...pages.map((page): Shot => ({ name: `form-${page}`, who: 'school@example.org', path: `/forms/${draft}/${page}` })),
  { name: 'form-errors', who: 'school@example.org', path: `/forms/${draft}/${pages[3] ?? ''}`, after: press('Next') },
  { name: 'check-your-answers', who: 'school@example.org', path: `/forms/${draft}/check` },
  { name: 'recover', who: 'school@example.org', path: '/recover' },
  { name: 'submitted', who: 'school@example.org', path: '/submitted' },
  { name: 'submitted-form', who: 'school@example.org', path: `/submitted/${submission}` },
  { name: 'account', who: 'school@example.org', path: '/account' },
  { name: 'account-update', who: 'school@example.org', path: '/account/update' },
  { name: 'account-sessions', who: 'school@example.org', path: '/account/sessions' },
  { name: 'tasks', who: 'school@example.org', path: '/tasks' },
  { name: 'tasks-submitted', who: 'school@example.org', path: '/tasks?list=submitted' },
  { name: 'task', who: 'school@example.org', path: `/tasks/${task}` },
  { name: 're-assign', who: 'school@example.org', path: `/tasks/${task}/re-assign` },
  { name: 'automatic-replies', who: 'school@example.org', path: '/account/automatic-replies' },
  { name: 'officer-work-list', who: 'officer@example.org', path: '/council' },
  { name: 'officer-dashboard', who: 'officer@example.org', path: '/council/dashboard' },
];

const take = async (page: Page, { name, path, after }: Shot, width: string): Promise<void> => {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await after?.(page);
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true, animations: 'disabled' });
};

const dataDir = mkdtempSync(join(tmpdir(), 'formwork-screens-'));
const portal = await start(dataDir);
await portal.seeded;
const browser = await openBrowser();
try {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const found = await records(browser, portal);
  const probe = await openAs(browser, portal, 'school@example.org', desktop);
  await probe.goto(`/forms/${found.draft}`);
  await probe.locator(`a[href^="/forms/${found.draft}/"]`).first().waitFor();
  const links = await probe
    .locator(`a[href^="/forms/${found.draft}/"]`)
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const pages = [...new Set(links.map((link) => link.split('/')[3] ?? ''))].filter((id) => id !== '' && id !== 'check');
  const first = new URL(probe.url()).pathname.split('/')[3];
  const shots = shotsOf(found, [...new Set([...(first ? [first] : []), ...pages])]);
  for (const [width, viewport] of Object.entries(windows))
    for (const who of people) {
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
