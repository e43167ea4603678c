/** What waits in the browser and for how long, and what an account holds: said, and taken away when its time is over. */
import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { begin, beginComplete, expectStatus, startAngling, type Begun } from '../support/angling.ts';
import {
  axeViolations,
  carrySession,
  desktop,
  narrow,
  openBrowser,
  openPerson,
  sidewaysOverflow,
} from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import type { SignedIn, TestPortal } from '../support/portal.ts';

vi.setConfig({ testTimeout: 60_000 });

let pages: string;
let portal: TestPortal;
let browser: Browser;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startAngling({ config: { rendererDir: pages, draftsPerAccount: 3 } });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

test('whoever has as many saved forms as an account holds is told which they could delete, and starts then', async () => {
  const person = await portal.signedIn();
  await begin(person, { firstName: 'Old', lastName: 'Trout' });
  portal.clock.forward({ minutes: 5 });
  await begin(person, { firstName: 'New', lastName: 'Perch' });
  await begin(person);
  const { context, page, complaints } = await openPerson(browser, portal.url, desktop);
  await carrySession(context, person);
  await page.goto('/start/angling-permit');
  await page.getByRole('radio', { name: /new form/i }).check();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page
    .getByRole('link', { name: 'Your account is full. To start this form, delete or submit one of your saved forms.' })
    .waitFor();
  await page.getByRole('heading', { name: 'Saved forms you could delete' }).waitFor();
  expect(
    await page
      .getByRole('button', { name: /^Delete/ })
      .first()
      .textContent(),
  ).toContain('Old Trout');
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.setViewportSize(desktop);

  await page.getByRole('button', { name: /^Delete.*Old Trout/ }).click();
  await page.getByRole('button', { name: 'Delete the form' }).click();
  await page.getByRole('heading', { name: 'Saved forms you could delete' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('heading', { level: 1, name: 'Who wants to fish' }).waitFor();
  expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  await context.close();
});

test('words and documents for which an account has no more room are refused with what to do', async () => {
  const person = await portal.signedIn();
  const begun = await beginComplete(person);
  const { context, page } = await openPerson(browser, portal.url, desktop);
  await carrySession(context, person);
  const full = { status: 422, code: 'account-full', title: 'Your account is full', detail: 'In English' };
  await context.route('**/api/drafts/**', (route) =>
    route.request().method() === 'GET'
      ? route.continue()
      : route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(full) }),
  );
  await page.goto(`/forms/${begun.id}`);
  await page.getByLabel('First name').fill('Longer');
  const said = page.getByRole('alert').filter({ hasText: 'because your account is full' });
  await said.getByRole('link', { name: 'Recover a form' }).waitFor();
  await page.goto(`/forms/${begun.id}/documents`);
  const file = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('“letter.pdf” was not taken. With it, the documents in your saved forms').waitFor();
  await context.close();
});

interface Unsent {
  person: SignedIn;
  begun: Begun;
  page: Page;
  context: BrowserContext;
}

