/** The demonstration as somebody finds it who tries the service for the first time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/core/config.ts';
import { clocksOf } from '../../server/modules/cases/clocks/clocks.ts';
import type { CaseClock } from '../../server/modules/cases/settings-shape.ts';
import type { TaskDocument } from '../../server/modules/tasks/document.ts';
import { seedDemonstration } from '../../server/demonstration/seed.ts';
import { expectStatus } from '../support/angling.ts';
import { listOf } from '../../server/platform/storage/every.ts';
import { createPdfPool } from '../../server/platform/pdf/index.ts';
import { faultsOf } from '../pdf/whole.ts';
import { verifyPrint } from '../../scripts/ops/verify-print.ts';
import { rawIn } from '../support/raw.ts';
import { has } from '../support/tools.ts';
import { field, fieldsOf, textField } from '../support/read.ts';
import { startPortal, type TestPortal } from '../support/portal.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'formwork-demonstration-'));
const start = (): Promise<TestPortal> =>
  startPortal({
    dataDir,
    config: {
      demonstration: true,
      councilDir: 'council',
      formsDir: 'forms',
      teams: readConfig({ FORMWORK_DEMONSTRATION: 'yes' }).teams,
    },
  });

let portal: TestPortal;
beforeAll(async () => {
  portal = await start();
});
afterAll(async () => {
  await portal.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The cells of a file (RFC 4180). */
const readCsv = (text: string): string[][] =>
  text
    .trimEnd()
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
    );

const contents = async () => {
  const counts: Record<string, number> = {};
  for (const collection of [
    'accounts',
    'drafts',
    'submissions',
    'attachments',
    'groups',
    'cases',
    'tasks',
    'threads',
    'audit',
  ] as const) {
    counts[collection] = await portal.store.count(collection, {});
  }
  return counts;
};

test('everything that is written in it can be done, and nothing is in the log', async () => {
  expect(portal.logs.filter((line) => line.includes('demonstration') && !line.includes('"level":20'))).toEqual([]);
  const service = expectStatus(await portal.client().get('/api/service'), 200);
  expect(service['demoAccounts']).toHaveLength(7);
  const { findings } = expectStatus(await portal.client().get('/ready'), 200);
  expect(JSON.stringify(findings)).not.toContain('refused');
  expect(await contents()).toMatchObject({ groups: 15, cases: 60 });
});

const tasks = async (): Promise<TaskDocument[]> =>
  (
    await portal.store.find('tasks', {
      filter: {},
      sort: { path: 'keys.due', direction: 'asc' },
      limit: 500,
    })
  ).items;

test('there are tasks in every state, among them some that the clock sent', async () => {
  const states = new Set((await tasks()).map(({ task }) => task.state));
  expect([...states].sort()).toEqual([
    'expired',
    'offered',
    'open',
    'picked-up',
    'retracted',
    'returned',
    'sent',
    'submitted',
  ]);
  expect((await tasks()).filter(({ task }) => task.sentBy.id === 'system').length).toBeGreaterThan(4);
  expect((await tasks()).filter(({ task }) => task.signedBy !== null).length).toBeGreaterThan(0);
});

test('clocks are late, soon, later, excepted and not yet over, late ones first', async () => {
  const administrator = await portal.signedIn({ role: 'administrator' });
  const items = field(expectStatus(await administrator.get('/api/board?limit=200'), 200), 'items');
  const states = Array.isArray(items) ? items.map((row) => textField(field(row, 'clock'), 'state')) : [];
  expect(new Set(states)).toEqual(new Set(['late', 'soon', 'running', 'excepted', 'waiting']));
  expect(states[0]).toBe('late');
});

test('the cases show every kind of clock, in every state', async () => {
  const { caseSettings, calendars } = portal.services;
  const today = new Date().toISOString().slice(0, 10);
  const view = { settings: caseSettings.current(), calendar: await calendars.current(), today };
  const found = await portal.store.find('cases', {
    filter: {},
    sort: { path: '_id', direction: 'asc' },
    limit: 100,
  });
  const readings = found.items.flatMap((each) => clocksOf(each, view).flatMap(({ reading }) => reading ?? []));
  const shown = new Set(readings.map(({ id }) => id));
  const kinds: Record<string, (clock: CaseClock) => boolean> = {
    'starting with': ({ firstDayCounts }) => firstDayCounts === true,
    'before a day of the year': ({ before }) => before === true,
    'counted backwards': ({ countedBack }) => countedBack === true,
    'not before': ({ notBefore }) => notBefore === true,
    'later of two': ({ laterOf }) => laterOf !== undefined,
    'moved over a span': ({ movedOver }) => movedOver !== undefined,
    'held by an appeal': ({ held }) => held !== undefined,
    'one for each': ({ each }) => each === true,
    'under an age': ({ underAge }) => underAge !== undefined,
    'working days': ({ days }) => days === 'working',
    'lifted by an exception': ({ id }) => readings.some((each) => each.id === id && each.exception !== undefined),
  };
  const clocks = view.settings.clocks.filter(({ id }) => shown.has(id));
  const missing = Object.entries(kinds).filter(([, is]) => !clocks.some(is));
  expect(missing.map(([kind]) => kind)).toEqual([]);
  expect(readings.filter(({ id }) => id === 'consultation').every(({ about }) => about !== undefined)).toBe(true);
  const states = new Set(readings.map(({ state }) => state));
  expect([...states].sort()).toEqual(['early', 'excepted', 'late', 'met', 'over', 'running', 'soon', 'waiting']);
});

