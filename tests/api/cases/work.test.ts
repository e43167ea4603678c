/** The work list: what is late, new, answered, unread, due and overdue for an officer's teams, and what takes it off again. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anglingForms, beginComplete, expectStatus } from '../../support/angling.ts';
import { startCouncil, type Council } from '../../support/council.ts';
import { testClock, type SignedIn } from '../../support/portal.ts';
import { field, listOf, textField } from '../../support/read.ts';

let council: Council;
let forms: string;
let stranger: SignedIn;
let parent: SignedIn;
/** The case whose clock is late, the form that came in, the task that was answered and the one that is overdue. */
let late: string;
let came: string;
let answered: string;
let overdue: string;

beforeAll(async () => {
  forms = mkdtempSync(join(tmpdir(), 'formwork-forms-'));
  for (const from of [anglingForms, new URL('../../support/task-forms', import.meta.url).pathname])
    cpSync(from, forms, { recursive: true });
  council = await startCouncil({
    clock: testClock(new Date('2026-03-02T09:00:00Z')),
    config: {
      formsDir: forms,
      idleMinutes: 10_000,
      sessionHours: 1000,
      teams: {
        rivers: 'rivers@council.example',
        'upper-river': 'upper@council.example',
        lakes: 'lakes@council.example',
      },
    },
  });
  const { portal, officer, warden } = council;
  await portal.services.teams.join('upper-river', officer.account._id);
  stranger = await portal.signedIn({ role: 'officer', teams: ['lakes'] });
  late = await withClock('Ida', '2026-02-01', officer.account._id);
  await withClock('Jon', '2026-02-19');
  await withClock('Kim', '2026-03-01');
  const to = { kind: 'user', id: warden.account._id } as const;
  const [first, second] = [
    await council.newCase('Lou', 'Reed', '2011-01-01'),
    await council.newCase('Max', 'Reed', '2012-01-01'),
  ];
  const task = await council.send(first, to);
  await council.answer(warden, task, { report: 'Dry' });
  answered = task.id;
  overdue = (await council.send(second, to, { dueOn: '2026-03-03' })).id;
  parent = await portal.signedIn();
  const { id, revision } = await beginComplete(parent);
  expectStatus(await parent.post(`/api/drafts/${id}/submit`, { revision }), 201);
  came = id;
  expectStatus(await parent.post(`/api/threads/submission/${came}`, { text: 'Did it come?' }), 201);
});
afterAll(async () => {
  await council.portal.stop();
  rmSync(forms, { recursive: true, force: true });
});

const withClock = async (firstName: string, asked: string, officer?: string): Promise<string> => {
  const subject = { firstName, lastName: 'Reed', dateOfBirth: '1990-01-01', identifiers: {} };
  const body = { subject, team: 'rivers', ...(officer === undefined ? {} : { officer }) };
  const id = String(expectStatus(await council.administrator.post('/api/cases', body), 201)['id']);
  await council.administrator.post(`/api/cases/${id}/events`, { name: 'asked', on: asked });
  return id;
};

const list = async (who: SignedIn, query = '') => expectStatus(await who.get(`/api/work${query}`), 200);
const rows = async (who: SignedIn, query = ''): Promise<string[]> =>
  listOf((await list(who, query))['items']).map((item) => `${textField(item, 'kind')}: ${textField(item, 'subject')}`);

test('one list of one’s teams, the most urgent kind first, with how many there are', async () => {
  expect(await rows(council.officer)).toEqual([
    'late: Ida Reed',
    'new: Żółta O’Neill',
    'answered: Lou Reed',
    'unread: Żółta O’Neill',
    'due: Jon Reed',
  ]);
  expect((await list(council.officer))['counts']).toEqual({
    late: 1,
    new: 1,
    answered: 1,
    unread: 1,
    due: 1,
    overdue: 0,
  });
  council.portal.clock.forward({ days: 2 });
  expect(await rows(council.officer)).toContain('overdue: Max Reed');
  const { items } = await list(council.officer);
  expect(listOf(items)[0]).toMatchObject({
    about: { kind: 'case', id: late },
    title: 'Decide on the permit',
    dueOn: '2026-02-15',
    officer: 'Olive Officer',
    team: 'rivers',
  });
  expect(listOf(items).at(-1)).toMatchObject({ about: { kind: 'task', id: overdue }, person: 'Will Warden' });
});

