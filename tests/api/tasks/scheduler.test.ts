/** What the service does by the clock alone, a day at a time, with two servers on one store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskDocument } from '../../../server/modules/tasks/document.ts';
import { removeExpired } from '../../../server/modules/retention/housekeeping.ts';
import { expectStatus } from '../../support/angling.ts';
import { field } from '../../support/read.ts';
import { startPortal, testClock, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { insertPart } from '../../support/servers/part-of.ts';

const form = 'ehcp-annual-review';
const clock = testClock(new Date('2026-12-01T09:00:00Z'));
const dataDir = mkdtempSync(join(tmpdir(), 'formwork-scheduler-'));
const start = (): Promise<TestPortal> =>
  startPortal({
    dataDir,
    clock,
    config: { councilDir: 'council', formsDir: 'forms', serveUnpublished: true, teams: { send: 'send@example.org' } },
  });

let portals: TestPortal[];
let officer: SignedIn;
let teacher: SignedIn;
const cases: Record<string, string> = {};

const first = (): TestPortal => {
  const [portal] = portals;
  if (portal === undefined) throw new Error('No portal');
  return portal;
};

const newCase = async (lastName: string, values: Record<string, string>): Promise<void> => {
  const subject = { firstName: 'Ada', lastName, dateOfBirth: '2016-05-04', identifiers: {} };
  const body = { subject, team: 'send', officer: officer.account._id, values };
  cases[lastName] = String(expectStatus(await officer.post('/api/cases', body), 201)['id']);
};

const tasksOf = (name: string): Promise<TaskDocument[]> => first().services.tasks.ofCase(cases[name] ?? '');

/** Subjects of every mail to an address, whichever server sent it, without the title of the form. */
const mailsTo = async (to: string): Promise<string[]> =>
  (await Promise.all(portals.map((portal) => portal.mail(to))))
    .flat()
    .map(({ subject }) => subject.split(':')[0] ?? '');

const day = (): string => clock.now().toISOString().slice(0, 10);

/** Goes on day by day to `until`; both servers do their jobs at once each morning. Gives the day on which `seen` first held. */
const goOn = async (until: string, seen: Record<string, () => Promise<boolean>> = {}) => {
  const found: Record<string, string> = {};
  for (;;) {
    await Promise.all(portals.map(({ services }) => services.jobs.runAll()));
    await Promise.all(portals.map(({ services }) => services.relay.run()));
    for (const [name, holds] of Object.entries(seen))
      if (found[name] === undefined && (await holds())) found[name] = day();
    if (day() >= until) return found;
    clock.forward({ days: 1 });
  }
};

