/**
 * What is read of a task that several people write in, counter-sign and submit loses nothing, whatever was answered: on “Check your answers”,
 * as the council reads it before and after, and in the PDF, whose first page names whoever wrote and signed.
 * `FORMWORK_PROPERTY_SEED` and `FORMWORK_PROPERTY_COUNT` try others.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prune, type CompiledForm } from '../../engine/index.ts';
import { isObject, type JsonObject, parseJson } from '../../engine/json.ts';
import { readPackages } from '../../scripts/forms/packages.ts';
import { lettersOf } from '../pdf/expected.ts';
import { faultsOf } from '../pdf/whole.ts';
import { expectStatus } from '../support/angling.ts';
import { documentsApart } from '../support/browser/attach.ts';
import { act, draftOf, save, taskOf, toUser, type Sent } from '../support/bank.ts';
import { carrySession, openBrowser, openPerson } from '../support/browser/browser.ts';
import { formsDir, readForm } from '../support/browser/read-form.ts';
import { expectedOf, faultsOfPage, seenIn } from '../support/browser/read-whole.ts';
import { buildPages } from '../support/built-pages.ts';
import { ownForms } from '../support/servers/own-forms.ts';
import { startPortal, testClock, type Person, type SignedIn, type TestPortal } from '../support/portal.ts';
import { fileNames, randomAnswers } from '../support/random-answers.ts';
import { field } from '../support/read.ts';
import { filledIn, recordFor } from '../support/task-example.ts';
import { run } from '../support/tools.ts';
import { heading } from '../support/whole-form.ts';

const seed = Number(process.env['FORMWORK_PROPERTY_SEED'] ?? 20261130);
const count = Number(process.env['FORMWORK_PROPERTY_COUNT'] ?? 1);

const tasks = [...new Set(readPackages(formsDir).map(({ form }) => form))]
  .map((id) => ({ id, ...readForm(id) }))
  .filter(({ form }) => form.definition.manifest.kind === 'task');

/** Somebody with their browser. */
interface Reader {
  account: SignedIn;
  page: Page;
}

const writerName = { forename: 'فاطمة', surname: 'الزهراء' };
const signerName = { forename: 'Żółta Ann', surname: 'O’Brien-ŵŷ' };
const signerRole = 'Headteacher';

let folder: string;
let pages: string;
let browser: Browser;
let portal: TestPortal;
let officer: Reader;
let writer: Reader;
let signer: Reader;
let group: string;
let today: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'formwork-print-view-tasks-'));
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  today = tasks[0]?.examples['full']?.today ?? '';
  portal = await startPortal({
    clock: testClock(new Date(`${today}T10:00:00Z`)),
    config: ownForms({ rendererDir: pages }),
  });
  const open = async (who: Person): Promise<Reader> => {
    const account = await portal.signedIn(who);
    const { page, context } = await openPerson(browser, portal.url);
    page.setDefaultTimeout(30_000);
    await carrySession(context, account);
    return { account, page };
  };
  const school = { professional: true, organisation: 'Heron Bank' };
  officer = await open({ role: 'administrator' });
  writer = await open({ profile: { ...school, ...writerName, jobRole: 'SENCo' } });
  signer = await open({ profile: { ...school, ...signerName, jobRole: signerRole } });
  const made = await portal.services.groups.create({
    name: 'Heron Bank',
    organisation: 'Heron Bank',
    members: [writer.account.account._id],
    managers: [signer.account.account._id],
  });
  group = made._id;
}, 120_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  for (const each of [folder, pages]) rmSync(each, { recursive: true, force: true });
});

interface Given {
  answers: JsonObject;
  files: string[];
}

/** Sent about a case that knows what the example has from the council. */
const sendTask = async (id: string, form: CompiledForm, example: JsonObject, answers: JsonObject): Promise<Sent> => {
  const { account } = officer;
  const subject = {
    firstName: example['firstName'],
    lastName: example['lastName'],
    dateOfBirth: example['dateOfBirth'],
    identifiers: {},
  };
  const { fields } = expectStatus(await account.get('/api/case-settings'), 200);
  const values = recordFor(form, example, Array.isArray(fields) ? fields : []);
  const made = expectStatus(await account.post('/api/cases', { subject, team: 'send', values }), 201);
  const proposal = expectStatus(
    await account.get(`/api/council/tasks/proposal?case=${String(made['id'])}&form=${id}`),
    200,
  );
  const asked = new Set<unknown>(Array.isArray(proposal['sends']) ? Array.from<unknown>(proposal['sends']) : []);
  const sends = Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)));
  const to = [{ kind: 'group', id: group }];
  const answer = await account.post('/api/council/tasks', { case: made['id'], form: id, to, sends });
  return taskOf({ ...answer, body: field(answer.body, '0') }, 201);
};

