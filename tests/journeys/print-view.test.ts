/**
 * What a person reads of a form loses nothing, whatever was answered: on “Check your answers”, in the submitted form and in the received one,
 * on a large screen, on a telephone and on paper. `FORMWORK_PROPERTY_SEED` and `FORMWORK_PROPERTY_COUNT` try others.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prune, visibility, type AnswerContext, type CompiledForm } from '../../engine/index.ts';
import { isObject, valueAt, type JsonObject } from '../../engine/json.ts';
import { readPackages } from '../../scripts/forms/packages.ts';
import { lettersOf } from '../pdf/expected.ts';
import { expectStatus, upload } from '../support/angling.ts';
import { carrySession, desktop, openBrowser, openPerson, phone } from '../support/browser/browser.ts';
import { buildPages } from '../support/built-pages.ts';
import { pdf } from '../support/files.ts';
import { pageFaults } from '../support/browser/page-faults.ts';
import { startPortal, testClock, type Person, type SignedIn, type TestPortal } from '../support/portal.ts';
import { fileNames, freeTexts, randomAnswers } from '../support/random-answers.ts';
import { formsDir, readForm } from '../support/browser/read-form.ts';
import { run } from '../support/tools.ts';
import { heading } from '../support/whole-form.ts';

const seed = Number(process.env['FORMWORK_PROPERTY_SEED'] ?? 20261130);
const count = Number(process.env['FORMWORK_PROPERTY_COUNT'] ?? 6);

const today = '2026-11-24';

/** A4 without the margins of a printed page, in CSS pixels. */
const paper = { width: 680, height: 1009 };

const applications = [...new Set(readPackages(formsDir).map(({ form }) => form))]
  .map((id) => ({ id, ...readForm(id) }))
  .filter(({ form }) => form.definition.manifest.kind === 'application');

