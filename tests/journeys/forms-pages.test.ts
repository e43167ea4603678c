/** The pages about forms as people use them: begin, recover, delete, read, take away; and the council's list. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { begin, beginComplete, completeAnswers, expectStatus, startAngling, type Begun } from '../support/angling.ts';
import {
  axeViolations,
  carrySession,
  narrow,
  openBrowser,
  openPerson,
  sidewaysOverflow,
} from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import type { Client } from '../support/client.ts';
import type { SignedIn, TestPortal } from '../support/portal.ts';

// Several pages each, on whatever machine.
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

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

/** A page in which `person` is signed in already. */
const browse = async (person: Client | undefined, path: string, viewport?: typeof narrow): Promise<Page> => {
  const { context, page } = await openPerson(browser, portal.url, viewport, { translated: true });
  if (person !== undefined) await carrySession(context, person);
  await page.goto(path);
  return page;
};

const submitted = async (person: SignedIn): Promise<{ id: string; reference: string }> => {
  const draft: Begun = await beginComplete(person);
  const { revision } = draft;
  const { reference } = expectStatus(await person.post(`/api/drafts/${draft.id}/submit`, { revision }), 201);
  return { id: draft.id, reference: String(reference) };
};

const main = (page: Page) => page.getByRole('main');

test('whoever is not signed in reads what a form needs, and is sent to sign in with the way back', async () => {
  const page = await browse(undefined, '/');
  await page.getByRole('link', { name: 'Angling permit' }).click();
  await page.getByText('A photograph of yourself').waitFor();
  expect(await main(page).innerText()).toContain('you must either log in or complete a simple registration');
  expect(await page.getByRole('button', { name: 'Start now' }).count()).toBe(0);
  await main(page).getByRole('link', { name: 'Sign in' }).click();
  await page.waitForURL(/\/sign-in\?return=%2Fstart%2Fangling-permit$/);
});