/** How many windows' unsent words wait in the browser. */
const waiting = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('formwork-unsent');
        opening.onerror = () => reject(new Error('No database'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('drafts').objectStore('drafts').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

/** Makes what waits so many days old. */
const age = (page: Page, days: number): Promise<void> =>
  page.evaluate(
    (at) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('formwork-unsent');
        opening.onerror = () => reject(new Error('No database'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('drafts', 'readwrite');
          const walk = writing.objectStore('drafts').openCursor();
          walk.onsuccess = () => {
            if (!walk.result) return;
            walk.result.update({ ...walk.result.value, at });
            walk.result.continue();
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    new Date(Date.now() - days * 24 * 60 * 60_000).toISOString(),
  );

/** Somebody who wrote words that could not be sent. */
const withUnsent = async (): Promise<Unsent> => {
  const person = await portal.signedIn();
  const begun = await beginComplete(person);
  const { context, page } = await openPerson(browser, portal.url, desktop);
  await carrySession(context, person);
  await context.route('**/api/drafts/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await page.goto(`/forms/${begun.id}`);
  await page.getByLabel('First name').fill('Nobody else may read this');
  await expect.poll(() => waiting(page)).toBe(1);
  return { person, begun, page, context };
};

/** Leaves the form as somebody who closes the window; whatever asks whether they mean it is told so. */
const leaveTo = async (page: Page, path: string): Promise<void> => {
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const gone = (page: Page) => expect.poll(() => waiting(page)).toBe(0);

const ends: [how: string, end: (unsent: Unsent) => Promise<void>][] = [
  [
    'at signing out',
    async ({ page, person }) => {
      await page
        .getByRole('button', { name: `${person.account.profile.forename} ${person.account.profile.surname}` })
        .click();
      await page.getByRole('button', { name: 'Logout', exact: true }).click();
    },
  ],
  [
    'when somebody else signs in',
    async ({ page, context }) => {
      await carrySession(context, await portal.signedIn());
      await leaveTo(page, '/');
    },
  ],
  [
    'when the form is deleted here',
    async ({ page }) => {
      await leaveTo(page, '/recover');
      await page.getByRole('button', { name: /^Delete/ }).click();
      await page.getByRole('button', { name: 'Delete the form' }).click();
    },
  ],
  [
    'after three days',
    async ({ page }) => {
      await leaveTo(page, '/help');
      await age(page, 3.1);
      await page.goto('/');
    },
  ],
];

test.each(ends)('unsent words go %s', async (_, end) => {
  const unsent = await withUnsent();
  await end(unsent);
  await gone(unsent.page);
  await unsent.context.close();
});

test('unsent words wait for whoever wrote them, past the end of their session, and are saved then', async () => {
  const { page, context, person, begun } = await withUnsent();
  await context.clearCookies();
  await leaveTo(page, '/');
  await age(page, 2.9);
  await page.goto('/help');
  expect(await waiting(page)).toBe(1);
  await carrySession(context, person);
  await context.unroute('**/api/drafts/*');
  await page.goto(`/forms/${begun.id}`);
  await page.getByText(/^Saved at \d\d:\d\d$/).waitFor();
  await gone(page);
  expect(expectStatus(await person.get(`/api/drafts/${begun.id}`), 200)).toMatchObject({
    answers: { firstName: 'Nobody else may read this' },
  });
  await context.close();
});

test('submitting takes away what another window could not send', async () => {
  const { page, context, person, begun } = await withUnsent();
  await page.close();
  await context.unroute('**/api/drafts/*');
  const other = await context.newPage();
  await other.goto(`/forms/${begun.id}/check`);
  await other.getByText(/^Saved at \d\d:\d\d$/).waitFor();
  await other.getByRole('button', { name: 'Send to the council' }).click();
  await other.getByRole('dialog').getByRole('button').first().click();
  await other.getByText(/FW-/).first().waitFor();
  await gone(other);
  expect((await person.get(`/api/drafts/${begun.id}`)).status).toBe(410);
  await context.close();
});

type End = (person: SignedIn, begun: Begun) => Promise<void>;

/** How a form goes away under somebody who is typing in it. */
const goes: [how: string, end: End][] = [
  [
    'submitted',
    async (person, begun) => {
      const { revision } = expectStatus(await person.get(`/api/drafts/${begun.id}`), 200);
      expectStatus(await person.post(`/api/drafts/${begun.id}/submit`, { revision }), 201);
    },
  ],
  [
    'deleted',
    async (person, begun) => {
      expect((await person.delete(`/api/drafts/${begun.id}`)).status).toBe(204);
    },
  ],
];

const words = 'Typed when it had gone';
const notSent = (page: Page) => page.getByRole('heading', { name: 'Answers that were not sent' });

test.each(goes)('words typed into a form that was %s elsewhere are told of and kept to be copied', async (_, end) => {
  const person = await portal.signedIn();
  const begun = await beginComplete(person);
  const { context, page } = await openPerson(browser, portal.url, narrow);
  await carrySession(context, person);
  await page.goto(`/forms/${begun.id}`);
  await page.getByLabel('First name').waitFor();
  await end(person, begun);
  await page.getByLabel('First name').fill(words);
  const told = page.getByRole('alertdialog', { name: 'This form can no longer be changed' });
  await told.getByText(words).waitFor();
  expect(await told.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
  await told.getByRole('button', { name: 'Close' }).click();
  await page.getByText(words).waitFor();
  expect(await page.getByLabel('First name').isEditable()).toBe(false);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Print', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Save for later' }).count()).toBe(0);
  await page.keyboard.press('Escape');

  await page.reload();
  await notSent(page).waitFor();
  await page.getByText(words).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Remove these answers from this device' }).click();
  await gone(page);
  await page.reload();
  await page.getByRole('heading', { name: 'This form cannot be opened' }).waitFor();
  expect(await page.getByText(words).count()).toBe(0);
  await context.close();
});

test.each(goes)('what a closed window could not send is shown where the form was, once it was %s', async (_, end) => {
  const { page, context, person, begun } = await withUnsent();
  await end(person, begun);
  await leaveTo(page, '/');
  await page.goto(`/forms/${begun.id}`);
  await notSent(page).waitFor();
  await page.getByText('Nobody else may read this').waitFor();
  await age(page, 3.1);
  await page.goto('/help');
  await gone(page);
  await context.close();
});

test('whoever submits is told of words in another window of the browser', async () => {
  const { page, context, begun } = await withUnsent();
  const other = await context.newPage();
  await other.goto(`/forms/${begun.id}/check`);
  await other.getByRole('button', { name: 'Send to the council' }).click();
  await other.getByRole('dialog').getByText('This form has unsaved answers in another window').waitFor();
  await page.close();
  await context.close();
});