let folder: string;
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
  folder = mkdtempSync(join(tmpdir(), 'formwork-print-view-'));
  [pages, browser] = await Promise.all([buildPages(), openBrowser()]);
  portal = await startPortal({
    clock: testClock(new Date(`${today}T10:00:00Z`)),
    config: {
      rendererDir: pages,
      formsDir,
      serveUnpublished: true,
      councilDir: join(formsDir, '../council'),
      teams: { send: 'team@council.example' },
    },
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
  for (const each of [folder, pages]) rmSync(each, { recursive: true, force: true });
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

interface Expected {
  pointer: string;
  text: string;
  /** Whether each of its lines has to be a line of the page. */
  alone: boolean;
}

/** All that has to be read of some answers, in the order in which the form asks for them. */
const expectedOf = (
  form: CompiledForm,
  answers: JsonObject,
  context: AnswerContext,
  copy: 'own' | 'council',
): Expected[] => [
  ...freeTexts(form, answers, visibility(form, answers, context))
    .filter(({ question }) => copy === 'council' || question.element.options?.print !== 'council')
    .map(({ pointer, alone }) => ({ pointer, text: String(valueAt(answers, pointer)), alone })),
  ...form.questions
    .filter(({ kind }) => kind === 'files')
    .flatMap(({ pointer }) => {
      const rows = valueAt(answers, pointer);
      return (Array.isArray(rows) ? rows : []).map((row) => {
        const file = isObject(row) ? row['file'] : undefined;
        return { pointer, text: isObject(file) ? String(file['name']) : '', alone: false };
      });
    }),
];

/** Where a line ends, said without the engine. */
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

const collapsed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What is missing from a page, or stands in another order, or on one line with something else. */
const lostFrom = (read: string, expected: readonly Expected[]): string[] => {
  const lost: string[] = [];
  const all = lettersOf(read);
  let at = 0;
  for (const { text, pointer } of expected) {
    const letters = lettersOf(text);
    const found = all.indexOf(letters, at);
    if (found < 0)
      lost.push(
        `${all.includes(letters) ? 'in another place' : 'lost'}: ${pointer} ${JSON.stringify(text.slice(0, 60))}`,
      );
    else at = found + letters.length;
  }
  const lines = new Set(read.split(/[\n\t]/).map(collapsed));
  for (const { text, alone, pointer } of expected)
    if (alone)
      for (const line of text.split(lineEnd))
        if (collapsed(line) !== '' && !lines.has(collapsed(line)))
          lost.push(`not a line: ${pointer} ${JSON.stringify(line.slice(0, 60))}`);
  return lost.slice(0, 10);
};

/** Letters that every font has, and that are read from a PDF as they were written. */
const plain = /[\p{Script=Latin}0-9]/u;

const counted = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFKC'))
    if (plain.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

/** What a browser's own print of the page lacks. */
const lostOnPaper = async (page: Page, expected: readonly Expected[]): Promise<string[]> => {
  const path = join(folder, 'printed.pdf');
  await page.pdf({ path, format: 'A4' });
  const printed = counted(run('pdftotext', ['-enc', 'UTF-8', path, '-']));
  return [...counted(expected.map(({ text }) => text).join(''))].flatMap(([letter, times]) => {
    const found = printed.get(letter) ?? 0;
    return found < times ? [`${letter} is ${found} times on paper, not ${times}`] : [];
  });
};

/** Everything that is wrong with a page that shows these answers, on screens and on paper. */
const faultsOf = async (
  page: Page,
  name: string,
  expected: readonly Expected[],
  onPaper = expected,
): Promise<string[]> => {
  const faults: string[] = [];
  const look = async (where: string): Promise<void> => {
    const read = await page.locator('main').innerText();
    for (const fault of [...lostFrom(read, expected), ...(await pageFaults(page))])
      faults.push(`${name}, ${where}: ${fault}`);
  };
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport);
    await look(`${viewport.width} pixels wide`);
  }
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  await look('printed');
  for (const fault of await lostOnPaper(page, onPaper)) faults.push(`${name}: ${fault}`);
  await page.emulateMedia({ media: 'screen' });
  return faults;
};

interface Sent {
  answers: JsonObject;
  context: AnswerContext;
}

/** Answers as the service sends them, with what is known of whoever gave them. */
const sentIn = (body: Record<string, unknown>): Sent => ({
  answers: isObject(body['answers']) ? body['answers'] : {},
  context: { today, values: isObject(body['context']) ? body['context'] : {} },
});

/** Begins a draft with these answers and documents; gives its id. */
const draft = async (person: SignedIn, { id, answers, files }: Given): Promise<string> => {
  const asked = formOf(id).questions.find(({ kind }) => kind === 'files');
  const key = asked?.pointer.slice(1) ?? '';
  const { [key]: examples, ...others } = answers;
  const begun = expectStatus(await person.post('/api/drafts', { form: id, answers: others }), 201);
  const draftId = String(begun['id']);
  const kinds = (Array.isArray(examples) ? examples : []).filter(isObject);
  const rows = [];
  // One of each kind that the other answers speak of, and more.
  for (let at = 0; at < Math.max(files.length, kinds.length); at += 1) {
    const name = `${at}${files[at % files.length] ?? ''}`;
    const { scan: _, ...file } = expectStatus(await upload(person, draftId, name, pdf), 201);
    rows.push({ ...kinds[at % kinds.length], file });
  }
  const set = asked === undefined ? {} : { [key]: [...kinds.filter(({ file }) => file === undefined), ...rows] };
  expectStatus(await person.patch(`/api/drafts/${draftId}`, { revision: begun['revision'], set }), 200);
  return draftId;
};

const faultsOfAnswers = async (random: Given): Promise<string[]> => {
  const { answers } = random;
  const form = formOf(random.id);
  const forProfessionals = form.definition.manifest.audience.includes('professional');
  const { account: person, page: own } = forProfessionals ? professional : parent;
  const id = await draft(person, random);
  const saved = sentIn(expectStatus(await person.get(`/api/drafts/${id}`), 200));
  const lettersIn = (given: JsonObject): string[] =>
    freeTexts(form, given).map(({ pointer }) => lettersOf(String(valueAt(given, pointer))));
  expect(lettersIn(saved.answers)).toEqual(lettersIn(answers));

  await own.goto(`/forms/${id}/check`);
  await heading(own, 'Check your answers').waitFor();
  // What the form does not ask of this person stands apart there, and is not sent.
  const asked = prune(form, saved.answers, saved.context);
  const [all, onPaper] = (['council', 'own'] as const).map((copy) => expectedOf(form, asked, saved.context, copy));
  const checked = await faultsOf(own, 'Check your answers', all ?? [], onPaper);

  const { revision } = expectStatus(await person.get(`/api/drafts/${id}`), 200);
  expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
  await own.goto(`/submitted/${id}`);
  await own.locator('.print-view').waitFor();
  const mine = sentIn(expectStatus(await person.get(`/api/submissions/${id}`), 200));
  const submitted = await faultsOf(own, 'Submitted', expectedOf(form, mine.answers, mine.context, 'own'));

  await officer.page.goto(`/received/${id}`);
  await officer.page.locator('.print-view').waitFor();
  const theirs = sentIn(expectStatus(await officer.account.get(`/api/submissions/${id}`), 200));
  const whole = expectedOf(form, theirs.answers, theirs.context, 'council');
  const received = await faultsOf(officer.page, 'Received', whole);
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
