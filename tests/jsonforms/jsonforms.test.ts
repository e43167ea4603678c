/** JSON Forms' public examples as packages: sound, judged as plain Ajv judges, and filled in by hand in a browser. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemsOf } from '../../engine/author.ts';
import {
  printDocument,
  prune,
  validate,
  visibility,
  type CompiledForm,
  type Example,
  type Scope,
} from '../../engine/index.ts';
import { isObject, type JsonValue } from '../../engine/json.ts';
import { readPackages } from '../../scripts/forms/packages.ts';
import { expectStatus } from '../support/angling.ts';
import { axeViolations, carrySession, openBrowser, openPerson, sidewaysOverflow } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { fillPage } from '../support/browser/fill-in.ts';
import { startPortal, testClock, type TestPortal } from '../support/portal.ts';
import { readForm } from '../support/browser/read-form.ts';
import { listOf, textField } from '../support/read.ts';

/** What JSON Forms' own schema says about the same answers. */
type Original = {
  /** The examples of JSON Forms that the package follows. */
  source: string[];
} & (
  | { incomparable: string }
  | {
      schema: object;
      /** Our codes by the values that they stand for. */
      values?: Record<string, string>;
      /** Examples that are judged otherwise on purpose, and why. */
      differs?: Record<string, string>;
    }
);

const folder = join(import.meta.dirname, 'forms');
const packages = readPackages(folder);
const forms = packages.map((pack) => {
  const original = JSON.parse(
    readFileSync(join(import.meta.dirname, 'originals', `${pack.form}.json`), 'utf8'),
  ) as Original;
  return { id: pack.form, pack, original, ...readForm(pack.form, folder) };
});

/** The texts among answers that stand in no schema, as codes do, and are no dates: a person reads them as they were typed. */
const freeTexts = (value: JsonValue, schema: string): string[] => {
  if (typeof value === 'string')
    return schema.includes(`"${value}"`) || /^\d{4}-\d{2}-\d{2}$/.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((each) => freeTexts(each, schema));
  return isObject(value) ? Object.values(value).flatMap((each) => freeTexts(each, schema)) : [];
};
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

const contextOf = ({ today, context = {} }: Example) => ({ today, values: context });

test('there is an original for every package, and none without one', () => {
  const originals = readdirSync(join(import.meta.dirname, 'originals')).map((name) => name.replace(/\.json$/, ''));
  expect(originals.sort()).toEqual(packages.map(({ form }) => form).sort());
});

test('the page for authors tells of every package and every example that it follows', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/authoring/jsonforms.md'), 'utf8');
  const named = new Set(page.split(/[|,]/).map((cell) => cell.trim()));
  const followed = forms.flatMap(({ original }) => original.source.map((source) => source.replace(/\.ts$/, '')));
  expect(followed.filter((source) => !named.has(source))).toEqual([]);
  expect(packages.filter(({ form, version }) => !page.includes(`tests/jsonforms/forms/${form}/${version}/`))).toEqual(
    [],
  );
});

