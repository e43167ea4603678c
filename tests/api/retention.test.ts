/** What the council's retention schedule ends is gone on its day, with all that hung on it; what it does not end, or is held, stays. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { retained, retainedWords } from '../../scripts/ops/retain.ts';
import { planAccount, planCase } from '../../scripts/ops/erase.ts';
import { verify } from '../../scripts/ops/verify.ts';
import { brokenAt } from '../../server/modules/audit/index.ts';
import type { AuditRecord } from '../../server/platform/audit/entry.ts';
import { listOf } from '../../server/platform/storage/every.ts';
import type { RetentionSchedule } from '../../server/modules/retention/schedule.ts';
import { createRetainRun } from '../../server/modules/retention/run.ts';
import { collections } from '../../server/platform/storage/collections.ts';
import type { Store, CollectionName } from '../../server/platform/storage/store.ts';
import { beginComplete, expectStatus, upload } from '../support/angling.ts';
import { again, act, draftOf, save, taskOf, toUser } from '../support/bank.ts';
import { startCouncil, type Council } from '../support/council.ts';
import { pdf } from '../support/files.ts';
import { testClock, type TestClock } from '../support/portal.ts';
import { like } from '../support/like.ts';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const byId = { filter: {}, sort: { path: '_id', direction: 'asc' } } as const;

/** Tom is 18 on 3 April 2033. */
const born = '2015-04-03';
const rules: RetentionSchedule = {
  submissions: { years: 2 },
  cases: { years: 2, untilAge: 18 },
  tasks: { years: 2 },
};