test('the past is silent: no mail goes out, and nobody is away but who says so today', async () => {
  expect(await portal.mail()).toEqual([]);
  const away = await Promise.all(
    ['canalstreet.senco@example.org', 'heron.senco@example.org'].map(async (email) =>
      portal.services.automaticReplies.away((await portal.services.accounts.byEmail(email))?._id ?? ''),
    ),
  );
  expect(away).toMatchObject([{ instead: { name: 'Jas Sandhu' } }, undefined]);
});

test('each kind of person finds what they are shown for', async () => {
  const { services } = portal;
  const idOf = async (email: string): Promise<string> => (await services.accounts.byEmail(email))?._id ?? '';
  const list = async (email: string, name: 'assigned' | 'groups' | 'submitted' | 'retracted' | 'managed') =>
    (
      await services.tasks.list(
        { accountId: await idOf(email), name: '', role: 'applicant' },
        { list: name, sort: 'due', limit: 50 },
      )
    ).items.length;
  for (const name of ['assigned', 'groups', 'submitted', 'retracted'] as const)
    expect([name, await list('school@example.org', name)]).toEqual([
      name,
      expect.toSatisfy((count) => Number(count) > 0),
    ]);
  expect(await list('head@example.org', 'assigned')).toBeGreaterThan(0);
  expect(await list('psychologist@example.org', 'assigned')).toBeGreaterThan(1);
  for (const collection of ['drafts', 'submissions'] as const)
    expect(
      await portal.store.count(collection, {
        owner: { eq: await idOf(collection === 'drafts' ? 'youngperson@example.org' : 'parent@example.org') },
      }),
    ).toBe(1);
});

test('an officer finds the submitted form and prints it', async () => {
  const officer = await portal.signedIn({ role: 'officer', teams: ['send'] });
  const items = field(expectStatus(await officer.get('/api/received'), 200), 'items');
  const first: unknown = Array.isArray(items) ? items[0] : undefined;
  const pdf = await officer.get(`/api/submissions/${textField(first, 'id')}/pdf`);
  expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
});

/** Columns for programs, in a file for people. */
const forPrograms: Record<string, string[]> = { '/api/audit.csv': ['Time (UTC)', 'Account', 'Record'] };

test('every list as a file says everything in words', async () => {
  const administrator = await portal.signedIn({ role: 'administrator' });
  const { paths } = expectStatus(await portal.client().get('/api/openapi.json'), 200);
  const files = Object.entries(fieldsOf(paths))
    .filter(([, methods]) => JSON.stringify(methods).includes('text/csv'))
    .map(([path]) => path);
  expect(files).toEqual(expect.arrayContaining(['/api/audit.csv', '/api/board.csv', '/api/council/tasks.csv']));
  const faults: string[] = [];
  for (const path of files) {
    const { status, bytes } = await administrator.get(path);
    expect([path, status]).toEqual([path, 200]);
    const [head = [], ...rows] = readCsv(bytes.toString('utf8').replace('\uFEFF', ''));
    expect([path, rows.length > 10]).toEqual([path, true]);
    for (const row of rows)
      for (const [at, cell] of row.entries())
        if (forPrograms[path]?.includes(head[at] ?? '') !== true)
          for (const raw of rawIn(cell)) faults.push(`${path}, ${head[at] ?? ''}: ${raw}`);
  }
  expect([...new Set(faults)]).toEqual([]);
});

test('no PDF of what was submitted was short, whatever release drew it', async () => {
  const found = await verifyPrint({ raw: portal.storage.raw, seals: undefined }, portal.services.prints);
  expect(found.submissions).toBeGreaterThan(20);
  expect(found).toMatchObject({ short: [], unread: [] });
});

test('the officer of the demonstration works in the team that forms go to', async () => {
  const account = await portal.services.accounts.byEmail('officer@example.org');
  expect(await portal.services.teams.of(account?._id ?? '')).toEqual(['send']);
});

test('started again, it makes nothing a second time', async () => {
  const before = await contents();
  await portal.stop();
  portal = await start();
  expect(await contents()).toEqual(before);
});

test('broken off anywhere, it goes on where it was at the next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-demonstration-'));
  const config = {
    councilDir: 'council',
    formsDir: 'forms',
    teams: readConfig({ FORMWORK_DEMONSTRATION: 'yes' }).teams,
  };
  const other = await startPortal({ dataDir: folder, config, clock: portal.clock });
  try {
    const began = await seedDemonstration(other.services);
    await began.stop();
    const half = await other.store.count('audit', {});
    await (
      await seedDemonstration(other.services)
    ).done;
    const all = await portal.store.count('tasks', {});
    expect(half).toBeLessThan(await other.store.count('audit', {}));
    expect(await other.store.count('tasks', {})).toBe(all);
    expect(other.logs.filter((line) => line.includes('part of the demonstration not made'))).toEqual([]);
  } finally {
    await other.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test.skipIf(!has('pdftotext'))(
  'the PDF of every submission loses nothing',
  async () => {
    const pool = createPdfPool({ seconds: 300 });
    const file = join(dataDir, 'submission.pdf');
    const faults: string[] = [];
    const found = await listOf(portal.store, 'submissions', {
      filter: {},
      sort: { path: '_id', direction: 'asc' },
    });
    for (const submission of found) {
      const content = await portal.services.prints.contentOfSubmission(submission, 'council');
      writeFileSync(file, await pool.render(content));
      faults.push(...(await faultsOf(content, file)).map((fault) => `${submission.reference}: ${fault}`));
    }
    await pool.close();
    expect(found.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  },
  900_000,
);
