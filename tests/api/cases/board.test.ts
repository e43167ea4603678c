import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { effectsAdded, workEffect } from '../../../server/platform/effects/pending.ts';
import { boardWork } from '../../../server/modules/cases/record.ts';
import { newId } from '../../../server/core/ids.ts';
import { testClock, startPortal, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field, textField } from '../../support/read.ts';
import { insertPart } from '../../support/servers/part-of.ts';

let portal: TestPortal;
let officer: SignedIn;
let colleague: SignedIn;
let administrator: SignedIn;

const councilFile = {
  subject: 'Angler',
  as: 'angler',
  identifiers: [],
  fields: [],
  events: [
    { name: 'asked', label: 'Asked' },
    { name: 'answered', label: 'Answered' },
    { name: 'inspected', label: 'Inspected' },
    { name: 'invited', label: 'Invited' },
  ],
  clocks: [
    { id: 'answer', label: 'Answer', from: ['asked'], length: 'P20D', metBy: ['answered'], pausable: true },
    { id: 'visit', label: 'Visit', from: ['asked'], length: 'P2W', metBy: ['inspected'] },
    { id: 'comments', label: 'Comments', from: ['invited'], length: 'P5D', notBefore: true },
    { id: 'advice', label: 'Advice', from: ['invited'], length: 'P7D', metBy: ['answered'], owedBy: 'others' },
  ],
};

beforeAll(async () => {
  portal = await startPortal({
    config: { teams: { north: 'north@example.org', south: 'south@example.org' } },
    clock: testClock(new Date('2026-03-02T09:00:00Z')),
  });
  await mkdir(portal.services.config.councilDir, { recursive: true });
  await writeFile(join(portal.services.config.councilDir, 'case.json'), JSON.stringify(councilFile));
  await portal.services.caseSettings.reload();
  officer = await portal.signedIn({ role: 'officer', profile: { forename: 'Ruth', surname: 'Amos' } });
  colleague = await portal.signedIn({ role: 'officer' });
  administrator = await portal.signedIn({ role: 'administrator' });
  await portal.services.teams.join('north', officer.account._id);
  await portal.services.teams.join('south', colleague.account._id);
  await open('Ida', '2026-02-01', 'north', officer.account._id);
  await open('=Jon', '2026-02-13', 'north');
  await open('Kim', '2026-02-27', 'north');
  await open('Lou', '2026-02-05', 'south');
});
afterAll(() => portal.stop());

const open = async (firstName: string, asked: string, team: string, owner?: string): Promise<string> => {
  const made = await administrator.post('/api/cases', {
    subject: { firstName, lastName: 'Reed', dateOfBirth: '1990-01-01', identifiers: {} },
    team,
    ...(owner === undefined ? {} : { officer: owner }),
  });
  const path = `/api/cases/${textField(made.body, 'id')}`;
  await administrator.post(`${path}/events`, { name: 'asked', on: asked });
  return path;
};

const rows = async (who: SignedIn, query = ''): Promise<string[]> => {
  const answer = await who.get(`/api/board${query}`);
  expect(answer.status).toBe(200);
  const items = field(answer.body, 'items');
  return Array.isArray(items)
    ? items.map(
        (row) =>
          `${textField(row, 'subject')}: ${textField(field(row, 'clock'), 'id')}, ${textField(field(row, 'clock'), 'words')}`,
      )
    : [];
};

const north = [
  'Ida Reed: visit, 15 days late',
  'Ida Reed: answer, 9 days late',
  '=Jon Reed: visit, 3 days late',
  '=Jon Reed: answer, 3 days left',
  'Kim Reed: visit, 11 days left',
  'Kim Reed: answer, 17 days left',
];

test('the clocks of one’s teams, the latest first; administrators see all', async () => {
  expect(await rows(officer)).toEqual(north);
  expect(await rows(colleague)).toEqual(['Lou Reed: visit, 11 days late', 'Lou Reed: answer, 5 days late']);
  expect(await rows(administrator)).toHaveLength(8);
  expect(await rows(officer, '?team=south')).toEqual([]);
  expect(await rows(administrator, '?team=south')).toHaveLength(2);
});

