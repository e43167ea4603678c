/** Every form of the repository in the browser: each page opened, filled in by hand, sent, and read as PDF. Made from the packages. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readPackages } from '../../scripts/forms/packages.ts';
import { axeViolations, carrySession, openBrowser, openPerson } from '../support/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { startPortal, testClock } from '../support/portal.ts';
import { formsDir, readForm } from '../support/read-form.ts';
import { fillForm, heading, missingInPdf, onlyForm } from '../support/whole-form.ts';

vi.setConfig({ testTimeout: 600_000 });

let pages: string;
let browser: Browser;
beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  rmSync(pages, { recursive: true, force: true });
});

const ids = [...new Set(readPackages(formsDir).map(({ form }) => form))];
const forms = ids.map((id) => ({ id, ...readForm(id) }));
const applications = forms.filter(({ form }) => form.definition.manifest.kind === 'application');

test.each(applications)('$id', async ({ id, form, examples }) => {
  const example = examples['full'];
  if (example === undefined) throw new Error('The form has no full example');
  const folder = onlyForm(id);
  const portal = await startPortal({
    clock: testClock(new Date(`${example.today}T10:00:00Z`)),
    config: {
      rendererDir: pages,
      formsDir: folder,
      serveUnpublished: true,
      councilDir: join(formsDir, '../council'),
      teams: { send: 'team@council.example' },
    },
  });
  try {
    const professional = form.definition.manifest.audience.includes('professional');
    const person = await portal.signedIn({
      profile: professional ? { professional, jobRole: 'SENCo', organisation: 'Kingfisher School' } : {},
    });
    const { page, context, complaints } = await openPerson(browser, portal.url);
    page.setDefaultTimeout(15_000);
    await carrySession(context, person);
    await page.goto('/');
    await page.locator('a[href^="/start/"]').first().click();
    await page.getByRole('button', { name: 'Start now' }).click();
    await heading(page, form.pages[0]?.label ?? '').waitFor();
    await fillForm(page, form, example, async ({ fill, formPage }) => {
      await fill();
      expect(await axeViolations(page), formPage.id).toEqual([]);
    });
    await page
      .getByRole('button', { name: form.text(form.definition.manifest.confirm.button) ?? '' })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
    await heading(page, 'Submitted forms').waitFor();
    const { body } = await person.get('/api/submissions');
    const [sent] = Array.isArray(body) ? body : [];
    const { bytes } = await person.get(`/api/submissions/${String(sent.id)}/pdf`);
    expect(missingInPdf(form, example, bytes)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
