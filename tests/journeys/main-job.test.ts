/** The job that all of this is for: a whole form of the repository, filled in by hand, sent once, and read by the council. */
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import {
  axeViolations,
  carrySession,
  openBrowser,
  openPerson,
  sidewaysOverflow,
  narrow,
} from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { ownForms } from '../support/servers/own-forms.ts';
import { startPortal, testClock, type TestPortal } from '../support/portal.ts';
import { readForm } from '../support/browser/read-form.ts';
import { fillForm, heading, missingInPdf, onlyForm } from '../support/whole-form.ts';
import { fieldsOf, listOf, textField } from '../support/read.ts';

vi.setConfig({ testTimeout: 300_000 });

const { form, examples } = readForm('ehcna-primary');
const example = examples['full'];
if (example === undefined) throw new Error('The form has no full example');

let pages: string;
let portal: TestPortal;
let browser: Browser;
const forms = onlyForm(form.definition.manifest.id);

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startPortal({
    clock: testClock(new Date(`${example.today}T10:00:00Z`)),
    config: ownForms({ rendererDir: pages, formsDir: forms }),
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  for (const folder of [pages, forms]) rmSync(folder, { recursive: true, force: true });
});

test('a whole form: filled in page by page, the connection lost on the way, sent twice at once, had once, read whole', async () => {
  const person = await portal.signedIn({
    profile: { professional: true, jobRole: 'SENCo', organisation: 'Kingfisher Primary School' },
  });
  const { page, context, complaints } = await openPerson(browser, portal.url);
  page.setDefaultTimeout(10_000);
  await carrySession(context, person);
  await page.goto('/');
  await page.locator('a[href^="/start/"]').first().click();
  await page.getByRole('button', { name: 'Start now' }).click();

  await heading(page, form.pages[0]?.label ?? '').waitFor();
  await fillForm(page, form, example, async ({ index, fill }) => {
    if (index !== 3) return fill();
    await context.setOffline(true);
    await fill();
    await page
      .getByText(/Saved on this device/)
      .first()
      .waitFor();
    await context.setOffline(false);
  });

  await heading(page, 'Check your answers').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Submit to Local Authority' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Submit', exact: true }).dblclick();
  await heading(page, 'Submitted forms').waitFor();

  const list = (await person.get('/api/submissions')).body;
  expect(list).toHaveLength(1);
  const [sent] = listOf(list);
  const submission = expectStatus(await person.get(`/api/submissions/${textField(sent, 'id')}`), 200);
  const { bytes } = await person.get(`/api/submissions/${textField(sent, 'id')}/pdf`);
  expect(missingInPdf(form, example, bytes)).toEqual([]);
  expect(Object.keys(fieldsOf(submission['answers'])).sort()).toEqual(Object.keys(example.answers).sort());
  expect((await portal.mail('team@council.example')).length).toBe(1);
  expect((await portal.mail(person.email)).length).toBe(1);
  expect(complaints.filter((complaint) => !/ERR_INTERNET_DISCONNECTED/.test(complaint))).toEqual([]);
});
