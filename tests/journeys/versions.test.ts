/** A newer version of a form is published while people are filling in the older one, and one has been submitted. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isObject } from '../../engine/json.ts';
import { newVersion } from '../../scripts/forms/new-version.ts';
import { publish } from '../../scripts/forms/publish.ts';
import { anglingForms, begin, beginComplete, completeAnswers, expectStatus, startAngling } from '../support/angling.ts';
import { axeViolations, carrySession, desktop, openBrowser, openPerson } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import type { SignedIn, TestPortal } from '../support/portal.ts';

let pages: string;
let formsDir: string;
let portal: TestPortal;
let browser: Browser;

beforeAll(async () => {
  formsDir = mkdtempSync(join(tmpdir(), 'versions-'));
  cpSync(anglingForms, formsDir, { recursive: true });
  publish(formsDir, 'angling-permit');
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startAngling({ config: { rendererDir: pages, formsDir, serveUnpublished: false } });
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
  for (const folder of [pages, formsDir]) rmSync(folder, { recursive: true, force: true });
});

const edit = (folder: string, file: string, edits: [string, string][]): void => {
  const path = join(folder, file);
  const text = edits.reduce(
    (before, [find, replace]) => {
      if (!before.includes(find)) throw new Error(`${file} has no ${find}`);
      return before.replaceAll(find, replace);
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
};

/** The boat's name moves, a stretch of the river is closed, and whoever has a boat must say how long it is. */
const publishNext = (): void => {
  const folder = newVersion(formsDir, 'angling-permit', 'breaking');
  edit(folder, 'schema.json', [
    ['"boatName"', '"vessel"'],
    ['"upper", "lower", "both"', '"lower"'],
    ['"dangers":', '"boatLength": { "type": "number", "minimum": 1, "maximum": 30 }, "dangers":'],
    ['"vessel",\n', '"vessel",\n    "boatLength",\n'],
  ]);
  edit(folder, 'ui.json', [
    ['#/properties/boatName', '#/properties/vessel'],
    [
      '{ "type": "Control", "scope": "#/properties/dangers"',
      '{ "type": "Control", "scope": "#/properties/boatLength", "rule": { "effect": "SHOW", "condition": { "scope": "#/properties/hasBoat", "schema": { "const": true }, "failWhenUndefined": true } } }, { "type": "Control", "scope": "#/properties/dangers"',
    ],
  ]);
  edit(folder, 'text.en.json', [
    ['"boatName.label"', '"boatLength.label": "Length of the boat in metres",\n  "vessel.label"'],
    ['  "river.option.upper": "Upper",\n', ''],
    ['  "river.option.both": "Both",\n', ''],
  ]);
  edit(folder, 'form.json', [['"teams": { "upper": "upper-river", "lower"', '"teams": { "lower"']]);
  rmSync(join(folder, 'examples'), { recursive: true, force: true });
  writeFileSync(
    join(folder, 'migrate.json'),
    JSON.stringify({ from: '1.0.0', steps: [{ move: '/boatName', to: '/vessel' }] }),
  );
  if (!publish(formsDir, 'angling-permit')) throw new Error('The newer version could not be published');
};

interface Sitting {
  person: SignedIn;
  page: Page;
  context: BrowserContext;
  complaints: string[];
  id: string;
}

const sit = async (id: string, person: SignedIn): Promise<Sitting> => {
  const { context, page, complaints } = await openPerson(browser, portal.url, desktop);
  await carrySession(context, person);
  await page.goto(`/forms/${id}/river`);
  await page.getByRole('heading', { level: 1, name: 'Where' }).waitFor();
  return { person, page, context, complaints, id };
};

const answersOf = async ({ person, id }: Sitting): Promise<Record<string, unknown>> => {
  const { answers } = expectStatus(await person.get(`/api/drafts/${id}`), 200);
  return isObject(answers) ? answers : {};
};

test('drafts go on in the newer version, nothing is lost, and what was submitted stays as it was', async () => {
  const [submitter, later, typing] = await Promise.all([portal.signedIn(), portal.signedIn(), portal.signedIn()]);
  const sent = await beginComplete(submitter);
  const { id: submission } = expectStatus(
    await submitter.post(`/api/drafts/${sent.id}/submit`, { revision: sent.revision }),
    201,
  );
  const waiting = await begin(later, completeAnswers);
  const busy = await sit((await begin(typing, { ...completeAnswers, river: 'lower' })).id, typing);

  publishNext();
  await portal.services.catalogue.follow();

  // Whoever opens their form now is in the newer version and is told so.
  const opened = await sit(waiting.id, later);
  await opened.page.getByRole('heading', { name: 'This form has changed since you started it' }).waitFor();
  const told = await opened.page.getByRole('main').innerText();
  expect(told).toContain('Length of the boat in metres');
  expect(await opened.page.getByLabel('Name of the boat').inputValue()).toBe(completeAnswers.boatName);
  const left = opened.page.getByRole('heading', { name: 'What you wrote in the earlier version of this form' });
  await left.waitFor();
  expect(told).toContain('Stretch of the river');
  expect(told).toContain('Upper');
  expect(await axeViolations(opened.page)).toEqual([]);
  await opened.page.getByRole('button', { name: /^I have dealt with this/ }).click();
  await left.waitFor({ state: 'detached' });
  await opened.page.getByRole('radio', { name: 'Lower' }).check();
  await opened.page.getByLabel('Length of the boat in metres').fill('4');
  await opened.page.getByRole('button', { name: 'Next', exact: true }).click();
  await opened.page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor();
  // Seen to once, it does not come back with the page.
  await opened.page.getByRole('link', { name: 'Previous', exact: true }).click();
  await opened.page.getByRole('radio', { name: 'Lower' }).waitFor();
  expect(await left.count()).toBe(0);
  await opened.page.getByRole('button', { name: 'Next', exact: true }).click();
  await opened.page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor();
  expect(await answersOf(opened)).toMatchObject({ river: 'lower', vessel: completeAnswers.boatName, boatLength: 4 });
  expect(await answersOf(opened)).not.toHaveProperty('boatName');
  await opened.page.reload();
  await opened.page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor();
  expect(await left.count()).toBe(0);

  // Whoever has the older version open writes on; the words go along when the form is opened in a second window.
  const second = await sit(busy.id, typing);
  await second.page.getByRole('heading', { name: 'This form has changed since you started it' }).waitFor();
  await busy.page.getByLabel('Name of the boat').fill('Kittiwake');
  await busy.page.getByLabel('Name of the boat').blur();
  const dialog = busy.page.getByRole('alertdialog', { name: 'This form has changed' });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Continue in the newer version' }).click();
  await busy.page.getByLabel('Length of the boat in metres').waitFor();
  expect(await busy.page.getByLabel('Name of the boat').inputValue()).toBe('Kittiwake');
  expect(await answersOf(busy)).toMatchObject({ vessel: 'Kittiwake', river: 'lower' });
  expect(await left.count()).toBe(0);

  // A submission is shown by its own version.
  const { answers, form } = expectStatus(await submitter.get(`/api/submissions/${String(submission)}`), 200);
  expect(answers).toMatchObject({ river: 'upper', boatName: completeAnswers.boatName });
  expect(form).toMatchObject({ version: '1.0.0' });
  for (const { complaints, context } of [opened, busy, second]) {
    expect(complaints.filter((each) => !each.includes('409'))).toEqual([]);
    await context.close();
  }
});
