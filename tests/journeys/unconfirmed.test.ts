/** An officer cannot send a form to somebody who only says that they are professional; an administrator finds and confirms them. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBank, type Bank } from '../support/bank.ts';
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

let pages: string;
let bank: Bank;
let browser: Browser;
beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  bank = await startBank({ config: { rendererDir: pages } });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await bank.portal.stop();
  rmSync(pages, { recursive: true, force: true });
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
  await sending.getByLabel(/^To whom/).fill('unsure');
  await sending.getByRole('option', { name: /Una Unsure.*not confirmed by the council/ }).click();
  const send = sending.getByRole('button', { name: 'Send', exact: true });
  await send.click();
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
  await page.getByText('Not confirmed by the council').waitFor({ state: 'detached' });

  await send.click();
  await sending
    .getByText(/was sent/)
    .first()
    .waitFor();
}, 120_000);