/** Filled in by the writer and handed to the signer, who counter-signs it. */
const written = async (task: Sent, form: CompiledForm, { answers, files }: Given): Promise<Sent> => {
  const { others, attach } = documentsApart(form, answers);
  const mine = taskOf(await act(writer.account, task, 'pick-up'));
  expectStatus(await act(writer.account, mine, 'open'), 200);
  const draft = await draftOf(writer.account, mine);
  const merged = filledIn(others, parseJson(JSON.stringify(draft.answers)));
  const set = { ...(isObject(merged) ? merged : {}), ...(await attach(writer.account, draft.id, files)) };
  expectStatus(await save(writer.account, draft, set), 200);
  expectStatus(await act(writer.account, mine, 'release'), 200);
  const handed = taskOf(await act(writer.account, mine, 're-assign', { to: toUser(signer.account) }));
  const open = taskOf(await act(signer.account, handed, 'open'));
  return taskOf(await act(signer.account, open, 'counter-sign', { role: signerRole }));
};

/** What the PDF lacks of what was submitted, and of who wrote and signed it. */
const faultsOfPdf = async (id: string): Promise<string[]> => {
  const submission = await portal.store.get('submissions', id);
  if (submission === undefined) throw new Error('Nothing was submitted');
  const { bytes } = await officer.account.get(`/api/submissions/${id}/pdf`);
  const file = join(folder, 'submission.pdf');
  writeFileSync(file, bytes);
  const content = await portal.services.prints.contentOfSubmission(submission, 'council');
  const cover = lettersOf(run('pdftotext', ['-l', '1', '-raw', file, '-']).normalize('NFKC'));
  const signed = [
    'Filled in by',
    ...Object.values(writerName),
    'Counter-signed by',
    ...Object.values(signerName),
    signerRole,
    'Submitted by',
  ];
  return [
    ...(await faultsOf(content, file)),
    ...signed
      .filter((words) => !cover.includes(lettersOf(words.normalize('NFKC'))))
      .map((words) => `The first page lacks ${words}`),
  ];
};

const faultsOfTask = async (id: string, form: CompiledForm, example: JsonObject, given: Given): Promise<string[]> => {
  const sent = await sendTask(id, form, example, given.answers);
  const task = await written(sent, form, given);
  const { page } = signer;
  await page.goto(`/tasks/${task.id}/check`);
  await heading(page, 'Check your answers').waitFor();
  const draft = await draftOf(signer.account, task);
  const saved = seenIn(draft, today);
  const asked = prune(form, saved.answers, saved.context);
  const own = expectedOf(form, asked, saved.context, 'own');
  const checked = await faultsOfPage(page, 'Check your answers', own);

  await officer.page.goto(`/council/tasks/${task.id}`);
  await officer.page.locator('.print-view').waitFor();
  const soFar = await faultsOfPage(officer.page, 'Answers so far', own);

  const { revision } = await draftOf(signer.account, task);
  taskOf(await signer.account.post(`/api/tasks/${task.id}/submit`, { revision }), 201);
  await page.goto(`/tasks/${task.id}`);
  await page.locator('.print-view').waitFor();
  const done = expectStatus(await officer.account.get(`/api/tasks/${task.id}`), 200);
  const submission = String(done['submission']);
  const theirs = seenIn(expectStatus(await officer.account.get(`/api/submissions/${submission}`), 200), today);
  const frozen = expectedOf(form, theirs.answers, theirs.context, 'own');
  const submitted = await faultsOfPage(page, 'Submitted', frozen);

  await officer.page.goto(`/received/${submission}`);
  await officer.page.locator('.print-view').waitFor();
  const whole = expectedOf(form, theirs.answers, theirs.context, 'council');
  const received = await faultsOfPage(officer.page, 'Received', whole);
  return [...checked, ...soFar, ...submitted, ...received, ...(await faultsOfPdf(submission))];
};

test.each(tasks)(
  `$id: random answers lose nothing where they are read (seed ${seed})`,
  async ({ id, form, examples }) => {
    const example = examples['full']?.answers ?? {};
    const given = fc.record({ answers: randomAnswers(form, example), files: fileNames });
    await fc.assert(
      fc.asyncProperty(given, async (random) => {
        expect(await faultsOfTask(id, form, example, random)).toEqual([]);
      }),
      { seed, numRuns: count, endOnFailure: true },
    );
  },
);