describe.each(forms)('$id', ({ id, pack, form, examples, original }) => {
  test('has no error and no warning', () =>
    expect(problemsOf(pack.files, { folder: { id, version: pack.version } })).toEqual([]));

  test('has answers that are accepted and answers that are not', () => {
    const outcomes = Object.values(examples).map(({ expect: { outcome } }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'rejected']));
  });

  test.each(Object.entries(examples))('%s comes out as it says', (_, example) => {
    const judge = (scope: Scope) => validate(form, example.answers, scope, contextOf(example));
    const found = judge('all').filter(({ level }) => level === 'error');
    const expected = example.expect.outcome === 'rejected' ? example.expect.problems : [];
    expect(found.map(({ pointer, keyword }) => ({ pointer, keyword }))).toEqual(expected);
    expect(form.pages.flatMap(({ id: page }) => judge({ page }))).toEqual(judge('all'));
  });

  test('is printed with every word that was given', () => {
    const schema = pack.files['schema.json'] ?? '';
    const accepted = Object.values(examples).filter(({ expect: { outcome } }) => outcome === 'accepted');
    for (const example of accepted) {
      const options = { status: 'submitted', copy: 'own', timeZone: 'Europe/London' } as const;
      const sent = prune(form, example.answers, contextOf(example));
      const printed = JSON.stringify(printDocument(form, sent, contextOf(example), options));
      const words = freeTexts(sent, schema).flatMap((text) => text.split(/\s+/));
      expect(words.filter((word) => !printed.includes(word))).toEqual([]);
    }
  });

  if ('incomparable' in original) return;
  test('is judged as the schema of the original judges, but for what is said to differ', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const check = ajv.compile(original.schema);
    const inTheirs = (value: JsonValue): JsonValue => {
      if (typeof value === 'string') return original.values?.[value] ?? value;
      if (Array.isArray(value)) return value.map(inTheirs);
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inTheirs(each)]))
        : value;
    };
    const otherwise = Object.entries(examples)
      .filter(
        ([
          ,
          {
            answers,
            expect: { outcome },
          },
        ]) => check(inTheirs(answers)) !== (outcome === 'accepted'),
      )
      .map(([name]) => name);
    expect(otherwise.sort()).toEqual(Object.keys(original.differs ?? {}).sort());
  });
});

describe('in the browser', () => {
  let pages: string;
  let portal: TestPortal;
  let browser: Browser;

  beforeAll(async () => {
    [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
    portal = await startPortal({
      clock: testClock(new Date('2026-11-24T10:00:00Z')),
      config: { rendererDir: pages, formsDir: folder, teams: { examples: 'team@council.example' } },
    });
  });
  afterAll(async () => {
    await browser.close();
    await portal.stop();
    rmSync(pages, { recursive: true, force: true });
  });

  const shownPages = (form: CompiledForm, example: Example) => {
    const { shows } = visibility(form, example.answers, contextOf(example));
    return form.pages.filter(({ element }) => shows(element));
  };

  /** What is hidden cannot be filled in. */
  const fillable = forms.flatMap(({ id, pack, form, examples }) =>
    Object.entries(examples)
      .filter(
        ([
          ,
          {
            hidden,
            expect: { outcome },
          },
        ]) => hidden === undefined && outcome === 'accepted',
      )
      .map(([name, example]) => ({ id, name, pack, form, example })),
  );

  /** The same pages need no second look for barriers. */
  const first = (id: string): string | undefined => fillable.find((each) => each.id === id)?.name;

  test.each(fillable)(
    '$id, $name: every page is drawn, filled in and sent as it stands',
    async ({ id, name, pack, form, example }) => {
      const person = await portal.signedIn();
      const { id: draft } = expectStatus(await person.post('/api/drafts', { form: id, answers: {} }), 201);
      const { page, context, complaints } = await openPerson(browser, portal.url);
      page.setDefaultTimeout(8_000);
      await carrySession(context, person);
      const response = await page.goto(`/forms/${String(draft)}`);
      expect(response?.headers()['content-security-policy']).toContain("script-src 'self'");
      for (const formPage of shownPages(form, example)) {
        await page.getByRole('heading', { level: 1, name: formPage.label, exact: true }).waitFor();
        await fillPage(page, formPage, example.answers);
        if (name === first(id)) expect(await axeViolations(page)).toEqual([]);
        expect(await sidewaysOverflow(page)).toBe(0);
        await page.getByRole('button', { name: 'Next', exact: true }).click();
      }
      await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
      const read = plain(await page.locator('main').innerText());
      const unread = freeTexts(example.answers, pack.files['schema.json'] ?? '').filter(
        (text) => !read.includes(plain(text)),
      );
      expect(unread).toEqual([]);
      await page.getByRole('button', { name: 'Send it' }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Submitted Forms' }).waitFor();

      const list = (await person.get('/api/submissions')).body;
      const [sent] = listOf(list);
      const submission = expectStatus(await person.get(`/api/submissions/${textField(sent, 'id')}`), 200);
      expect(submission['answers']).toEqual(example.answers);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