test('nobody sees another team’s', async () => {
  expect(await list(stranger)).toEqual({
    items: [],
    counts: { late: 0, new: 0, answered: 0, unread: 0, due: 0, overdue: 0 },
  });
  expect(await rows(stranger, '?team=rivers')).toEqual([]);
  expect(await rows(council.officer, '?team=upper-river')).toEqual(['new: Żółta O’Neill', 'unread: Żółta O’Neill']);
});

test('one kind alone, and only what is of one’s own cases or of none', async () => {
  expect(await rows(council.officer, '?kind=due')).toEqual(['due: Jon Reed']);
  expect(await rows(council.officer, '?officer=me')).toEqual([
    'late: Ida Reed',
    'new: Żółta O’Neill',
    'unread: Żółta O’Neill',
  ]);
});

test('page by page nothing is left out or told twice', async () => {
  const whole = await rows(council.officer);
  const told: string[] = [];
  const readFrom = async (after: string): Promise<void> => {
    const { items, next } = await list(council.officer, `?limit=1${after}`);
    told.push(...listOf(items).map((item) => `${textField(item, 'kind')}: ${textField(item, 'subject')}`));
    if (typeof next === 'string') await readFrom(`&after=${encodeURIComponent(next)}`);
  };
  await readFrom('');
  expect(told).toEqual(whole);
  for (const place of ['nothing', 'late.x'])
    expect((await council.officer.get(`/api/work?after=${encodeURIComponent(place)}`)).status).toBe(422);
  const elsewhere = await council.officer.get('/api/work?kind=late&after=due.');
  expect(elsewhere.status).toBe(422);
});

test('what is read, responded to or opened as a case goes off the list', async () => {
  const { officer } = council;
  expectStatus(await officer.get(`/api/tasks/${answered}`), 200);
  expect(await rows(officer, '?kind=answered')).toEqual([]);

  const stand = (standing: string) => officer.put(`/api/submissions/${came}/standing`, { standing });
  expect(expectStatus(await stand('handled'), 200)).toMatchObject({ standing: 'handled' });
  expect(await rows(officer, '?kind=new')).toEqual([]);
  expect(expectStatus(await stand('new'), 200)).toMatchObject({ standing: 'new' });
  expect(await rows(officer, '?kind=new')).toEqual(['new: Żółta O’Neill']);

  const subject = { firstName: 'Żółta', lastName: 'O’Neill', dateOfBirth: '2015-04-03', identifiers: {} };
  expectStatus(await officer.post('/api/cases', { subject, team: 'rivers', openedFrom: came }), 201);
  await council.portal.services.relay.run();
  expect(await rows(officer, '?kind=new')).toEqual([]);

  expectStatus(await officer.get(`/api/threads/submission/${came}`), 200);
  expect(await rows(officer, '?kind=unread')).toEqual([]);
});

test('received forms are narrowed to a form, a team, a state and days', async () => {
  const found = async (query: string) =>
    listOf(field((await council.officer.get(`/api/received${query}`)).body, 'items')).length;
  expect(await found('?form=angling-permit')).toBe(1);
  expect(await found('?form=bank-report')).toBe(1);
  expect(await found('?team=upper-river')).toBe(1);
  expect(await found('?team=lakes')).toBe(0);
  expect(await found('?standing=handled')).toBe(1);
  expect(await found('?standing=new')).toBe(0);
  expect(await found('?from=2026-03-02&to=2026-03-02')).toBe(2);
  expect(await found('?from=2026-03-03')).toBe(0);
  expect(await found('?to=2026-03-01')).toBe(0);
  expect(await found('?form=angling-permit&standing=handled&from=2026-03-02&team=upper-river')).toBe(1);
});

