/** How long the event loop is held at most by what may hold it: nobody else is answered meanwhile. Each is done as it happens to people. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isObject, type JsonObject, textOf } from '../engine/json.ts';
import { systemClock } from '../server/core/clock.ts';
import { createAudit } from '../server/modules/audit/audit.ts';
import { collections } from '../server/platform/storage/collections.ts';
import { openSqlite } from '../server/platform/storage/sqlite/sqlite.ts';
import { createClient, type Answer, type Client } from '../tests/support/client.ts';
import { docx } from '../tests/support/office-files.ts';
import { readForm } from '../tests/support/browser/read-form.ts';
import { largestKept, refusedBodies } from './held-bodies.ts';
import { createHttp } from './load/http.ts';
import { makeCases } from './load/officer.ts';
import { memberOf } from './load/person.ts';
import { figure, type Figure } from './measure.ts';
import { startPortal, type Measured } from './processes/start.ts';
import { stockTasks, TEAMS } from './task-stock.ts';
import { recordsOf } from '../server/platform/storage/store.ts';

const MOST = 50;
const TASKS = 20_000;
const ENTRIES = 3_000;
const CASES = 200;
const LETTER = 10 * 1024 ** 2;
const root = join(import.meta.dirname, '..');
const LARGEST = 'ehcp-annual-review';
const FORM = 'ehcna-secondary-further-education';

/** Tasks and audit entries as they stand after a while, before the service opens the store. */
const stock = async (data: string): Promise<void> => {
  mkdirSync(data, { recursive: true });
  const store = recordsOf(await openSqlite({ file: join(data, 'formwork.db'), collections, clock: systemClock }));
  await stockTasks(store, TASKS);
  const audit = createAudit(store, systemClock);
  const subject = { kind: 'submission', id: 'submission1' };
  await Promise.all(
    Array.from({ length: ENTRIES }, () => audit.append({ actor: 'system', action: 'submission-read', subject })),
  );
  await store.close();
};

const exampleAnswers = (form: string, name: string): JsonObject => {
  const text = readFileSync(join(root, 'forms', form, '1.0.0', 'examples', `${name}.json`), 'utf8');
  const example: unknown = JSON.parse(text);
  const answers = memberOf(example, 'answers');
  if (!isObject(answers)) throw new Error(`${form} has no example ${name}`);
  return answers;
};

/** Throws for what was neither done nor refused as it should be. */
const done = ({ status, body }: Answer, ...also: number[]): unknown => {
  if (status < 300 || also.includes(status)) return body;
  throw new Error(`Answered with ${status}: ${JSON.stringify(body).slice(0, 1000)}`);
};

const memberText = (body: unknown, name: string): string => textOf(memberOf(body, name));