beforeAll(async () => {
  // One after the other: a store is made by one server.
  portals = [await start()];
  portals.push(await start());
  officer = await first().signedIn({ role: 'officer' });
  await first().services.teams.join('send', officer.account._id);
  teacher = await first().signedIn({ profile: { professional: true, organisation: 'Heron Bank School' } });
  const { groups } = first().services;
  await groups.create({ name: 'Nobody yet', organisation: 'Heron Bank School', members: [], managers: [] });
  const members = [teacher.account._id];
  await groups.create({ name: 'SEND at Heron Bank', organisation: 'Heron Bank School', members, managers: [] });
  const heron = { 'plan.settingName': 'HERON BANK school' };
  await newCase('Term', { ...heron, 'plan.reviewDate': '2027-03-05' });
  await newCase('Holiday', { ...heron, 'plan.reviewDate': '2027-02-22' });
  await newCase('Late', { 'child.setting': 'Heron Bank School', 'plan.reviewDate': '2027-01-12' });
  await newCase('Past', { ...heron, 'plan.reviewDate': '2026-11-30' });
  await newCase('Ceased', { ...heron, 'plan.reviewDate': '2027-03-05' });
  await newCase('Nowhere', { 'plan.settingName': 'Unknown School', 'plan.reviewDate': '2027-03-05' });
  const by = { id: officer.account._id, name: 'Olive Officer' };
  await first().services.cases.noteEvent(cases['Ceased'] ?? '', 'planEnded', '2026-11-20', by, 'not noted');
});
afterAll(async () => {
  for (const portal of portals) await portal.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('sent eight weeks before the review, in term time, once though two servers look every day', async () => {
  const sent = async (name: string) => (await tasksOf(name)).length > 0;
  const days = await goOn('2027-01-11', {
    term: () => sent('Term'),
    holiday: () => sent('Holiday'),
    late: () => sent('Late'),
    other: async () => (await sent('Past')) || (await sent('Ceased')) || sent('Nowhere'),
  });
  expect(days).toEqual({ term: '2027-01-08', holiday: '2026-12-18', late: '2026-12-01' });
  const [term, ...more] = await tasksOf('Term');
  expect(more).toEqual([]);
  // Two weeks after the meeting, whenever it went out.
  expect((await Promise.all(['Term', 'Holiday', 'Late'].map(tasksOf))).map(([task]) => task?.task.dueOn)).toEqual([
    '2027-03-19',
    '2027-03-08',
    '2027-01-26',
  ]);
  expect(term?.task).toMatchObject({
    state: 'offered',
    group: { name: 'SEND at Heron Bank' },
    history: [{ by: { id: 'system' } }],
  });
  expect((await mailsTo(teacher.email)).filter((subject) => subject === 'A form for your work group')).toHaveLength(3);
});

test('a date that moves sends nothing a second time', async () => {
  const path = `/api/cases/${cases['Term']}`;
  const admin = await first().signedIn({ role: 'administrator' });
  const revision = Number(expectStatus(await admin.get(path), 200)['revision']);
  const headers = { 'Content-Type': 'application/json', 'If-Match': `"${revision}"` };
  const body = JSON.stringify({ values: { 'plan.reviewDate': '2027-03-08' } });
  expectStatus(await admin.send('PUT', path, { body, headers }), 200);
  await goOn('2027-01-14');
  expect(await tasksOf('Term')).toHaveLength(1);
});

test('where no work group is found the officer gets a mail without a name, and a clock stands on the board until it is sent', async () => {
  const mails = await first().mail(officer.email);
  const others = await portals[1]?.mail(officer.email);
  const told = [...mails, ...(others ?? [])].filter(({ subject }) => subject.startsWith('A form could not be sent'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain(`/council/cases/${cases['Nowhere']}`);
  expect(`${told[0]?.subject} ${told[0]?.text} ${told[0]?.html}`).not.toMatch(/Nowhere|Ada/);
  const found = await first().store.get('cases', cases['Nowhere'] ?? '');
  expect(found?.events.map(({ name, on }) => [name, on])).toEqual([['reviewFormUnsent', '2027-01-08']]);
  const admin = await first().signedIn({ role: 'administrator' });
  const onBoard = async () => field(expectStatus(await admin.get('/api/board?clock=sendReviewForm'), 200), 'items');
  expect(await onBoard()).toMatchObject([{ case: cases['Nowhere'], clock: { dueOn: '2027-01-15' } }]);
  const group = (await first().services.groups.all()).find(({ members }) => members.length > 0);
  const to = [{ kind: 'group', id: group?._id }];
  expectStatus(await admin.post('/api/council/tasks', { case: cases['Nowhere'], form, to }), 201);
  await goOn('2027-01-14');
  expect(await onBoard()).toEqual([]);
});

// Ninety-six mornings of two servers, on MongoDB and a busy machine.
test(
  'reminded a week before, a day before and when it is overdue, and closed 30 days later',
  { timeout: 900_000 },
  async () => {
    const count = async (subject: string) => (await mailsTo(teacher.email)).filter((each) => each === subject).length;
    const days = await goOn('2027-04-20', {
      closed: async () => (await tasksOf('Term'))[0]?.task.state === 'expired',
    });
    expect(days).toEqual({ closed: '2027-04-19' });
    for (const subject of ['A form is due in a week', 'A form is due tomorrow', 'A form is overdue']) {
      // Of Term, Holiday, Late and Nowhere.
      expect([subject, await count(subject)]).toEqual([subject, 4]);
    }
    const [task] = await tasksOf('Term');
    expect(task?.remindedTo).toBe('2027-03-20');
  },
);

test('what is over is removed: repeats after a day, keys and deliveries 30 days later', async () => {
  const { store, services } = first();
  const at = clock.now().toISOString();
  await insertPart(store, 'requests', { _id: 'over', expiresAt: at });
  await insertPart(store, 'apiKeys', { _id: 'over', expiresAt: at });
  await insertPart(store, 'deliveries', { _id: 'over', at, effects: [] });
  await insertPart(store, 'deliveries', {
    _id: 'waiting',
    at,
    effects: [],
    effectsDue: '2099-01-01T00:00:00.000Z',
  });
  const kept = async () => {
    await removeExpired(services);
    const all = [
      ['requests', 'over'],
      ['apiKeys', 'over'],
      ['deliveries', 'over'],
      ['deliveries', 'waiting'],
    ] as const;
    return Promise.all(all.map(async ([collection, id]) => (await store.get(collection, id)) !== undefined));
  };
  expect(await kept()).toEqual([true, true, true, true]);
  clock.forward({ seconds: 1 });
  expect(await kept()).toEqual([false, true, true, true]);
  clock.forward({ days: 31 });
  expect(await kept()).toEqual([false, false, false, true]);
});
