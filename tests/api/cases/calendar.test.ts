import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';
import { dueFrom } from '../../../engine/index.ts';

let portal: TestPortal;
let administrator: SignedIn;
let officer: SignedIn;
beforeAll(async () => {
  portal = await startPortal({ config: { councilDir: 'council' } });
  administrator = await portal.signedIn({ role: 'administrator' });
  officer = await portal.signedIn({ role: 'officer' });
});
afterAll(() => portal.stop());

const put = (who: SignedIn, revision: unknown, body: unknown) =>
  who.send('PUT', '/api/calendar', {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${String(revision)}"` },
  });

test('it begins with the council’s file: bank holidays of six years, and terms', async () => {
  const { body } = await officer.get('/api/calendar');
  const file: unknown = JSON.parse(await readFile('council/calendar.json', 'utf8'));
  expect(body).toMatchObject({ revision: 1, terms: field(file, 'terms'), holidays: field(file, 'holidays') });
  const days = JSON.stringify(field(body, 'holidays'));
  for (const day of ['2026-12-28', '2027-12-27', '2028-01-03', '2029-03-30', '2030-04-22']) expect(days).toContain(day);
});

test('working days and days in term are counted by it', async () => {
  const calendar = await portal.services.calendars.current();
  // Good Friday and Easter Monday lie between, and the spring holiday of the schools.
  expect(dueFrom('2026-03-26', { length: 'P5D', days: 'working' }, calendar)).toBe('2026-04-02');
  expect(dueFrom('2026-04-01', { length: 'P3D', days: 'working' }, calendar)).toBe('2026-04-08');
  expect(dueFrom('2026-03-26', { length: 'P5D', days: 'term' }, calendar)).toBe('2026-04-16');
});

test('administrators change it, to the state that they saw; others only read', async () => {
  const { body } = await administrator.get('/api/calendar');
  const revision = field(body, 'revision');
  const changed = {
    terms: [],
    holidays: [
      { name: 'Two', on: '2026-06-02' },
      { name: 'One', on: '2026-06-01' },
    ],
  };
  expect((await put(officer, revision, changed)).status).toBe(403);
  const answer = await put(administrator, revision, changed);
  expect(answer.status).toBe(200);
  expect(field(answer.body, 'holidays')).toEqual([
    { name: 'One', on: '2026-06-01' },
    { name: 'Two', on: '2026-06-02' },
  ]);
  expect(await put(administrator, revision, changed)).toMatchObject({ status: 409, body: { revision: 2 } });
  expect((await administrator.put('/api/calendar', changed)).status).toBe(428);
});

test('terms that overlap or end before they begin are refused at their place', async () => {
  const { body } = await administrator.get('/api/calendar');
  const terms = [
    { name: 'Autumn', from: '2026-09-01', to: '2026-12-18' },
    { name: 'Winter', from: '2026-12-18', to: '2027-02-01' },
    { name: 'Spring', from: '2027-04-01', to: '2027-03-01' },
  ];
  const answer = await put(administrator, field(body, 'revision'), { terms, holidays: [] });
  expect(answer).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/terms/1', message: 'This overlaps Autumn' }, { pointer: '/terms/2/to' }] },
  });
});

test('a council whose file is broken has none until it is fixed, and is told', async () => {
  const councilDir = await mkdtemp(join(tmpdir(), 'formwork-council-'));
  await writeFile(
    join(councilDir, 'calendar.json'),
    '{"terms": [], "holidays": [{"name": "Never", "on": "2026-02-30"}]}',
  );
  const other = await startPortal({ config: { councilDir } });
  const person = await other.signedIn({ role: 'administrator' });
  expect((await person.get('/api/calendar')).body).toEqual({ revision: 0, terms: [], holidays: [] });
  expect(JSON.stringify((await person.get('/ready')).body)).toContain('calendar.json');
  await writeFile(
    join(councilDir, 'calendar.json'),
    '{"terms": [], "holidays": [{"name": "Once", "on": "2026-02-27"}]}',
  );
  await other.services.calendars.load();
  expect((await person.get('/api/calendar')).body).toMatchObject({ revision: 1, holidays: [{ name: 'Once' }] });
  await other.stop();
  await rm(councilDir, { recursive: true });
});

test('the first to save where nothing is kept yet wins', async () => {
  const other = await startPortal();
  const person = await other.signedIn({ role: 'administrator' });
  const saves = await Promise.all([1, 2].map(() => put(person, 0, { terms: [], holidays: [] })));
  expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
  await other.stop();
});
