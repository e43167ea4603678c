/**
 * A council makes one more form: four files of data and the command line, while the portal is running. Nothing is programmed, built or
 * restarted, and a parent fills it in.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isObject, type JsonObject } from '../../engine/json.ts';
import { readLock } from '../../scripts/forms/lock.ts';
import { expectStatus } from '../support/angling.ts';
import { axeViolations, carrySession, openBrowser, openPerson, phone } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { startPortal, testClock, type TestPortal } from '../support/portal.ts';
import { readForm } from '../support/browser/read-form.ts';
import { fillForm, heading, missingInPdf } from '../support/whole-form.ts';
import { listOf, textField } from '../support/read.ts';

vi.setConfig({ testTimeout: 300_000 });

const program = join(import.meta.dirname, '..', '..', 'scripts', 'forms.ts');
const council = mkdtempSync(join(tmpdir(), 'formwork-eighth-'));
const formsDir = join(council, 'forms');
const folder = join(formsDir, 'music-lessons', '1.0.0');

let pages: string;
let portal: TestPortal;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(formsDir);
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startPortal({
    clock: testClock(new Date('2026-11-24T22:50:00Z')),
    config: { rendererDir: pages, formsDir, serveUnpublished: false, teams: { music: 'music@council.example' } },
  });
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
  for (const each of [pages, council]) rmSync(each, { recursive: true, force: true });
});

/** What the author's command prints, in the council's folder. */
const forms = (...words: string[]): { printed: string; failed: boolean } => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], {
    cwd: council,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { printed: stdout + stderr, failed: status !== 0 };
};

const edit = (file: string, change: (value: JsonObject) => JsonObject): void => {
  const value: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if (!isObject(value)) throw new Error(`${file} holds no object`);
  writeFileSync(join(folder, file), JSON.stringify(change(value), null, 2));
};

const without = (value: JsonObject, pattern: RegExp): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !pattern.test(key)));

const control = (name: string, more: JsonObject = {}): JsonObject => ({
  type: 'Control',
  scope: `#/properties/${name}`,
  ...more,
});

/** Questions about an instrument instead of those that a new form has on its second page. */
const writeForm = (): void => {
  edit('form.json', (manifest) => ({
    ...manifest,
    audience: ['parent'],
    routing: { team: 'music' },
    start: { paragraphs: ['start.what'], ready: [], minutes: [3, 5], links: [] },
  }));
  edit('schema.json', (schema) => ({
    ...schema,
    required: ['firstName', 'lastName', 'dateOfBirth', 'instrument', 'owns', 'ownKind', 'people'],
    properties: {
      ...without(isObject(schema['properties']) ? schema['properties'] : {}, /Help$/),
      instrument: { type: 'string', enum: ['fiddle', 'flute', 'drum'] },
      owns: { type: 'boolean' },
      ownKind: { type: 'string', maxLength: 60 },
      minutes: { type: 'integer', minimum: 10, maximum: 120 },
    },
  }));
  edit('ui.json', (ui) => ({
    ...ui,
    elements: [
      ...(Array.isArray(ui['elements']) ? ui['elements'].slice(0, 1) : []),
      {
        type: 'Category',
        i18n: 'page.lessons',
        elements: [
          control('instrument'),
          control('owns'),
          control('ownKind', {
            rule: {
              effect: 'SHOW',
              condition: { type: 'LEAF', scope: '#/properties/owns', expectedValue: true },
            },
          }),
          control('minutes'),
          control('people'),
        ],
      },
    ],
  }));
  edit('text.en.json', (texts) => ({
    ...without(texts, /Help\.|^page\.help|^start\.ready/),
    'form.summary': 'Ask for music lessons for your child.',
    'start.what': 'Use this form to ask for music lessons at the town’s music school.',
    'page.lessons.label': 'The lessons',
    'instrument.label': 'Which instrument would your child like to learn?',
    'instrument.option.fiddle': 'Fiddle',
    'instrument.option.flute': 'Flute',
    'instrument.option.drum': 'Drum',
    'owns.label': 'Does your child have an instrument?',
    'ownKind.label': 'What kind is it?',
    'minutes.label': 'Minutes a week',
    'people.label': 'Whom we may call',
  }));
  rmSync(join(folder, 'examples', 'gaps.json'));
  edit('examples/complete.json', (example) => ({
    ...example,
    title: 'A child with a fiddle',
    answers: {
      firstName: 'Ola',
      lastName: 'Nowak',
      dateOfBirth: '2017-03-14',
      instrument: 'fiddle',
      owns: true,
      ownKind: 'A half-size Ŵyn fiddle',
      minutes: 45,
      people: [{ name: 'Grace Green', phone: '01632 960101' }],
    },
  }));
};

test('a form made from data alone is on offer in the running portal, and is filled in, sent and printed', async () => {
  const person = await portal.signedIn();
  const { page, context, complaints } = await openPerson(browser, portal.url, phone);
  page.setDefaultTimeout(20_000);
  await carrySession(context, person);
  await page.goto('/');
  await page.getByRole('main').waitFor();
  expect(await page.getByRole('link', { name: 'Music lessons' }).count()).toBe(0);

  expect(forms('new', 'music-lessons').failed).toBe(false);
  writeForm();
  const checked = forms('check', 'music-lessons');
  expect(checked.printed).toContain('1 package: 0 errors, 0 warnings');
  const published = forms('publish', 'music-lessons');
  expect(published.printed).toContain('music-lessons 1.0.0 is published');

  await portal.services.catalogue.follow();
  await page.reload();
  await page.getByRole('link', { name: 'Music lessons' }).click();
  await page.getByText('at the town’s music school').waitFor();
  await page.getByRole('button', { name: 'Start now' }).click();

  const { form, examples } = readForm('music-lessons', formsDir);
  const example = examples['complete'];
  if (example === undefined) throw new Error('The form has no example');
  await heading(page, 'About the child').waitFor();
  await fillForm(page, form, example, async ({ index, fill, formPage }) => {
    if (index === 0) {
      // What is missing is told, and leads to its question.
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page
        .getByRole('alert')
        .getByRole('link', { name: /date of birth/i })
        .click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-dateOfBirth-day');
    }
    if (index === 1) expect(await page.getByLabel('What kind is it?').count()).toBe(0);
    await fill();
    expect(await axeViolations(page), formPage.id).toEqual([]);
  });

  // Every word was kept before anybody sent anything.
  const { body: drafts } = await person.get('/api/drafts');
  const [draft] = listOf(drafts);
  expect(expectStatus(await person.get(`/api/drafts/${textField(draft, 'id')}`), 200)['answers']).toEqual(
    example.answers,
  );

  await page.getByRole('button', { name: 'Send the form' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
  await heading(page, 'Submitted forms').waitFor();
  const { body } = await person.get('/api/submissions');
  const [sent] = listOf(body);
  const { bytes } = await person.get(`/api/submissions/${textField(sent, 'id')}/pdf`);
  expect(missingInPdf(form, example, bytes)).toEqual([]);
  expect(await portal.mail('music@council.example')).toHaveLength(1);
  expect(complaints).toEqual([]);
  await context.close();
});

test('what does not hold together is refused before anybody meets it', () => {
  forms('new', 'dance-lessons');
  rmSync(join(formsDir, 'dance-lessons', '1.0.0', 'checks.json'));
  const { printed, failed } = forms('publish', 'dance-lessons');
  expect(failed).toBe(true);
  expect(printed).toContain('dance-lessons 1.0.0 has 1 error:');
  expect(readLock(formsDir)).not.toHaveProperty('dance-lessons');
});
