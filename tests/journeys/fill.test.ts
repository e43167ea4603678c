/** A form filled in by hand: page by page, over a lost connection, in two windows, past the end of a session, and submitted once. */
import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isObject } from '../../engine/json.ts';
import { begin, beginComplete, completeAnswers, expectStatus, startAngling } from '../support/angling.ts';
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
  portal = await startAngling({ config: { rendererDir: pages } });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

interface Filling {
  person: SignedIn;
  page: Page;
  context: BrowserContext;
  complaints: string[];
  draft: string;
}

/** Somebody at the first page of a form of their own. */
const fill = async (answers?: Record<string, unknown>, viewport = desktop): Promise<Filling> => {
  const person = await portal.signedIn();
  const { id } = answers ? await begin(person, answers) : await beginComplete(person);
  const { context, page, complaints } = await openPerson(browser, portal.url, viewport);
  await carrySession(context, person);
  await page.goto(`/forms/${id}`);
  await heading(page, 'Who wants to fish').waitFor();
  return { person, page, context, complaints, draft: id };
};

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();
const saved = (page: Page) => page.getByText(/^Saved at \d\d:\d\d$/).waitFor();

const stored = async ({ person, draft }: Filling): Promise<Record<string, unknown>> => {
  const { answers } = expectStatus(await person.get(`/api/drafts/${draft}`), 200);
  return isObject(answers) ? answers : {};
};

const typeDate = async (page: Page, question: string, [day, month, year]: [string, string, string]): Promise<void> => {
  const group = page.getByRole('group', { name: question });
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
};

test('from the first question to the list of submitted forms, with the connection lost on the way', async () => {
  const filling = await fill({});
  const { page, context, person, complaints } = filling;
  await page.getByLabel('First name').fill('Żółta');
  await page.getByLabel('Last name').fill('O’Neill');
  await next(page);
  const summary = page.getByRole('alert');
  await summary.getByRole('link', { name: /date of birth/i }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-dateOfBirth-day');
  expect(await page.title()).toMatch(/^Error: Who wants to fish – Page 1 of 4/);
  await typeDate(page, 'Date of birth', ['3', '4', '2015']);
  await next(page);
  await heading(page, 'Where').waitFor();

  await page.getByRole('radio', { name: 'Upper' }).check();
  await page.getByRole('radio', { name: 'Yes' }).check();
  await context.setOffline(true);
  await page.getByLabel('Name of the boat').fill('Ŵylan');
  await page.getByText('Saved on this device, will be sent when you are online').first().waitFor();
  await next(page);
  await heading(page, 'Documents').waitFor();
  await context.setOffline(false);
  await saved(page);
  expect(await stored(filling)).toMatchObject({ firstName: 'Żółta', river: 'upper', boatName: 'Ŵylan' });

  await next(page);
  await heading(page, 'Declaration').waitFor();
  await next(page);
  await heading(page, 'Check your answers').waitFor();
  await page.getByRole('link', { name: 'Change Name of the boat' }).click();
  await heading(page, 'Where').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-boatName');
  await page.getByLabel('Name of the boat').fill('Gwylan');
  await page.getByRole('button', { name: 'Back to check your answers' }).click();
  await page.getByText('Gwylan').waitFor();

  await page.getByRole('button', { name: 'Send to the council' }).click();
  await page.getByRole('dialog').getByText('Have you entered all that we need?').waitFor();
  // The form arrives; its reply does not.
  await page.route(
    '**/submit',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await page.getByText('It will not be submitted twice').waitFor();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await page.waitForURL(/\/submitted/);
  await page.getByText('Żółta O’Neill').first().waitFor();
  expect((await person.get('/api/submissions')).body).toHaveLength(1);
  expect(complaints.filter((complaint) => !/ERR_(INTERNET_DISCONNECTED|FAILED)/.test(complaint))).toEqual([]);
});

test('nothing is said about a question before it was left with something in it', async () => {
  const { page } = await fill({});
  await page.getByLabel('First name').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('31');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2015');
  expect(await page.getByText(/^Error:/).count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.getByText(/^Error:.*date/i).waitFor();
  expect(await page.getByText(/^Error:/).count()).toBe(1);
});

test('the whole way by keyboard alone', async () => {
  const { page } = await fill({});
  const { keyboard } = page;
  /** Tab until the thing of this name has focus. */
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      await keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const { activeElement } = document;
        const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : activeElement;
        return label?.textContent ?? '';
      });
      if (here.startsWith(name)) return;
    }
    throw new Error(`Tab never reaches ${name}`);
  };
  const type = async (name: string, text: string): Promise<void> => {
    await tabTo(name);
    await keyboard.type(text);
  };
  const press = async (name: string, key: string): Promise<void> => {
    await tabTo(name);
    await keyboard.press(key);
  };

  await type('First name', 'Sam');
  await type('Last name', 'Smith');
  await type('Day', '3');
  await type('Month', '4');
  await type('Year', '2015');
  await press('Next', 'Enter');
  await heading(page, 'Where').waitFor();
  await press('Upper', 'Space');
  await press('Yes', 'Space');
  await page.getByLabel('Name of the boat').waitFor();
  await type('Name of the boat', 'Kittiwake');
  await press('Next', 'Enter');
  await heading(page, 'Documents').waitFor();
  await press('Next', 'Enter');
  await heading(page, 'Declaration').waitFor();
  await press('Next', 'Enter');
  await heading(page, 'Check your answers').waitFor();
  await press('Send to the council', 'Enter');
  await page.getByRole('dialog').waitFor();
  await keyboard.press('Enter');
  await page.waitForURL(/\/submitted/);
});

