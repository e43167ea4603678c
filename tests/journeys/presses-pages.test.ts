/** On every page of the portal whatever is pressed after a box was left is pressed, and stays where it is (decision 0011). */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import { act, draftOf, save, send, startBank, taskOf, toUser, type Bank } from '../support/bank.ts';
import { carrySession, desktop, openBrowser } from '../support/browser/browser.ts';
import { heightOf, noteClicks, press, type Target } from '../support/browser/presses.ts';
import { buildPages } from '../support/built-pages.ts';
import type { SignedIn } from '../support/portal.ts';
import { listOf, textField } from '../support/read.ts';

vi.setConfig({ testTimeout: 120_000 });

let pages: string;
let browser: Browser;
let bank: Bank;
let people: Record<'nobody' | 'applicant' | 'holder' | 'administrator', SignedIn | undefined>;
/** What stands for a part of an address that names a record. */
let ids: Record<'case' | 'task' | 'held' | 'group' | 'submission', string>;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  bank = await startBank({ config: { rendererDir: pages } });
  const { warden, portal, group, caseId } = bank;
  const administrator = await portal.signedIn({ role: 'administrator' });
  await portal.services.teams.join('rivers', administrator.account._id);
  people = { nobody: undefined, applicant: await portal.signedIn({}), holder: warden, administrator };
  const task = await send(bank, toUser(warden));
  taskOf(await act(warden, task, 'open'));
  const { revision } = taskOf(await save(warden, await draftOf(warden, task), { report: 'Dry', reason: 'fence' }));
  const ended = taskOf(await warden.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
  const held = await send(bank, toUser(warden));
  const received = expectStatus(await administrator.get('/api/received'), 200);
  ids = {
    case: caseId,
    task: ended.id,
    held: held.id,
    group: group._id,
    submission: textField(listOf(received['items'])[0], 'id'),
  };
}, 120_000);
afterAll(async () => {
  await browser.close();
  await bank.portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

/** Every address of the router with who may open it. `{…}` names a record. */
const addresses: Record<string, [who: keyof typeof people, address: string]> = {
  '/': ['applicant', '/'],
  '/accessibility': ['nobody', '/accessibility'],
  '/account': ['applicant', '/account'],
  '/account/automatic-replies': ['holder', '/account/automatic-replies'],
  '/account/sessions': ['applicant', '/account/sessions'],
  '/account/update': ['applicant', '/account/update'],
  '/council': ['administrator', '/council'],
  '/council/accounts': ['administrator', '/council/accounts'],
  '/council/accounts/invite': ['administrator', '/council/accounts/invite'],
  '/council/audit': ['administrator', '/council/audit'],
  '/council/dashboard': ['administrator', '/council/dashboard'],
  '/council/board': ['administrator', '/council/board'],
  '/council/calendar': ['administrator', '/council/calendar'],
  '/council/cases': ['administrator', '/council/cases'],
  '/council/cases/:id': ['administrator', '/council/cases/{case}'],
  '/council/cases/:id/audit': ['administrator', '/council/cases/{case}/audit'],
  '/council/cases/:id/change': ['administrator', '/council/cases/{case}/change'],
  '/council/cases/:id/compare': ['administrator', '/council/cases/{case}/compare'],
  '/council/cases/:id/export': ['administrator', '/council/cases/{case}/export'],
  '/council/cases/:id/send': ['administrator', '/council/cases/{case}/send'],
  '/council/cases/new': ['administrator', '/council/cases/new'],
  '/council/forms': ['administrator', '/council/forms'],
  '/council/groups': ['administrator', '/council/groups'],
  '/council/groups/:id': ['administrator', '/council/groups/{group}'],
  '/council/groups/new': ['administrator', '/council/groups/new'],
  '/council/tasks': ['administrator', '/council/tasks'],
  '/council/tasks/:id': ['administrator', '/council/tasks/{task}'],
  '/council/teams': ['administrator', '/council/teams'],
  '/council/teams/:id': ['administrator', '/council/teams/rivers'],
  '/forgotten-password': ['nobody', '/forgotten-password'],
  '/help': ['nobody', '/help'],
  '/privacy': ['nobody', '/privacy'],
  '/received': ['administrator', '/received'],
  '/received/:id': ['administrator', '/received/{submission}'],
  '/recover': ['applicant', '/recover'],
  '/register': ['nobody', '/register'],
  '/sign-in': ['nobody', '/sign-in'],
  '/signed-out': ['nobody', '/signed-out'],
  '/submitted': ['applicant', '/submitted'],
  '/tasks': ['holder', '/tasks'],
  '/tasks/:id/re-assign': ['holder', '/tasks/{held}/re-assign'],
};

/** The pages of forms, which `presses.test.ts` walks, and those that need a link from a mail or something of one's own to be there. */
const elsewhere = [
  '/forms/:draftId/:pageId?',
  '/tasks/:taskId/:pageId?',
  '/start/:familyId',
  '/submitted/:id',
  '/accept-invitation',
  '/reset-password',
  '/dev/mailbox',
];

test('every address of the router is known', () => {
  const renderer = join(import.meta.dirname, '../../renderer');
  const all = globSync('**/*.tsx', { cwd: renderer }).flatMap((file) =>
    Array.from(
      readFileSync(join(renderer, file), 'utf8').matchAll(/<Route\s+path="([^"]+)"/g),
      ([, path = '']) => path,
    ),
  );
  expect(all.length).toBeGreaterThan(40);
  const known = new Set([...Object.keys(addresses), ...elsewhere]);
  expect(all.filter((path) => !path.endsWith('/*?') && !known.has(path))).toEqual([]);
  expect([...known].filter((path) => !all.includes(path))).toEqual([]);
});

const boxesOf = (page: Page) =>
  page
    .getByRole('main')
    .locator('textarea, input:not([type=radio], [type=checkbox], [type=file], [type=hidden], [type=submit])')
    .and(page.locator(':visible:enabled:not([readonly])'));

/** Marks the first thing after a box that can be pressed. */
const followerOf = async (page: Page, box: number): Promise<Target | undefined> => {
  const handle = await boxesOf(page).nth(box).elementHandle();
  const name = await handle.evaluate((input) => {
    document.querySelectorAll('[data-press]').forEach((each) => {
      each.removeAttribute('data-press');
      each.removeAttribute('data-clicked');
    });
    const field = input.closest('.field') ?? input;
    for (const each of document.querySelectorAll('main :is(a[href], button)')) {
      const follows = field.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
      const { width, height } = each.getBoundingClientRect();
      if (!follows || field.contains(each) || width < 2 || height < 2 || each.matches(':disabled')) continue;
      each.setAttribute('data-press', '');
      return `${each.tagName.toLowerCase()} ${each.textContent.trim().slice(0, 40)}`;
    }
    return undefined;
  });
  return name === undefined ? undefined : { kind: 'other', name, locator: page.locator('[data-press]') };
};

/** What is wrong when something comes up at the head of the page while its last control is pressed. */
const movedBelowNotice = async (page: Page): Promise<string[]> => {
  const controls = page.getByRole('main').locator(':is(button, input, a[href]):visible:enabled');
  if ((await controls.count()) === 0) return [];
  await page.evaluate(() =>
    document.querySelectorAll('[data-press]').forEach((each) => each.removeAttribute('data-press')),
  );
  await controls.last().evaluate((element) => {
    element.removeAttribute('data-clicked');
    element.setAttribute('data-press', '');
  });
  const target: Target = { locator: page.locator('[data-press]'), name: 'the last control', kind: 'other' };
  await target.locator.scrollIntoViewIfNeeded();
  const box = await target.locator.boundingBox();
  if (!box) return ['the last control cannot be seen'];
  const heights: number[] = [];
  await page.mouse.move(box.x + 5, box.y + box.height / 2);
  await page.mouse.down();
  await page.context().setOffline(true);
  await page.getByText('You are offline').first().waitFor();
  heights.push(await heightOf(target));
  await page.context().setOffline(false);
  await page.getByText('You are offline').first().waitFor({ state: 'detached' });
  heights.push(await heightOf(target));
  await page.mouse.up();
  await page.locator('[data-clicked]').first().waitFor({ state: 'attached' });
  return heights.filter((height) => height !== Math.round(box.y)).map((height) => `moved from ${box.y} to ${height}`);
};

let presses = 0;
test.each(Object.keys(addresses))(
  'what is pressed after a box of %s is pressed, and nothing moves for it',
  async (path) => {
    const [who, written] = addresses[path] ?? ['nobody', path];
    const address = written.replace(/\{(\w+)\}/, (_, name: keyof typeof ids) => ids[name]);
    const context = await browser.newContext({ baseURL: bank.portal.url, viewport: desktop, reducedMotion: 'reduce' });
    const person = people[who];
    if (person !== undefined) await carrySession(context, person);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await noteClicks(page, 'no button is called so');
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(await page.locator('h1').first().innerText()).not.toMatch(
      /not found|cannot be shown|You cannot see this page/,
    );
    const wrong: string[] = [];
    for (let box = 0; box < (await boxesOf(page).count()); box += 1) {
      const input = boxesOf(page).nth(box);
      await input.focus();
      await page.keyboard.insertText('99!');
      await page.keyboard.press('Escape');
      const target = await followerOf(page, box);
      if (target === undefined) continue;
      presses += 1;
      wrong.push(...(await press(page, 'mouse', target)).map((fault) => `box ${box}: ${fault}`));
    }
    expect([...wrong, ...(await movedBelowNotice(page))]).toEqual([]);
    await context.close();
  },
);

test('boxes are on many of them', () => expect(presses).toBeGreaterThan(40));