test('starting a form that was begun before asks which one, and goes on with the one chosen', async () => {
  const person = await portal.signedIn();
  const { id } = await begin(person, { firstName: 'Red', lastName: 'Robin' });
  const page = await browse(person, '/start/angling-permit');
  await page.getByRole('button', { name: 'Start now' }).click();
  const summary = page.getByRole('alert');
  await summary.getByText('Select whether to continue a form or start a new one').waitFor();
  expect(await page.title()).toMatch(/^Error: /);
  await page.getByRole('radio', { name: /Red Robin/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(new RegExp(`/forms/${id}`));
});

test('a new form may be begun beside one that was begun before', async () => {
  const person = await portal.signedIn();
  const { id } = await begin(person, { firstName: 'Red', lastName: 'Robin' });
  const page = await browse(person, '/start/angling-permit');
  await page.getByRole('radio', { name: /Start a new form/ }).check();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.waitForURL(/\/forms\//);
  expect(page.url()).not.toContain(id);
  expect((await person.get('/api/drafts')).body).toHaveLength(2);
});

test('a saved form says how long it is kept, and is deleted only after a question', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await begin(person, { firstName: 'Mary', lastName: 'Bluehat' });
  expectStatus(await person.patch(`/api/drafts/${id}`, { revision, lastPage: 'river' }), 200);
  const page = await browse(person, '/recover');
  await page.getByRole('row', { name: /Mary Bluehat.*Angling permit.*Where.*30 days left/ }).waitFor();

  await page.getByRole('button', { name: /^Delete.*Mary Bluehat/ }).click();
  const question = page.getByRole('alertdialog');
  await question.getByText('You cannot get them back').waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect((await person.get('/api/drafts')).body).toHaveLength(1);

  await page.getByRole('button', { name: /^Delete.*Mary Bluehat/ }).click();
  await question.getByRole('button', { name: 'Delete the form' }).click();
  await page.getByText('Angling permit for Mary Bluehat was deleted.').waitFor();
  await page.getByText('You have no saved forms').waitFor();
  expect((await person.get('/api/drafts')).body).toEqual([]);
});

test('a submitted form shows every answer that was sent, and goes away as PDF and as a link in a mail', async () => {
  const person = await portal.signedIn();
  const { id, reference } = await submitted(person);
  const page = await browse(person, '/submitted');
  await page.getByRole('row', { name: /Żółta O’Neill.*No response posted/ }).waitFor();
  await page.getByRole('link', { name: new RegExp(reference) }).click();
  await page.waitForURL(`**/submitted/${id}`);
  await page.getByText(completeAnswers.boatName).waitFor();
  const text = await main(page).innerText();
  for (const words of [
    reference,
    'Żółta',
    'O’Neill',
    '03-Apr-2015',
    'Upper',
    'Do you have a boat?',
    'Yes',
    'Ada Byron',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain(completeAnswers.dangers);
  expect(await main(page).locator('input, textarea, select').count()).toBe(0);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${reference}.pdf`);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('button', { name: 'Email me a link' }).click();
  await page.getByText(`We have sent a link to ${person.email}`).waitFor();
  const mail = (await portal.mail(person.email)).at(-1);
  expect(mail?.text).toContain(`/submitted/${id}`);
  expect(mail?.text).not.toMatch(/Żółta|O’Neill/);
});

test('an officer finds a form by name and by reference, and reads what only the council sees', async () => {
  const person = await portal.signedIn();
  const { id, reference } = await submitted(person);
  const officer = await portal.signedIn({ role: 'officer', teams: ['upper-river', 'rivers'] });
  const page = await browse(officer, '/received');
  const search = page.getByRole('searchbox');
  await search.fill('nobody of this name');
  await search.press('Enter');
  await page.getByText('Nothing was found').waitFor();
  await search.fill(reference);
  await search.press('Enter');
  await page.waitForURL(/q=/);
  await page.getByRole('row', { name: new RegExp(reference) }).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await page.getByRole('cell', { name: 'Upper river', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: new RegExp(reference) }).click();
  await page.waitForURL(`**/received/${id}`);
  await page.getByText(completeAnswers.dangers).waitFor();
  await page.getByText('Upper river', { exact: true }).waitFor();
  await page.goBack();
  await page.getByRole('row', { name: new RegExp(reference) }).waitFor();
  expect(await search.inputValue()).toBe(reference);
});

test('nobody else reads it: another person, a person in the council’s pages, somebody not signed in', async () => {
  const { id } = await submitted(await portal.signedIn());
  const other = await portal.signedIn();
  for (const path of [`/submitted/${id}`, `/received/${id}`, '/received']) {
    const page = await browse(other, path);
    await page
      .getByRole('alert')
      .getByText(/nothing at this address|Only officers and administrators can see it/)
      .waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Żółta|O’Neill/);
  }
  const page = await browse(undefined, `/submitted/${id}`);
  await page.waitForURL(/\/sign-in\?return=/);
});

test('every page is accessible and fits 320 pixels', async () => {
  const person = await portal.signedIn();
  await begin(person, { firstName: 'Mary', lastName: 'Bluehat' });
  const { id, reference } = await submitted(person);
  const officer = await portal.signedIn({ role: 'officer', teams: ['upper-river', 'rivers'] });
  const visits: [Client | undefined, string, string][] = [
    [undefined, '/', 'Angling permit'],
    [person, '/', 'Continue your form'],
    [undefined, '/start/angling-permit', 'A photograph of yourself'],
    [person, '/start/angling-permit', 'Start a new form'],
    [person, '/recover', '30 days left'],
    [person, '/submitted', 'No response posted'],
    [person, `/submitted/${id}`, completeAnswers.boatName],
    [officer, '/received', reference],
    [officer, `/received/${id}`, completeAnswers.dangers],
  ];
  for (const [who, path, words] of visits) {
    const page = await browse(who, path, narrow);
    await main(page).getByText(words).first().waitFor();
    expect([path, await axeViolations(page)]).toEqual([path, []]);
    expect([path, await sidewaysOverflow(page)]).toEqual([path, 0]);
  }
});