test('two windows: what both changed is put to the person, what one changed is kept', async () => {
  const filling = await fill();
  const { page, context, draft } = filling;
  const other = await context.newPage();
  await other.goto(`/forms/${draft}/angler`);
  await other.getByLabel('First name').fill('Zofia');
  await other.getByLabel('First name').blur();
  await saved(other);

  await page.getByLabel('First name').fill('Zuzanna');
  await page.getByLabel('Last name').fill('Nowak');
  const question = page.getByRole('dialog', { name: 'This form was changed in two places' });
  await question.getByText('Zuzanna').waitFor();
  await question.getByText('Zofia').waitFor();
  expect(await question.getByText('Nowak').count()).toBe(0);
  await question.getByRole('radio', { name: 'What was saved elsewhere' }).check();
  await question.getByRole('button', { name: 'Keep this answer' }).click();
  await saved(page);
  expect(await page.getByLabel('First name').inputValue()).toBe('Zofia');
  expect(await stored(filling)).toMatchObject({ firstName: 'Zofia', lastName: 'Nowak' });
});

test('the end of the session keeps the words, and they are sent after signing in again', async () => {
  const filling = await fill();
  const { page, context, person, draft } = filling;
  await person.post('/api/sign-out');
  await page.getByLabel('First name').fill('Kept');
  const told = page.getByRole('alertdialog', { name: 'You have been signed out' });
  await told.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**/sign-in?return=${encodeURIComponent(`/forms/${draft}/angler`)}`);

  const { token } = await portal.services.sessions.begin(person.account);
  const again = { cookie: () => `session=${token}` };
  await carrySession(context, again);
  await page.goto(`/forms/${draft}/angler`);
  await saved(page);
  expect(await page.getByLabel('First name').inputValue()).toBe('Kept');
  const { page: other } = await openPerson(browser, portal.url);
  await carrySession(other.context(), again);
  await other.goto(`/forms/${draft}/angler`);
  await other.getByLabel('First name').waitFor();
  expect(await other.getByLabel('First name').inputValue()).toBe('Kept');
});

test('words that could not be sent before the window was closed come back and are sent', async () => {
  const filling = await fill();
  const { page, context, draft } = filling;
  await page.route('**/api/drafts/*', (route) => route.abort());
  await page.getByLabel('First name').fill('Unsent');
  await page
    .getByText(/^Saved on this device/)
    .first()
    .waitFor();
  await page.close();
  const later = await context.newPage();
  await later.goto(`/forms/${draft}`);
  await saved(later);
  expect(await later.getByLabel('First name').inputValue()).toBe('Unsent');
  expect(await stored(filling)).toMatchObject({ firstName: 'Unsent' });
});

test('a reload gives the same page with the same words', async () => {
  const { page } = await fill();
  await next(page);
  await heading(page, 'Where').waitFor();
  await page.getByLabel('Name of the boat').fill('Kittiwake');
  await page.getByLabel('Name of the boat').blur();
  await saved(page);
  await page.reload();
  await heading(page, 'Where').waitFor();
  expect(await page.getByLabel('Name of the boat').inputValue()).toBe('Kittiwake');
});

test('hidden answers are kept while filling in, and are said to be left out', async () => {
  const { page } = await fill();
  await next(page);
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByLabel('Name of the boat').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Check your answers' }).click();
  const left = page.getByRole('heading', { name: 'Answers that will not be sent' }).locator('..');
  await left.getByText('Name of the boat').waitFor();
  await page.getByRole('link', { name: /^Where/ }).click();
  await page.getByRole('radio', { name: 'Yes' }).check();
  expect(await page.getByLabel('Name of the boat').inputValue()).toBe(completeAnswers.boatName);
});

test('saving for later says until when; cancelling asks, and puts the answers back', async () => {
  const filling = await fill();
  const { page } = filling;
  await page.getByLabel('First name').fill('Mistake');
  await page.getByRole('button', { name: 'Save for later' }).click();
  await page
    .getByRole('dialog')
    .getByText(/^We will keep it until \d\d-[A-Z][a-z]{2}-\d{4}/)
    .waitFor();
  expect(await stored(filling)).toMatchObject({ firstName: 'Mistake' });
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.waitForURL(`${portal.url}/`);
  expect(await stored(filling)).toMatchObject({ firstName: completeAnswers.firstName });
});

test('what is missing is listed before submitting, and stops it', async () => {
  const { page, person } = await fill({ firstName: 'Sam' });
  await page.getByRole('link', { name: 'Check your answers' }).click();
  await page.getByText(/answers need your attention before you can submit/).waitFor();
  await page.getByRole('button', { name: 'Send to the council' }).click();
  const alarm = page.getByRole('alert');
  await alarm.waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  await alarm.getByRole('link', { name: /last name/i }).click();
  await page.getByText(/^Error:.*last name/i).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-lastName');
  expect((await person.get('/api/submissions')).body).toEqual([]);
});

test('the PDF of the form as it is now', async () => {
  const { page } = await fill();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Create PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
});

test('every page and every state is accessible and fits 320 pixels', async () => {
  for (const viewport of [desktop, narrow]) {
    const { page, draft } = await fill({}, viewport);
    const look = async (state: string): Promise<void> => {
      expect([state, await axeViolations(page)]).toEqual([state, []]);
      expect([state, await sidewaysOverflow(page)]).toEqual([state, 0]);
    };
    for (const id of ['angler', 'river', 'documents', 'declaration', 'check']) {
      await page.goto(`/forms/${draft}/${id}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look(id);
      if (id === 'documents' || id === 'declaration') continue;
      await page.getByRole('button', { name: id === 'check' ? 'Send to the council' : 'Next', exact: true }).click();
      await page.getByRole('alert').waitFor();
      await look(`${id} with problems`);
    }
  }
});
