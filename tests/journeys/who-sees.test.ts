/** The council decides who sees what: whom it knows for a professional, and whose address nobody is to learn. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send, startBank, toUser, type Bank } from '../support/bank.ts';
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
import type { SignedIn } from '../support/portal.ts';
import { fieldsOf } from '../support/read.ts';

let pages: string;
let councilDir: string;
let bank: Bank;
let browser: Browser;
beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  councilDir = mkdtempSync(join(tmpdir(), 'who-sees-'));
  cpSync(join(import.meta.dirname, '../support/task-council'), councilDir, { recursive: true });
  const file = join(councilDir, 'case.json');
  const given = { ...fieldsOf(JSON.parse(readFileSync(file, 'utf8'))), confidentialFrom: { 'person.address': [] } };
  writeFileSync(file, JSON.stringify(given));
  bank = await startBank({ config: { rendererDir: pages, councilDir } });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await bank.portal.stop();
  for (const folder of [pages, councilDir]) rmSync(folder, { recursive: true, force: true });
});

const browse = async (person: SignedIn, path: string): Promise<Page> => {
  const { context, page } = await openPerson(browser, bank.portal.url, desktop);
  page.setDefaultTimeout(30_000);
  await carrySession(context, person);
  await page.goto(path);
  return page;
};

test('refused when it is sent, confirmed in the list of accounts, and then sent', async () => {
  const administrator = await bank.portal.signedIn({ role: 'administrator' });
  await bank.portal.signedIn({
    vouched: false,
    profile: { forename: 'Una', surname: 'Unsure', professional: true, jobRole: 'SENCo', organisation: 'Oak School' },
  });
  const sending = await browse(bank.officer, `/council/cases/${bank.caseId}/send?form=bank-report`);
  await sending.getByLabel(/^Who to send it to/).fill('unsure');
  await sending.getByRole('option', { name: /Una Unsure.*not confirmed by the council/ }).click();
  const press = sending.getByRole('button', { name: 'Send', exact: true });
  await press.click();
  await sending
    .getByText(/Nobody has confirmed that Una Unsure is one/)
    .first()
    .waitFor();

  const page = await browse(administrator, '/council/accounts?q=unsure');
  await page.getByRole('row', { name: /Una Unsure.*SENCo, Oak School.*Not confirmed by the council/ }).waitFor();
  await page.getByRole('button', { name: 'Confirm Una Unsure' }).click();
  const dialog = page.getByRole('dialog', { name: 'Confirm Una Unsure?' });
  await dialog.getByText('SENCo').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.setViewportSize(desktop);
  await dialog.getByRole('button', { name: 'Confirm the account' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row').getByText('Not confirmed by the council').waitFor({ state: 'detached' });

  await press.click();
  await sending
    .getByText(/was sent/)
    .first()
    .waitFor();
}, 120_000);

test('an officer keeps the address of a case, sees that it is kept, and the school no longer reads it', async () => {
  const { officer, warden, caseId } = bank;
  const address = { houseNo: '7', street: 'Hidden Road', town: 'Ely', postcode: 'CB7 4AA' };
  const found = await officer.get(`/api/cases/${caseId}`);
  const subject = { firstName: 'Żółta', lastName: 'O’Neill', dateOfBirth: '2015-04-03', address, identifiers: {} };
  const headers = { 'Content-Type': 'application/json', 'If-Match': found.headers.get('ETag') ?? '' };
  await officer.send('PUT', `/api/cases/${caseId}`, { body: JSON.stringify({ subject }), headers });
  const task = await send(bank, toUser(warden));

  const headOf = async (person: SignedIn, path: string): Promise<string> => {
    const opened = await browse(person, path);
    await opened.getByText('Żółta O’Neill').first().waitFor({ state: 'attached' });
    return opened.content();
  };
  expect(await headOf(warden, `/tasks/${task.id}`)).toContain('Hidden Road');

  const page = await browse(officer, `/council/cases/${caseId}/change`);
  await page.getByRole('checkbox', { name: /^Keep the address confidential/ }).check();
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await sidewaysOverflow(page)).toBe(0);
  await page.setViewportSize(desktop);
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await page.getByText('Confidential: only the council sees it', { exact: true }).waitFor();

  expect(await headOf(warden, `/tasks/${task.id}`)).not.toContain('Hidden Road');
  expect(await headOf(officer, `/council/cases/${caseId}`)).toContain('Hidden Road');
}, 120_000);