test('what is new stands before what came in later and is dealt with', async () => {
  const { officer, portal } = council;
  portal.clock.forward({ days: 1 });
  const { id, revision } = await beginComplete(parent);
  expectStatus(await parent.post(`/api/drafts/${id}/submit`, { revision }), 201);
  expectStatus(await officer.put(`/api/submissions/${id}/standing`, { standing: 'handled' }), 200);
  expectStatus(await officer.put(`/api/submissions/${came}/standing`, { standing: 'new' }), 200);
  for (const who of [officer, council.administrator]) {
    const told: unknown[] = [];
    const readFrom = async (after: string): Promise<void> => {
      const { items, next } = expectStatus(await who.get(`/api/received?first=new&limit=1${after}`), 200);
      told.push(...listOf(items).map((item) => field(item, 'id')));
      if (typeof next === 'string') await readFrom(`&after=${encodeURIComponent(next)}`);
    };
    await readFrom('');
    expect(told).toHaveLength(3);
    expect(told.slice(0, 2)).toEqual([came, id]);
  }
  const { items } = expectStatus(await officer.get('/api/received'), 200);
  expect(field(listOf(items)[0], 'id')).toBe(id);
});

test('a case is one dated story: events, requests, answers, messages and the last day of its clocks', async () => {
  const { officer, warden } = council;
  const about = await withClock('Noa', '2026-03-01');
  const task = await council.send(about, { kind: 'user', id: warden.account._id });
  council.portal.clock.forward({ minutes: 5 });
  expectStatus(await officer.post(`/api/threads/task/${task.id}`, { text: 'How is the bank?' }), 201);
  council.portal.clock.forward({ minutes: 5 });
  await council.answer(warden, task, { report: 'Dry', river: 'upper' });
  const told = await officer.get(`/api/cases/${about}/story`);
  expect(told.status).toBe(200);
  expect(field(field(told.body, 'case'), 'id')).toBe(about);
  const lines = listOf(field(told.body, 'entries')).map(
    (entry) => `${textField(entry, 'on')} ${textField(entry, 'kind')}: ${textField(entry, 'words')}`,
  );
  expect(lines).toEqual([
    expect.stringMatching(/^2026-03-15 clock: Last day: Decide on the permit · \d+ days? left$/),
    '2026-03-05 request: Report on a bank: Submitted',
    '2026-03-05 message: Report on a bank: message',
    '2026-03-05 request: Report on a bank: Sent to Will Warden',
    '2026-03-01 event: Permit asked for',
  ]);
  expect(JSON.stringify(told.body)).not.toContain('How is the bank');
  expect((await stranger.get(`/api/cases/${about}/story`)).status).toBe(404);
});

test('who had a form about a case before is suggested for the next', async () => {
  const { officer, warden } = council;
  const about = await council.newCase('Ola', 'Reed', '2013-01-01');
  const suggested = async (who: SignedIn): Promise<unknown> => {
    const { status, body } = await who.get(`/api/council/recipients?case=${about}&form=bank-report`);
    return status === 200 ? listOf(body).map((each) => textField(each, 'id')) : status;
  };
  expect(await suggested(officer)).toEqual([]);
  await council.send(about, { kind: 'user', id: warden.account._id });
  await council.send(about, { kind: 'group', id: council.group._id });
  expect(await suggested(officer)).toEqual([council.group._id, warden.account._id]);
  expect(await suggested(stranger)).toBe(404);
});

test('an officer reads the audit trail of their own team’s case, and of no other', async () => {
  const { officer } = council;
  const about = await council.newCase('Pia', 'Reed', '2014-01-01');
  const sent = await council.send(about, { kind: 'user', id: council.warden.account._id });
  expectStatus(await officer.get(`/api/cases/${about}`), 200);
  const { items } = expectStatus(await officer.get(`/api/cases/${about}/audit`), 200);
  const lines = listOf(items).map((line) => `${textField(line, 'actorName')} ${textField(line, 'action')}`);
  expect(lines).toEqual(
    expect.arrayContaining(['Olive Officer case-created', 'Olive Officer case-read', 'Olive Officer task-sent']),
  );
  const records = new Set(listOf(items).map((line) => textField(field(line, 'subject'), 'id')));
  expect([...records].toSorted()).toEqual([about, sent.id].toSorted());
  expect((await stranger.get(`/api/cases/${about}/audit`)).status).toBe(404);
  expect((await officer.get('/api/audit')).status).toBe(403);
});