test('filters by state, clock and officer; page by page nothing is lost or seen twice', async () => {
  expect(await rows(officer, '?state=late')).toEqual(north.slice(0, 3));
  expect(await rows(officer, '?state=soon')).toEqual(north.slice(3, 4));
  expect(await rows(officer, '?state=running')).toEqual(north.slice(4));
  expect(await rows(officer, '?clock=answer&state=late')).toEqual(north.slice(1, 2));
  expect(await rows(officer, '?officer=me')).toEqual(north.slice(0, 2));
  const seen: string[] = [];
  let after = '';
  do {
    const query = `?limit=1${after === '' ? '' : `&after=${after}`}`;
    seen.push(...(await rows(officer, query)));
    const next = field((await officer.get(`/api/board${query}`)).body, 'next');
    after = typeof next === 'string' ? next : '';
  } while (after !== '');
  expect(seen).toEqual(north);
});

test('a spreadsheet of it runs no formula and holds only what the officer may see', async () => {
  const file = await officer.get('/api/board.csv?state=late');
  expect(file.headers.get('Content-Type')).toMatch(/^text\/csv/);
  expect(file.headers.get('Content-Disposition')).toContain('board.csv');
  const lines = file.bytes.toString('utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(
    /^CS-[^,]+,Ida Reed,01-Jan-1990,North,Ruth Amos,Visit,,01-Feb-2026,15-Feb-2026,-15,15 days late$/,
  );
  expect(lines[3]).toContain(",'=Jon Reed,");
});

test('what meets a clock takes it off, and a case that moves takes its clocks along', async () => {
  const path = await open('Max', '2026-01-01', 'north');
  expect(await rows(officer, '?limit=2')).toEqual(['Max Reed: visit, 46 days late', 'Max Reed: answer, 40 days late']);
  await administrator.post(`${path}/events`, { name: 'inspected', on: '2026-03-01' });
  expect((await rows(officer, '?limit=1'))[0]).toBe('Max Reed: answer, 40 days late');
  const { body } = await administrator.get(path);
  await administrator.send('PUT', path, {
    body: JSON.stringify({ team: 'south' }),
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${textField(body, 'revision')}"` },
  });
  expect(await rows(officer)).toEqual(north);
  expect((await rows(colleague, '?limit=1'))[0]).toBe('Max Reed: answer, 40 days late');
  await administrator.post(`${path}/events`, { name: 'answered', on: '2026-03-01' });
  expect(await rows(colleague)).toHaveLength(2);
});

test('a server that dies before it wrote the board leaves the work to another', async () => {
  const path = await open('Pat', '2026-01-01', 'north');
  const id = path.split('/').at(-1) ?? '';
  // What the case itself left to be done is done; then it is as it would be had the server died between the case and its clocks.
  await portal.services.relay.run();
  for (const clock of ['answer', 'visit']) await portal.store.delete('clocks', { _id: { eq: `${id}.${clock}` } });
  expect(await rows(officer)).toEqual(north);
  const work = [workEffect(boardWork, { case: id }, portal.clock.now())];
  await effectsAdded(portal.store, 'cases', id, {}, work);
  await portal.services.relay.run();
  expect(await rows(officer, '?limit=2')).toEqual(['Pat Reed: visit, 46 days late', 'Pat Reed: answer, 40 days late']);
  for (const name of ['answered', 'inspected']) await administrator.post(`${path}/events`, { name, on: '2026-03-01' });
  expect(await rows(officer)).toEqual(north);
});

test('what was read of a case earlier never overwrites what was written later', async () => {
  const path = await open('Quin', '2026-01-01', 'north');
  const later = { _id: { eq: `${path.split('/').at(-1) ?? ''}.visit` } };
  await portal.services.relay.run();
  await portal.store.patch('clocks', later, { set: { caseRevision: 1000, dueOn: '2025-01-01' } });
  await administrator.post(`${path}/events`, { name: 'answered', on: '2026-03-01' });
  await portal.services.relay.run();
  expect(await portal.store.get('clocks', later._id.eq)).toMatchObject({ dueOn: '2025-01-01' });
  await portal.store.patch('clocks', later, { set: { caseRevision: 1 } });
  await administrator.post(`${path}/events`, { name: 'inspected', on: '2026-03-01' });
  expect(await rows(officer)).toEqual(north);
});

test('numbers over all count late clocks of one’s teams', async () => {
  const answer = await officer.get('/api/dashboard');
  expect(answer.body).toMatchObject({ late: 3, openTasks: 0, overdueByTeam: [{ label: 'North', count: 0 }] });
  expect(field(answer.body, 'dueThisWeek')).toHaveLength(7);
  expect((await administrator.get('/api/dashboard')).body).toMatchObject({ late: 5 });
  expect((await administrator.get('/api/dashboard?team=south')).body).toMatchObject({ late: 2 });
});

