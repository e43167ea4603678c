/** Every form of the repository in the browser: each page opened, filled in by hand, sent, and read as PDF. Made from the packages. */
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readPackages } from '../../scripts/forms/packages.ts';
import { prune, type Example } from '../../engine/index.ts';
import { isObject } from '../../engine/json.ts';
import { expectStatus } from '../support/angling.ts';
import { axeViolations, carrySession, openBrowser, openPerson } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { ownForms } from '../support/servers/own-forms.ts';
import { startPortal, testClock } from '../support/portal.ts';
import { formsDir, readForm } from '../support/browser/read-form.ts';
import { field, listOf, textField } from '../support/read.ts';
import { filledIn, recordFor } from '../support/task-example.ts';
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
const ofKind = (kind: string) => forms.filter(({ form }) => form.definition.manifest.kind === kind);

test.each(ofKind('application'))('$id is started, filled in and submitted', async ({ id, form, examples }) => {
  const example = examples['full'];
  if (example === undefined) throw new Error('The form has no full example');
  const folder = onlyForm(id);
  const portal = await startPortal({
    clock: testClock(new Date(`${example.today}T10:00:00Z`)),
    config: ownForms({ rendererDir: pages, formsDir: folder }),
  });
  try {
    const professional = form.definition.manifest.audience.includes('professional');
    const person = await portal.signedIn({
      profile: professional ? { professional, jobRole: 'SENCo', organisation: 'Kingfisher School' } : {},
    });
    const { page, context, complaints } = await openPerson(browser, portal.url, undefined, { translated: true });
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
    const [sent] = listOf(body);
    const { bytes } = await person.get(`/api/submissions/${textField(sent, 'id')}/pdf`);
    expect(missingInPdf(form, example, bytes)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each(ofKind('task'))('$id is sent, filled in and submitted', async ({ id, form, examples }) => {
  const example = examples['full'];
  if (example === undefined) throw new Error('The form has no full example');
  const folder = onlyForm(id);
  const portal = await startPortal({
    clock: testClock(new Date(`${example.today}T10:00:00Z`)),
    config: ownForms({ rendererDir: pages, formsDir: folder }),
  });
  try {
    const officer = await portal.signedIn({ role: 'administrator' });
    const person = await portal.signedIn({
      profile: { professional: true, jobRole: 'SENCo', organisation: 'Heron Bank' },
    });
    const group = await portal.services.groups.create({
      name: 'Heron Bank',
      organisation: 'Heron Bank',
      members: [person.account._id],
      managers: [],
    });
    const { answers } = example;
    const subject = {
      firstName: answers['firstName'],
      lastName: answers['lastName'],
      dateOfBirth: answers['dateOfBirth'],
      identifiers: typeof answers['upn'] === 'string' ? { upn: answers['upn'] } : {},
    };
    const { fields } = expectStatus(await officer.get('/api/case-settings'), 200);
    const values = recordFor(form, answers, Array.isArray(fields) ? fields : []);
    const made = expectStatus(await officer.post('/api/cases', { subject, team: 'send', values }), 201);
    const proposal = expectStatus(
      await officer.get(`/api/council/tasks/proposal?case=${String(made['id'])}&form=${id}`),
      200,
    );
    const asked = new Set<unknown>(Array.isArray(proposal['sends']) ? Array.from<unknown>(proposal['sends']) : []);
    const sends = Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)));
    const to = [{ kind: 'group', id: group._id }];
    const sent = await officer.post('/api/council/tasks', { case: made['id'], form: id, to, sends });
    expect([sent.status, field(field(sent.body, '0'), 'warnings')]).toEqual([201, []]);

    const { page, context, complaints } = await openPerson(browser, portal.url, undefined, { translated: true });
    page.setDefaultTimeout(15_000);
    await carrySession(context, person);
    await page.goto('/tasks');
    await page.getByRole('button', { name: /^Pick ?up/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Pick ?up/ }).click();
    await page
      .getByRole('link', { name: form.text(form.definition.manifest.title) ?? '' })
      .first()
      .click();
    await heading(page, form.pages[0]?.label ?? '').waitFor();

    const task = field(sent.body, '0');
    const mine = expectStatus(await person.get(`/api/tasks/${textField(task, 'id')}`), 200);
    const draft = expectStatus(await person.get(`/api/drafts/${textField(mine, 'draft')}`), 200);
    const begun = isObject(draft['answers']) ? draft['answers'] : {};
    const merged = filledIn(answers, begun);
    const given: Example = { ...example, answers: isObject(merged) ? merged : {} };
    await fillForm(page, form, given, async ({ fill, formPage }) => {
      await fill();
      expect(await axeViolations(page), formPage.id).toEqual([]);
    });
    await page
      .getByRole('button', { name: form.text(form.definition.manifest.confirm.button) ?? '' })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /Tasks|Submitted/i }).waitFor();
    const done = expectStatus(await officer.get(`/api/tasks/${textField(task, 'id')}`), 200);
    expect(done['state']).toBe('submitted');
    const sentBack = expectStatus(await officer.get(`/api/submissions/${textField(done, 'submission')}`), 200);
    const submitted = isObject(sentBack['answers']) ? sentBack['answers'] : {};
    // What only the portal or a second person can give is not there; everything else is.
    const locked = form.questions
      .filter(({ element }) => element.options?.readonly === true)
      .map(({ pointer }) => pointer.slice(1));
    const own = Object.entries(given.answers).filter(([key]) => !locked.includes(key) || Object.hasOwn(begun, key));
    const judged = { today: example.today, values: isObject(sentBack['context']) ? sentBack['context'] : {} };
    const whole = prune(form, Object.fromEntries(own), judged);
    expect(Object.keys(submitted).sort()).toEqual(Object.keys(whole).sort());
    const { bytes } = await officer.get(`/api/submissions/${textField(done, 'submission')}/pdf`);
    expect(missingInPdf(form, { ...example, answers: submitted, context: judged.values }, bytes)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
