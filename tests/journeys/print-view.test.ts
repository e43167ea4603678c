/**
 * What a person reads of a form loses nothing, whatever was answered: on “Check your answers”, in the submitted form and in the received one,
 * on a large screen, on a telephone and on paper. `FORMWORK_PROPERTY_SEED` and `FORMWORK_PROPERTY_COUNT` try others.
 */
import { rmSync } from 'node:fs';
import fc, { type Arbitrary } from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prune, type CompiledForm } from '../../engine/index.ts';
import { type JsonObject, textOf, valueAt } from '../../engine/json.ts';
import { readPackages } from '../../scripts/forms/packages.ts';
import { lettersOf } from '../pdf/expected.ts';
import { expectStatus } from '../support/angling.ts';
import { carrySession, openBrowser, openPerson } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { documentsApart } from '../support/browser/attach.ts';
import { expectedOf, faultsOfPage, seenIn } from '../support/browser/read-whole.ts';
import { ownForms } from '../support/servers/own-forms.ts';
import { startPortal, testClock, type Person, type SignedIn, type TestPortal } from '../support/portal.ts';
import { fileNames, freeTexts, randomAnswers } from '../support/random-answers.ts';
import { formsDir, readForm } from '../support/browser/read-form.ts';
import { heading } from '../support/whole-form.ts';

const seed = Number(process.env['FORMWORK_PROPERTY_SEED'] ?? 20261130);
const count = Number(process.env['FORMWORK_PROPERTY_COUNT'] ?? 6);

const today = '2026-11-24';

const applications = [...new Set(readPackages(formsDir).map(({ form }) => form))]
  .map((id) => ({ id, ...readForm(id) }))
  .filter(({ form }) => form.definition.manifest.kind === 'application');

let pages: string;
let browser: Browser;
let portal: TestPortal;
/** Somebody with their browser. */
interface Reader {
  account: SignedIn;
  page: Page;
}
let professional: Reader;
let parent: Reader;
let officer: Reader;
beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startPortal({
    clock: testClock(new Date(`${today}T10:00:00Z`)),
    config: ownForms({ rendererDir: pages }),
  });
  const open = async (who: Person): Promise<Reader> => {
    const account = await portal.signedIn(who);
    const { page, context } = await openPerson(browser, portal.url);
    page.setDefaultTimeout(60_000);
    await carrySession(context, account);
    return { account, page };
  };
  const senco = { professional: true, jobRole: 'SENCo', organisation: 'Kingfisher School' };
  professional = await open({ profile: senco });
  parent = await open({});
  officer = await open({ role: 'administrator' });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(pages, { recursive: true, force: true });
});

interface Given {
  id: string;
  answers: JsonObject;
  files: string[];
}

const given: Arbitrary<Given> = fc.constantFrom(...applications).chain(({ id, form, examples }) =>
  fc.record({
    id: fc.constant(id),
    answers: randomAnswers(form, examples['full']?.answers ?? {}),
    files: fileNames,
  }),
);

const formOf = (id: string): CompiledForm => {
  const found = applications.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} is no application`);
  return found.form;
};

/** Begins a draft with these answers and documents; gives its id. */
const draft = async (person: SignedIn, { id, answers, files }: Given): Promise<string> => {
  const { others, attach } = documentsApart(formOf(id), answers);
  const begun = expectStatus(await person.post('/api/drafts', { form: id, answers: others }), 201);
  const draftId = String(begun['id']);
  const set = await attach(person, draftId, files);
  expectStatus(await person.patch(`/api/drafts/${draftId}`, { revision: begun['revision'], set }), 200);
  return draftId;
};

const faultsOfAnswers = async (random: Given): Promise<string[]> => {
  const { answers } = random;
  const form = formOf(random.id);
  const forProfessionals = form.definition.manifest.audience.includes('professional');
  const { account: person, page: own } = forProfessionals ? professional : parent;
  const id = await draft(person, random);
  const saved = seenIn(expectStatus(await person.get(`/api/drafts/${id}`), 200), today);
  const lettersIn = (given: JsonObject): string[] =>
    freeTexts(form, given).map(({ pointer }) => lettersOf(textOf(valueAt(given, pointer))));
  expect(lettersIn(saved.answers)).toEqual(lettersIn(answers));

  await own.goto(`/forms/${id}/check`);
  await heading(own, 'Check your answers').waitFor();
  // What the form does not ask of this person stands apart there, and is not sent.
  const asked = prune(form, saved.answers, saved.context);
  const [all, onPaper] = (['council', 'own'] as const).map((copy) => expectedOf(form, asked, saved.context, copy));
  const checked = await faultsOfPage(own, 'Check your answers', all ?? [], onPaper);

  // What the page saved as it was left must not come in between.
  await own.goto('about:blank');
  await expect
    .poll(
      async () => {
        const { revision } = expectStatus(await person.get(`/api/drafts/${id}`), 200);
        return (await person.post(`/api/drafts/${id}/submit`, { revision })).status;
      },
      { timeout: 30_000 },
    )
    .toBe(201);
  await own.goto(`/submitted/${id}`);
  await own.locator('.print-view').waitFor();
  const mine = seenIn(expectStatus(await person.get(`/api/submissions/${id}`), 200), today);
  const submitted = await faultsOfPage(own, 'Submitted', expectedOf(form, mine.answers, mine.context, 'own'));

  await officer.page.goto(`/received/${id}`);
  await officer.page.locator('.print-view').waitFor();
  const theirs = seenIn(expectStatus(await officer.account.get(`/api/submissions/${id}`), 200), today);
  const whole = expectedOf(form, theirs.answers, theirs.context, 'council');
  const received = await faultsOfPage(officer.page, 'Received', whole);
  return [...checked, ...submitted, ...received];
};

test(
  `random answers lose nothing where they are read (seed ${seed})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(given, async (all) => {
        expect({ form: all.id, faults: await faultsOfAnswers(all) }).toEqual({ form: all.id, faults: [] });
      }),
      { seed, numRuns: count, endOnFailure: true },
    );
  },
  60_000 + count * 60_000,
);