test('numbers about tasks are of one’s teams: due this week, overdue, and how long answers took', async () => {
  const task = (team: string, keys: object) =>
    insertPart(portal.store, 'tasks', { _id: newId(), keys: { team, ...keys } });
  await task('north', { open: true, state: 'sent', due: '2026-03-02' });
  await task('north', { open: true, state: 'sent', due: '2026-03-08' });
  await task('north', { open: true, state: 'sent', due: '2026-03-01' });
  await task('south', { open: true, state: 'sent', due: '2026-02-01' });
  const done = { open: false, state: 'submitted', due: '2026-03-02', closedAt: '2026-02-20T10:00:00.000Z' };
  for (const daysTaken of [0, 7, 8, 60]) await task('north', { ...done, daysTaken });
  await task('north', { ...done, closedAt: '2025-11-01T10:00:00.000Z', daysTaken: 3 });
  const { body } = await officer.get('/api/dashboard');
  expect(body).toMatchObject({
    dueThisWeek: [1, 0, 0, 0, 0, 0, 1].map((count) => ({ count })),
    overdueByTeam: [{ label: 'North', count: 1 }],
    timeToSubmit: [2, 1, 0, 0, 1].map((count) => ({ count })),
    openTasks: 3,
  });
  expect(field(body, 'overdueByTeam')).toHaveLength(1);
  expect((await administrator.get('/api/dashboard')).body).toMatchObject({
    overdueByTeam: [{ count: 1 }, { label: 'South', count: 1 }],
    openTasks: 4,
  });
});

test('a file of cases that is broken is told, and the last good one counts', async () => {
  const file = join(portal.services.config.councilDir, 'case.json');
  await writeFile(file, JSON.stringify({ ...councilFile, clocks: [{ ...councilFile.clocks[0], metBy: ['nobody'] }] }));
  await portal.services.caseSettings.reload();
  const ready = await portal.client().get('/ready');
  expect(JSON.stringify(ready.body)).toContain('there is no event “nobody”');
  expect(await rows(officer, '?limit=1')).toHaveLength(1);
  await writeFile(file, JSON.stringify(councilFile));
  await portal.services.caseSettings.reload();
  expect(portal.services.caseSettings.problems()).toEqual([]);
});

test('an exception moves no day; past it the clock is listed by itself, not as late, until the council’s own target', async () => {
  const path = await open('Ned', '2026-02-20', 'north');
  const aimed = { from: '2026-02-25', to: '2026-03-05', reason: 'Away', target: '2026-03-20' };
  const noted = await administrator.post(`${path}/pauses`, aimed);
  expect(await rows(officer, '?state=excepted')).toEqual([]);
  expect(await rows(officer, '?clock=answer&state=running')).toContain('Ned Reed: answer, 10 days left');
  const signIn = async (): Promise<void> => {
    // Their sessions ended meanwhile.
    administrator = await portal.signedIn({ role: 'administrator' });
    officer = await portal.signedIn({ role: 'officer' });
    await portal.services.teams.join('north', officer.account._id);
  };
  portal.clock.forward({ days: 17 });
  await signIn();
  expect(await portal.services.cases.recount()).toBe(1);
  expect(await portal.services.cases.recount()).toBe(0);
  const read = await administrator.get(path);
  expect(read.body).toMatchObject({ revision: field(noted.body, 'revision') });
  const excepted = 'Ned Reed: answer, 7 days over, with an exception, own target 20-Mar-2026';
  expect(await rows(officer, '?state=excepted')).toEqual([excepted]);
  expect(await rows(officer, '?state=late')).not.toContain(excepted);
  portal.clock.forward({ days: 2 });
  await signIn();
  expect(await portal.services.cases.recount()).toBe(1);
  expect(await rows(officer, '?state=excepted')).toEqual([]);
  expect(await rows(officer, '?state=late')).toContain('Ned Reed: answer, 9 days late');
});

test('late is what the council owes: neither the time of families nor a duty of others, who stand apart', async () => {
  const path = await open('Moe', '2026-03-01', 'north');
  await administrator.post(`${path}/events`, { name: 'invited', on: '2026-02-20' });
  const late = await rows(officer, '?state=late');
  expect(late.filter((row) => /: (advice|comments),/.test(row))).toEqual([]);
  expect(await rows(officer, '?state=others')).toEqual([expect.stringMatching(/^Moe Reed: advice, \d+ days late$/)]);
  expect(field((await officer.get('/api/dashboard')).body, 'late')).toBe(late.length);
});