let folder: string;
let clock: TestClock;
let council: Council;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'formwork-retention-'));
  for (const forms of ['forms', 'task-forms'])
    cpSync(beside(`../support/${forms}`), join(folder, 'forms'), { recursive: true });
  cpSync(beside('../support/clock-council'), join(folder, 'council'), { recursive: true });
  schedule(rules);
  clock = testClock(new Date('2026-03-02T09:30:00.000Z'));
  const teams = {
    rivers: 'rivers@council.example',
    lakes: 'lakes@council.example',
    'upper-river': 'upper@council.example',
  };
  const [formsDir, councilDir] = [join(folder, 'forms'), join(folder, 'council')];
  council = await startCouncil({ clock, config: { formsDir, councilDir, teams } });
});
afterEach(async () => {
  await council.portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

const schedule = (said: RetentionSchedule): void =>
  writeFileSync(join(folder, 'council', 'retention.json'), JSON.stringify(said));

/** Moves the clock to noon of a day. */
const on = (day: string): void => {
  const seconds = (Date.parse(`${day}T12:00:00.000Z`) - clock.now().getTime()) / 1000;
  clock.forward({ seconds });
};

const run = async () => {
  const report = await council.portal.services.retain.run();
  if (report === undefined) throw new Error('There is no schedule');
  return report;
};

const listed = <Name extends CollectionName>(collection: Name) => listOf(council.portal.store, collection, byId);

const entries = async (action: string): Promise<AuditRecord[]> =>
  (await listed('audit')).filter((entry) => entry.action === action);

/** Every record but the audit trail, as one text. */
const everything = async (): Promise<string> => {
  const texts: string[] = [];
  for (const { name } of collections) if (name !== 'audit') texts.push(`${name} ${JSON.stringify(await listed(name))}`);
  return texts.join('\n');
};

/** Somebody's form with a document and a message, submitted and answered with a document. Gives every id that has to do with it. */
const submitted = async (): Promise<{ id: string; ids: string[]; blob: string }> => {
  const { portal } = council;
  const parent = await portal.signedIn();
  const { id, revision } = await beginComplete(parent);
  const file = expectStatus(await upload(parent, id, 'letter.pdf', pdf), 201);
  const set = { documents: [{ file: { ...file, scan: undefined }, kind: 'letter' }] };
  const saved = expectStatus(await parent.patch(`/api/drafts/${id}`, { revision, set }), 200);
  const sent = expectStatus(await parent.post(`/api/drafts/${id}/submit`, { revision: saved['revision'] }), 201);
  await portal.services.relay.run();
  const { officer } = council;
  await portal.services.teams.join('upper-river', officer.account._id);
  const answered = await again(portal, officer);
  const letter = await answered.send('POST', `/api/submissions/${id}/response/documents?name=permit.pdf`, {
    body: pdf,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  const permit = String(expectStatus(letter, 201)['id']);
  expectStatus(
    await answered.post(`/api/submissions/${id}/response`, { text: 'Here it is', documents: [permit] }),
    200,
  );
  expectStatus(await parent.post(`/api/threads/submission/${id}`, { text: 'When?' }), 201);
  await portal.services.relay.run();
  const attachment = await portal.store.get('attachments', String(file['id']));
  const blob = attachment?.blob ?? '';
  return { id, ids: [id, String(file['id']), permit, blob, String(sent['reference'])], blob };
};

/**
 * A case on which much happened: a form sent with a document, answered with a document, reopened and answered again, with messages, and one
 * that was retracted. Gives every id that has to do with it.
 */
const muchHappened = async (): Promise<{ id: string; ids: string[] }> => {
  const { portal, officer, warden, newCase, send, answer } = council;
  const { services, store } = portal;
  const id = await newCase('Tom', 'Trout', born);
  expectStatus(await officer.post(`/api/cases/${id}/events`, { name: 'asked', on: '2026-03-01' }), 200);
  const letter = await officer.send('POST', '/api/council/tasks/documents?name=plan.pdf', {
    body: pdf,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  const enclosed = String(expectStatus(letter, 201)['id']);
  const sent = await send(id, toUser(warden), { documents: [enclosed] });
  expectStatus(await act(warden, sent, 'open'), 200);
  const draft = await draftOf(warden, sent);
  expectStatus(await upload(warden, draft.id, 'bank.pdf', pdf), 201);
  const { revision } = expectStatus(await save(warden, draft, { report: 'Flat' }), 200);
  expectStatus(await warden.post(`/api/tasks/${sent.id}/submit`, { revision }), 201);
  await services.relay.run();
  expectStatus(await officer.post(`/api/threads/task/${sent.id}`, { text: 'Which side?' }), 201);
  const closed = taskOf(await officer.get(`/api/tasks/${sent.id}`));
  taskOf(await act(officer, closed, 'reopen', { dueOn: '2026-04-02', comment: 'More' }));
  await answer(warden, taskOf(await warden.get(`/api/tasks/${sent.id}`)), { report: 'Steep' });
  const retracted = await send(id, toUser(warden), {});
  taskOf(await act(officer, retracted, 'retract', { comment: 'By mistake' }));
  await services.relay.run();
  await services.relay.run();
  const tasks = (await listed('tasks')).filter((task) => task.case === id);
  const submissions = (await listed('submissions')).filter((each) => each.case === id);
  const drafts = [...tasks.map((task) => task.draft), ...submissions.map(({ _id }) => _id)];
  const files = (await listed('attachments')).filter((each) => drafts.includes(each.draft) || each._id === enclosed);
  const found = await store.get('cases', id);
  const ids = [id, found?.reference ?? '', ...drafts, ...[...tasks, ...files].map(({ _id }) => _id)];
  return { id, ids: [...ids, ...files.map(({ blob }) => blob)] };
};

test('a submission goes on its day and not a day before, with its document, its messages and its draft', async () => {
  const { services } = council.portal;
  const one = await submitted();
  const another = await council.portal.store.count('accounts', {});
  on('2028-03-01');
  expect(await run()).toMatchObject({ removed: [], held: 0, waiting: 0 });
  expect(await services.store.get('submissions', one.id)).toBeDefined();

  on('2028-03-02');
  const rule = 'submissions: 2 years';
  const would = { day: '2028-03-02', removed: [{ kind: 'submission', rule, count: 1, parts: 5 }], held: 0, waiting: 0 };
  const told = await retained(services, true);
  expect(told).toMatchObject(would);
  expect(retainedWords(told, true)).toMatch(
    /Would go on 2028-03-02:\n {2}submission: 1 \(5 records in all\), by submissions: 2 years/,
  );
  expect(await services.store.get('submissions', one.id)).toBeDefined();
  expect(await services.retain.job()).toBe(1);

  const left = await everything();
  for (const id of one.ids) expect(left).not.toContain(id);
  await expect(services.blobs.open(one.blob)).rejects.toThrow();
  expect(await council.portal.store.count('accounts', {})).toBe(another);
  expect(await entries('record-removed')).toMatchObject([
    { actor: 'system', subject: { kind: 'submission', id: one.id }, detail: { rule, parts: 5 } },
  ]);
  expect(await entries('retention-done')).toMatchObject([{ detail: { [rule]: 1, count: 1, held: 0, waiting: 0 } }]);
  expect(JSON.stringify(await listed('audit'))).not.toMatch(/Żółta|O’Neill/);
  expect(await verify({ ...services, ...council.portal.storage })).toMatchObject({
    submissions: 0,
    attachments: 0,
    faults: [],
  });
  expect(await services.retain.job()).toBe(0);
});

test('a closed task goes with all that was submitted for it, and a case when its person has the age', async () => {
  const { services, store } = council.portal;
  const { id, ids } = await muchHappened();
  on('2028-03-02');
  const { removed } = await run();
  expect(removed.toSorted((one, other) => one.count + one.parts - other.count - other.parts)).toEqual([
    { kind: 'task', rule: 'tasks: 2 years', count: 1, parts: 3 },
    { kind: 'task', rule: 'submissions: 2 years', count: 1, parts: 11 },
  ]);
  expect(await store.get('cases', id)).toBeDefined();
  expect([
    await store.count('tasks', {}),
    await store.count('submissions', {}),
    await store.count('threads', {}),
  ]).toEqual([0, 0, 0]);
  on('2033-04-02');
  expect((await run()).removed).toEqual([]);
  on('2033-04-03');
  expect((await run()).removed).toMatchObject([
    { kind: 'case', rule: 'cases: 2 years, at least until the age of 18', count: 1 },
  ]);
  const left = await everything();
  for (const gone of ids) expect(left).not.toContain(gone);
  expect(await verify({ ...services, ...council.portal.storage })).toMatchObject({
    submissions: 0,
    attachments: 0,
    faults: [],
  });
});

test('a case goes whole, however often that breaks off on the way, and the trail has each of its records once', async () => {
  schedule({ submissions: { untilAge: 18 }, cases: { years: 1 }, tasks: { years: 1 } });
  const { services, store } = council.portal;
  await services.retainSchedule.reload();
  const { ids } = await muchHappened();
  on('2033-04-02');
  expect((await run()).removed).toEqual([{ kind: 'task', rule: 'tasks: 1 year', count: 1, parts: like.any(Number) }]);
  on('2033-04-03');
  let runs = 0;
  for (let broken = true; broken; runs += 1) {
    let left = 4;
    const failing: Store = {
      ...store,
      delete: async (collection, filter) => {
        left -= 1;
        if (left === 0) throw new Error('power cut');
        return store.delete(collection, filter);
      },
    };
    const { config, retainSchedule } = services;
    const parts = { ...services, store: failing, timeZone: config.timeZone, schedule: retainSchedule };
    broken = await createRetainRun(parts)
      .run()
      .then(
        () => false,
        () => true,
      );
  }
  expect(runs).toBeGreaterThan(2);
  const left = await everything();
  for (const gone of ids) expect(left).not.toContain(gone);
  const removed = (await entries('record-removed')).map(({ subject }) => subject);
  expect(removed.map(({ kind }) => kind).toSorted()).toEqual(['case', 'submission', 'submission', 'task', 'task']);
  expect(new Set(removed.map(({ id }) => id)).size).toBe(5);
  expect((await verify({ ...services, ...council.portal.storage })).faults).toEqual([]);
});

test('a case that somebody holds stays, and all that belongs to it; once it is let go it goes', async () => {
  const { portal, officer } = council;
  const { services } = portal;
  const { id, ids } = await muchHappened();
  const held = expectStatus(await officer.put(`/api/cases/${id}/hold`, { reason: 'An appeal at the tribunal' }), 200);
  expect(held['hold']).toMatchObject({ reason: 'An appeal at the tribunal', by: 'Olive Officer' });
  await services.relay.run();
  on('2033-04-03');
  // The case, two tasks and two submissions.
  expect(await run()).toMatchObject({ removed: [], held: 5 });
  await expect(planCase(services, id, { pastRetention: true })).rejects.toThrow('has to keep it');
  const back = await again(portal, officer);
  expect(expectStatus(await back.send('DELETE', `/api/cases/${id}/hold`), 200)['hold']).toBeUndefined();
  await services.relay.run();
  expect((await run()).removed).toMatchObject([{ kind: 'case', count: 1 }]);
  const left = await everything();
  for (const gone of ids) expect(left).not.toContain(gone);
  expect((await entries('case-hold-set')).length + (await entries('case-hold-ended')).length).toBe(2);
});

/** As `submitted`, and a case about its child that was opened from it, or by hand. */
const caseAbout = async (submission: string, from: boolean): Promise<string> => {
  const { officer, portal } = council;
  const held = await portal.store.get('submissions', submission);
  const { firstName = '', lastName = '', dateOfBirth = '' } = held ?? {};
  await portal.services.teams.join('rivers', officer.account._id);
  const subject = { firstName, lastName, dateOfBirth, identifiers: {} };
  const body = {
    subject,
    team: 'rivers',
    values: { 'permit.river': 'upper' },
    ...(from && { openedFrom: submission }),
  };
  return String(expectStatus(await (await again(portal, officer)).post('/api/cases', body), 201)['id']);
};

test.each([true, false])(
  'a hold on a case keeps what the family sent in about its child; opened from it: %s',
  async (from) => {
    const { portal, officer } = council;
    const one = await submitted();
    const id = await caseAbout(one.id, from);
    const back = await again(portal, officer);
    expectStatus(await back.put(`/api/cases/${id}/hold`, { reason: 'A complaint' }), 200);
    await portal.services.relay.run();
    on('2028-03-02');
    expect(await run()).toMatchObject({ removed: [], held: 1 });
    const owner = (await portal.store.get('submissions', one.id))?.owner ?? '';
    const { email = '' } = (await portal.store.get('accounts', owner)) ?? {};
    const plan = await planAccount(portal.services, email, { pastRetention: true });
    expect(plan.erase).not.toContainEqual({ collection: 'submissions', id: one.id });
    const later = await again(portal, officer);
    expectStatus(await later.send('DELETE', `/api/cases/${id}/hold`), 200);
    await portal.services.relay.run();
    expect((await run()).removed).toMatchObject([{ kind: 'submission', count: 1 }]);
  },
);

test('while the clock is in doubt nothing is removed by hand either, and that is said', async () => {
  const { services } = council.portal;
  const { id } = await muchHappened();
  expect((await retained(services, true)).removed).toEqual([]);
  clock.forward({ days: 7300 });
  await expect(retained(services, false)).rejects.toThrow(
    /far ahead of when the service last worked.*Put the clock right/,
  );
  await expect(planCase(services, id, { pastRetention: true })).rejects.toThrow('Put the clock right');
  expect(await services.store.get('cases', id)).toBeDefined();
});

test('what is still to be done keeps a record: an open task, a mail that waits', async () => {
  const { portal, warden, newCase, send } = council;
  const about = await newCase('Pia', 'Pike', '2005-01-02');
  await send(about, toUser(warden));
  await portal.services.relay.run();
  on('2029-03-02');
  expect(await run()).toMatchObject({ removed: [], waiting: 2 });
  expect(await portal.store.count('tasks', {})).toBe(1);
});

test('another schedule is gone by from its first run on', async () => {
  const { services } = council.portal;
  const { id } = await submitted();
  on('2027-03-02');
  expect((await run()).removed).toEqual([]);
  schedule({ ...rules, forms: { 'angling-permit': { years: 1 } } });
  await services.retainSchedule.reload();
  expect((await run()).removed).toMatchObject([{ rule: 'forms.angling-permit: 1 year', count: 1 }]);
  expect(await services.store.get('submissions', id)).toBeUndefined();
});

test('with a schedule that cannot be used, or none, nothing goes, and that is said', async () => {
  const { portal } = council;
  const { services } = portal;
  await submitted();
  on('2040-03-02');
  writeFileSync(join(folder, 'council', 'retention.json'), '{"submissions": {"years": 2}}');
  await services.retainSchedule.reload();
  expect(await services.retain.job()).toBe(0);
  expect(JSON.stringify((await portal.client().get('/ready')).body)).toContain('Nothing is removed until it is fixed');
  await expect(retained(services, true)).rejects.toThrow('retention.json: ');
  rmSync(join(folder, 'council', 'retention.json'));
  await services.retainSchedule.reload();
  await expect(retained(services, false)).rejects.toThrow('nothing is ever removed');
  expect(await portal.store.count('submissions', {})).toBe(1);
});

test('an account that nobody uses goes with its forms; one with rights or work stays', async () => {
  schedule({ ...rules, submissions: { years: 50 }, accounts: { years: 1 } });
  const { portal } = council;
  const { services, store } = portal;
  await services.retainSchedule.reload();
  const { id } = await submitted();
  const owner = (await listed('submissions'))[0]?.owner ?? '';
  on('2027-03-01');
  expect((await run()).removed).toEqual([]);
  on('2027-03-02');
  // Officer, administrator, warden and deputy stay: they have a role or are in a work group.
  expect(await run()).toMatchObject({ removed: [{ kind: 'account', count: 1 }], waiting: 4 });
  expect(await store.get('accounts', owner)).toBeUndefined();
  expect(await store.count('people', { owner: { eq: owner } })).toBe(0);
  expect(await store.get('submissions', id)).toBeDefined();
});

test('messages may go before what they are about', async () => {
  schedule({ ...rules, submissions: { years: 50 }, messages: { years: 1 } });
  const { services, store } = council.portal;
  await services.retainSchedule.reload();
  const { id } = await submitted();
  on('2027-03-01');
  expect((await run()).removed).toEqual([]);
  on('2027-03-02');
  expect((await run()).removed).toMatchObject([{ kind: 'messages', rule: 'messages: 1 year', count: 1 }]);
  expect([await store.count('threads', {}), await store.count('submissions', { _id: { eq: id } })]).toEqual([0, 1]);
});

test('the audit trail is shortened at its old end only, and what is left can still be held to be whole', async () => {
  schedule({ ...rules, submissions: { years: 50 }, audit: { years: 1 } });
  const { services, store } = council.portal;
  await services.retainSchedule.reload();
  await submitted();
  const old = await store.count('audit', {});
  on('2026-09-01');
  await submitted();
  const young = (await store.count('audit', {})) - old;
  on('2027-03-02');
  expect((await run()).removed).toEqual([]);
  on('2027-03-03');
  expect((await retained(services, true)).removed).toMatchObject([{ kind: 'audit', count: old }]);
  expect((await run()).removed).toMatchObject([{ kind: 'audit', rule: 'audit: 1 year', count: old }]);
  expect(await store.count('audit', {})).toBe(young + 1);
  expect(await brokenAt(store)).toBeUndefined();
  expect(await services.auditChain.state()).toBe('whole');
  on('2027-09-02');
  await run();
  expect(await brokenAt(store)).toBeUndefined();

  const [first] = await listed('audit');
  await store.delete('audit', { _id: { eq: first?._id ?? '' } });
  expect(await brokenAt(store)).toBe(`${first?.chain}.1`);
});

test('a form that nobody submitted goes with the notes that it was reminded of', async () => {
  const { portal } = council;
  const { services, store } = portal;
  await beginComplete(await portal.signedIn());
  on('2026-03-28');
  await services.jobs.runAll();
  await services.relay.run();
  expect([await store.count('drafts', {}), await store.count('reminders', {})]).toEqual([1, 1]);
  on('2026-04-02');
  await services.jobs.runAll();
  expect([await store.count('drafts', {}), await store.count('reminders', {})]).toEqual([0, 0]);
});