/** What is done, in this order, by its name. */
const doings = (portal: Measured): [string, () => Promise<unknown>][] => {
  const clients = portal.cookies.map((cookie) => createClient(portal.url, cookie));
  const [person = createClient(portal.url), other = createClient(portal.url)] = clients;
  const officer = createClient(portal.url, portal.officers[0]);
  const administrator = createClient(portal.url, portal.administrator);
  const get = (client: Client, path: string) => async () => done(await client.get(path));
  let hash = '';
  let draft: unknown;

  const upload = (name: string, bytes: Uint8Array<ArrayBuffer>) => async () => {
    const path = `/api/drafts/${memberText(draft, 'id')}/attachments?name=${name}`;
    const headers = { 'Content-Type': 'application/octet-stream' };
    return done(await person.send('POST', path, { body: bytes, headers }));
  };
  const letter = new Uint8Array(LETTER).fill(0x20);
  letter.set(Buffer.from('%PDF-1.7\n'));
  letter.set(Buffer.from('\n%%EOF\n'), LETTER - 7);

  const begin = (form: string) => async () => {
    draft = done(await person.post('/api/drafts', { form }));
  };
  /** The service judges the longest answers that a form takes; it refuses them where a document that they name is not there. */
  const submitLongest = async (): Promise<void> => {
    const id = memberText(draft, 'id');
    const set = exampleAnswers(FORM, 'longest');
    const saved = done(await person.patch(`/api/drafts/${id}`, { revision: memberOf(draft, 'revision'), set }));
    done(await person.post(`/api/drafts/${id}/submit`, { revision: memberOf(saved, 'revision') }), 422);
  };

  const { form } = readForm(FORM);
  const save = async (set: JsonObject, ...also: number[]): Promise<void> => {
    const saved = done(
      await person.patch(`/api/drafts/${memberText(draft, 'id')}`, { revision: memberOf(draft, 'revision'), set }),
      ...also,
    );
    const revision = memberOf(saved, 'revision');
    if (revision !== undefined) draft = { id: memberText(draft, 'id'), revision };
  };
  const pdfOf = async (client: Client, id: string): Promise<unknown> =>
    done(await client.get(`/api/drafts/${id}/pdf`), 503);

  return [
    ['First request after the start', get(person, '/api/forms')],
    ['First sight of a form', get(person, `/api/forms/${FORM}`)],
    [
      'Validators of a form for the browser',
      async () => {
        const body = done(await person.get(`/api/forms/${FORM}`));
        hash = memberText(memberOf(body, 'definition'), 'hash');
        return done(await person.get(`/validators/${hash}.js`));
      },
    ],
    ['First draft of a form', begin(FORM)],
    ['A letter of 10 MB', upload('letter.pdf', letter)],
    ['A Word document', upload('letter.docx', Uint8Array.from(docx))],
    ['The longest answers saved and judged', submitLongest],
    ['The longest answers judged once more', submitLongest],
    ['PDF of the longest answers', async () => done(await person.get(`/api/drafts/${memberText(draft, 'id')}/pdf`))],
    ['PDF of them once more', async () => done(await person.get(`/api/drafts/${memberText(draft, 'id')}/pdf`))],
    ['A further draft', begin(FORM)],
    ...refusedBodies(form).map(([name, set]): [string, () => Promise<unknown>] => [
      `${name}, refused`,
      () => save(set, 400, 413, 422),
    ]),
    [
      'The largest answers that are kept, saved',
      async () => {
        for (const set of largestKept(form)) await save(set);
      },
    ],
    [
      'The largest answers judged',
      async () =>
        done(
          await person.post(`/api/drafts/${memberText(draft, 'id')}/submit`, { revision: memberOf(draft, 'revision') }),
          422,
          503,
        ),
    ],
    [
      'Three PDFs of them at once, and one of somebody else',
      async () => {
        const own = memberText(done(await other.post('/api/drafts', { form: FORM })), 'id');
        const id = memberText(draft, 'id');
        await Promise.all([pdfOf(person, id), pdfOf(person, id), pdfOf(person, id), pdfOf(other, own)]);
      },
    ],
    ['Forms to go on with', get(person, '/api/drafts')],
    ['OpenAPI document', get(person, '/api/openapi.json')],
    ['The interface as a page', get(person, '/api')],
    [
      'A password that is not right',
      async () =>
        done(
          await createClient(portal.url).post('/api/sign-in', {
            email: 'a@example.org',
            password: 'three unrelated words',
          }),
        ),
    ],
    ['First list of tasks', get(officer, '/api/council/tasks?limit=100')],
    ['List of tasks', get(officer, '/api/council/tasks?limit=100')],
    ['Tasks found by a name', get(officer, '/api/council/tasks?state=all&q=ali12')],
    [`All ${TASKS} tasks as a file`, get(officer, '/api/council/tasks.csv?state=all')],
    [
      `${CASES} cases opened`,
      async () => {
        const http = createHttp(portal.url);
        await makeCases(http, portal.officers[0] ?? '', TEAMS[0] ?? '', CASES);
        http.close();
      },
    ],
    ['List of cases', get(officer, '/api/cases?limit=100')],
    ['Cases found by a name', get(officer, '/api/cases?q=ali')],
    ['The board', get(officer, '/api/board')],
    ['The dashboard', get(officer, '/api/dashboard')],
    ['Received forms found by a name', get(officer, '/api/received?q=ali')],
    ['The audit trail of some days', get(administrator, '/api/audit?from=2026-01-01&to=2099-01-01')],
    [`All ${ENTRIES} entries of it as a file`, get(administrator, '/api/audit.csv')],
    ['Forms and their versions', get(administrator, '/api/catalogue/versions')],
    ['Forms read again', async () => done(await administrator.post('/api/catalogue/reload'))],
    ['First sight of a form after that', get(person, `/api/forms/${LARGEST}`)],
    ['Figures for Prometheus', get(createClient(portal.url), '/metrics')],
    ['Whether it is ready', get(createClient(portal.url), '/ready')],
  ];
};

export const measureHeld = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-bench-'));
  const data = join(folder, 'data');
  await stock(data);
  const portal = await startPortal({
    forms: join(root, 'forms'),
    data,
    people: 2,
    officers: 1,
    settings: {
      FORMWORK_COUNCIL_DIR: join(root, 'council'),
      FORMWORK_TEAMS: JSON.stringify(Object.fromEntries(TEAMS.map((team) => [team, `${team}@example.org`]))),
    },
  });
  try {
    const figures: Figure[] = [];
    for (const [name, act] of doings(portal)) {
      await portal.usage();
      await act();
      // A hold shows when the loop comes round.
      await pause(20);
      const { busy } = (await portal.usage()).held;
      figures.push(figure(name, 'ms', busy, { target: `≤ ${MOST} ms`, met: busy <= MOST }));
    }
    return figures;
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
