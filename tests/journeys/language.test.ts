/** A whole form in a second language, from its start page to its PDF and mail, and a form that is read from right to left. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { compile } from '../../engine/index.ts';
import polish from '../../renderer/form/words.pl.json' with { type: 'json' };
import { anglingForms, begin, expectStatus } from '../support/angling.ts';
import {
  axeViolations,
  carrySession,
  desktop,
  openBrowser,
  openPerson,
  phone,
  sidewaysOverflow,
} from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { englishLeft, englishTexts } from '../support/browser/english-left.ts';
import { ownForms } from '../support/servers/own-forms.ts';
import { startPortal, testClock } from '../support/portal.ts';
import { inLanguage, readForm } from '../support/browser/read-form.ts';
import { field, listOf, textField } from '../support/read.ts';
import { run } from '../support/tools.ts';
import { fillForm, heading, missingInPdf, onlyForm } from '../support/whole-form.ts';

vi.setConfig({ testTimeout: 600_000 });

let pages: string;
let browser: Browser;
beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  rmSync(pages, { recursive: true, force: true });
});

const ID = 'ehcna-parents-young-person';

/** `text` as it stands in the file, its tagged language beside it. */
const readPdf = (bytes: Buffer): { text: string; raw: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-pdf-'));
  const file = join(folder, 'form.pdf');
  writeFileSync(file, bytes);
  const text = run('pdftotext', ['-layout', file, '-']);
  rmSync(folder, { recursive: true });
  return { text, raw: bytes.toString('latin1') };
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a whole form is begun, filled in, sent, printed and answered in Polish', async () => {
  const { form: inEnglish, examples } = readForm(ID);
  const form = await inLanguage(inEnglish, 'pl');
  const example = examples['full'];
  if (example === undefined) throw new Error('The form has no full example');
  const english = englishTexts(form);
  const folder = onlyForm(ID);
  const portal = await startPortal({
    clock: testClock(new Date(`${example.today}T10:00:00Z`)),
    config: ownForms({ rendererDir: pages, formsDir: folder }),
  });
  try {
    const person = await portal.signedIn();
    const { page, context, complaints } = await openPerson(browser, portal.url, undefined, { translated: true });
    page.setDefaultTimeout(15_000);
    await carrySession(context, person);
    await page.goto('/');
    await page.locator('a[href^="/start/"]').first().click();
    await button(page, 'Start now').waitFor();
    await page.locator('.start-parts').waitFor();
    // English marked as English is no fault: without the marks, all of it is found.
    await page.evaluate(() =>
      document.querySelectorAll('main [lang]').forEach((marked) => marked.removeAttribute('lang')),
    );
    expect((await englishLeft(page, english)).length).toBeGreaterThan(20);

    await button(page, 'Polski').click();
    await button(page, polish['start.now']).waitFor();
    expect(await englishLeft(page, english)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('pl');
    expect(await axeViolations(page)).toEqual([]);
    await button(page, polish['start.now']).click();
    await heading(page, form.pages[0]?.label ?? '').waitFor();

    // Nothing filled in yet: what is missing is said in Polish, and the choice can be taken back without losing anything.
    await button(page, polish.next).click();
    await page.locator('.summary').waitFor();
    expect(await englishLeft(page, english)).toEqual([]);
    await button(page, 'English').click();
    await heading(page, inEnglish.pages[0]?.label ?? '').waitFor();
    await button(page, 'Next').waitFor();
    await button(page, 'Polski').click();
    await heading(page, form.pages[0]?.label ?? '').waitFor();

    await fillForm(
      page,
      form,
      example,
      async ({ fill, formPage }) => {
        await fill();
        expect(await englishLeft(page, english), formPage.id).toEqual([]);
        expect(await axeViolations(page), formPage.id).toEqual([]);
      },
      {
        next: polish.next,
        backToCheck: polish.backToCheck,
        checkAnswers: polish.checkAnswers,
        missing: 'Przed wysłaniem',
        warnings: 'Formularz można mimo to wysłać',
      },
    );
    expect(await englishLeft(page, english), 'check').toEqual([]);
    expect(await axeViolations(page), 'check').toEqual([]);

    await button(page, polish.save).click();
    await page.getByRole('heading', { name: polish['kept.title'] }).waitFor();
    expect(await englishLeft(page, english), 'saved').toEqual([]);
    await button(page, polish.stay).click();

    await button(page, form.text(form.definition.manifest.confirm.button) ?? '').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(form.text(form.definition.manifest.confirm.question) ?? '').waitFor();
    expect(await englishLeft(page, english), 'submit').toEqual([]);
    await dialog.getByRole('button', { name: polish.submit, exact: true }).click();
    await page.waitForURL(/\/submitted/);

    const { body } = await person.get('/api/submissions');
    const sent = listOf(body)[0];
    const { bytes, headers } = await person.get(`/api/submissions/${textField(sent, 'id')}/pdf`);
    expect(headers.get('content-language')).toBe('pl');
    expect(missingInPdf(form, example, bytes)).toEqual([]);
    const { text, raw } = readPdf(bytes);
    expect(raw).toContain('/Lang (pl)');
    expect(text).toContain('Data urodzenia');
    expect(text).toMatch(/Strona 1 z \d/);
    expect(text).not.toMatch(/Date of birth|Page 1 of|Submitted by|Not answered/);

    const own = (await portal.mail(person.email)).at(-1);
    expect(own?.subject).toContain('Otrzymaliśmy Państwa wniosek');
    expect(own?.text).toContain('Potrzebna pomoc?');
    expect(own?.html).toContain('<html lang="pl">');
    const council = (await portal.mail('team@council.example')).at(-1);
    expect(council?.subject).toContain('New request from a family');

    const officer = await portal.signedIn({ role: 'officer', teams: ['send'] });
    const copy = await officer.get(`/api/submissions/${textField(sent, 'id')}/pdf`);
    expect(copy.headers.get('content-language')).toBe('en');
    expect(readPdf(copy.bytes).text).toContain('Date of birth');
    expect(complaints).toEqual([]);
    await context.close();
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what is asked over a page in Polish is asked in Polish', async () => {
  const form = await inLanguage(readForm(ID).form, 'pl');
  const english = englishTexts(form);
  const folder = onlyForm(ID);
  const config = ownForms({ rendererDir: pages, formsDir: folder, draftsPerAccount: 1 });
  const portal = await startPortal({ clock: testClock(), config });
  try {
    const person = await portal.signedIn();
    const { id } = expectStatus(await person.post('/api/drafts', { form: ID, language: 'pl' }), 201);
    const { page, context } = await openPerson(browser, portal.url);
    page.setDefaultTimeout(15_000);
    await carrySession(context, person);
    await page.goto('/');
    await page.locator('a[href^="/start/"]').first().click();
    await button(page, 'Polski').click();
    await page.getByRole('radio').last().check();
    await button(page, polish['start.now']).click();
    await page.getByRole('heading', { name: polish['full.title'] }).waitFor();
    await page.getByRole('button', { name: /^Delete/ }).click();
    await page.getByRole('alertdialog', { name: polish['delete.title'] }).waitFor();
    expect(await englishLeft(page, english), 'delete').toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    if (process.env['FORMWORK_SHOTS'])
      await page.screenshot({ path: join(process.env['FORMWORK_SHOTS'], 'delete-pl.png') });
    await button(page, polish['delete.keep']).click();

    await page.clock.install();
    await page.goto(`/forms/${String(id)}`, { waitUntil: 'networkidle' });
    await heading(page, form.pages[0]?.label ?? '').waitFor();
    const asked = page.getByRole('alertdialog', { name: polish['idle.title'] });
    // What a busy machine still had to load when the time passed counts as something done: then it passes again.
    for (let passed = 0; passed < 3 && (await asked.count()) === 0; passed += 1) {
      portal.clock.forward({ minutes: 28, seconds: 10 });
      await page.clock.fastForward('28:10');
      await asked.waitFor({ timeout: 10_000 }).catch(() => undefined);
    }
    await asked.waitFor();
    expect(await englishLeft(page, english), 'idle').toEqual([]);
    if (process.env['FORMWORK_SHOTS'])
      await page.screenshot({ path: join(process.env['FORMWORK_SHOTS'], 'idle-pl.png') });
    await button(page, polish['idle.stay']).click();
    await context.close();
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A form of which a little is translated into a language that is read from right to left. */
const arabic = {
  direction: 'rtl',
  'form.title': 'تصريح صيد الأسماك',
  'page.angler.label': 'من يريد الصيد',
  'page.river.label': 'أين',
  'firstName.label': 'الاسم الأول',
  'lastName.label': 'اسم العائلة',
  'dateOfBirth.label': 'تاريخ الميلاد',
  'river.label': 'الجزء من النهر',
  'hasBoat.label': 'هل لديك قارب؟',
  'confirm.button': 'أرسل إلى المجلس',
};

test('a form in a language from right to left is mirrored on every width, and what it lacks is marked as English', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-rtl-'));
  cpSync(anglingForms, folder, { recursive: true });
  writeFileSync(join(folder, 'angling-permit/1.0.0/text.ar.json'), JSON.stringify(arabic));
  const portal = await startPortal({ config: { rendererDir: pages, formsDir: folder, serveUnpublished: true } });
  try {
    const person = await portal.signedIn();
    const draft = await begin(person, { firstName: 'ليلى', lastName: 'Byron' });
    expectStatus(await person.patch(`/api/drafts/${draft.id}`, { revision: draft.revision, language: 'ar' }), 200);
    for (const viewport of [desktop, phone]) {
      const { page, context, complaints } = await openPerson(browser, portal.url, viewport, { translated: true });
      await carrySession(context, person);
      await page.goto(`/forms/${draft.id}/angler`);
      await heading(page, arabic['page.angler.label']).waitFor();
      expect(await page.locator('.fill').getAttribute('dir')).toBe('rtl');
      expect(await page.locator('html').getAttribute('lang')).toBe('ar');
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
      const label = await page.getByText(arabic['firstName.label'], { exact: true }).boundingBox();
      const box = await page.locator('#q-firstName').boundingBox();
      const right = (place: typeof box): number => (place === null ? 0 : Math.round(place.x + place.width));
      expect(Math.abs(right(label) - right(box))).toBeLessThanOrEqual(2);
      expect(right(box)).toBeGreaterThan(viewport.width * 0.6);
      if (process.env['FORMWORK_SHOTS'])
        await page.screenshot({
          path: join(process.env['FORMWORK_SHOTS'], `rtl-${viewport.width}.png`),
          fullPage: true,
        });
      await page.goto(`/forms/${draft.id}/declaration`);
      await heading(page, 'Declaration').waitFor();
      await page.locator('h1 [lang="en"][dir="ltr"]').waitFor();
      expect(await sidewaysOverflow(page)).toBe(0);
      await page.goto(`/forms/${draft.id}/check`);
      await page.locator('.print-view[dir="rtl"][lang="ar"]').waitFor();
      expect(await sidewaysOverflow(page)).toBe(0);
      if (process.env['FORMWORK_SHOTS'])
        await page.screenshot({
          path: join(process.env['FORMWORK_SHOTS'], `rtl-check-${viewport.width}.png`),
          fullPage: true,
        });
      expect(complaints).toEqual([]);
      await context.close();
    }
    const pdf = await person.get(`/api/drafts/${draft.id}/pdf`);
    expect(pdf.headers.get('content-language')).toBe('ar');
    const { text, raw } = readPdf(pdf.bytes);
    expect(raw).toContain('/Lang (ar)');
    expect(text).toContain('ليلى');
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a draft says its language, keeps it, and takes no nonsense for one', async () => {
  const portal = await startPortal({ config: { formsDir: anglingForms, serveUnpublished: true } });
  try {
    const person = await portal.signedIn();
    const made = await person.post('/api/drafts', { form: 'angling-permit', language: 'cy' });
    const { id, revision, language } = expectStatus(made, 201);
    expect(language).toBe('cy');
    const address = `/api/drafts/${String(id)}`;
    expectStatus(await person.patch(address, { revision, set: { firstName: 'Ada' } }), 200);
    expect(field((await person.get(address)).body, 'language')).toBe('cy');
    expectStatus(await person.patch(address, { revision: Number(revision) + 1, language: '<b>' }), 422);
    // A language that the form has not is read in English rather than refused.
    const pdf = await person.get(`${address}/pdf`);
    expect(pdf.headers.get('content-language')).toBe('en');
  } finally {
    await portal.stop();
  }
});

test('every sentence that a form lacks in its language is known to be English', () => {
  const { form } = readForm('angling-permit', anglingForms);
  const definition = { ...form.definition, texts: { ...form.definition.texts, ar: arabic } };
  const inArabic = compile(definition, form.validators, 'ar');
  expect(inArabic.direction).toBe('rtl');
  expect(inArabic.questionAt('/firstName')?.label).toBe(arabic['firstName.label']);
  expect(inArabic.untranslated.has(inArabic.questionAt('/declarationName')?.label ?? '')).toBe(true);
  expect(inArabic.untranslated.has(arabic['firstName.label'])).toBe(false);
});
