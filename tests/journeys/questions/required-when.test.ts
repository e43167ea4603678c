/** A question that is required only while a condition holds, as the person sees it: its mark, its message, and its way on. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, startAngling } from '../../support/angling.ts';
import { carrySession, desktop, openBrowser, openPerson } from '../../support/browser/browser.ts';
import { buildPages } from '../../support/built-pages.ts';
import type { TestPortal } from '../../support/portal.ts';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const forms = mkdtempSync(join(tmpdir(), 'formwork-required-'));

let pages: string;
let portal: TestPortal;
let browser: Browser;

/** The club’s telephone number is needed of those who name a club. */
const scope = '"scope": "#/properties/clubPhone"';
const options =
  '"options": { "requiredWhen": { "scope": "#/properties/club", "schema": { "type": "string" }, "failWhenUndefined": true } }';

beforeAll(async () => {
  cpSync(beside('../forms'), forms, { recursive: true });
  const path = join(forms, 'angling-club/1.0.0/ui.json');
  const before = readFileSync(path, 'utf8');
  const after = before.replace(scope, `${scope}, ${options}`);
  if (after === before) throw new Error('The form has lost the control of the telephone number');
  writeFileSync(path, after);
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startAngling({ config: { rendererDir: pages, formsDir: forms, councilDir: beside('../council') } });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  for (const folder of [pages, forms]) rmSync(folder, { recursive: true, force: true });
});

test('it is optional until the condition holds, then marked, asked for, and let go again', async () => {
  const person = await portal.signedIn();
  const answers = { behalf: 'myself', firstName: 'Ada', lastName: 'Brook', dateOfBirth: '1990-01-01' };
  const { id } = expectStatus(await person.post('/api/drafts', { form: 'angling-club', answers }), 201);
  const { context, page, complaints } = await openPerson(browser, portal.url, desktop);
  await carrySession(context, person);
  page.setDefaultTimeout(8_000);
  await page.goto(`/forms/${String(id)}/angler`);
  const label = page.locator('#q-clubPhone-label');
  await label.waitFor();
  expect(await label.innerText()).toContain('(optional)');

  await page.locator('#q-club').fill('Upper Trent Anglers');
  await page.locator('#q-clubPhone').focus();
  await label.getByText('required').waitFor({ state: 'attached' });
  expect(await label.innerText()).not.toContain('(optional)');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.locator('#q-clubPhone-error').waitFor();

  await page.locator('#q-club').fill('');
  await page.locator('#q-clubPhone').focus();
  await page.locator('#q-clubPhone-error').waitFor({ state: 'detached' });
  expect(await label.innerText()).toContain('(optional)');
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);
