import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOfDay } from '../../../server/core/clock.ts';
import { listOf } from '../../../server/platform/storage/every.ts';
import { beginComplete, expectStatus, startAngling } from '../../support/angling.ts';
import { testClock, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { rawIn } from '../../support/raw.ts';
import { field, textField } from '../../support/read.ts';

let portal: TestPortal;
let administrator: SignedIn;
beforeAll(async () => {
  portal = await startAngling({ config: { idleMinutes: 120 }, clock: testClock(new Date('2026-07-01T22:30:00Z')) });
  administrator = await portal.signedIn({ role: 'administrator', profile: { forename: 'Idris', surname: '=Vaughan' } });
});
afterAll(() => portal.stop());

const items = (body: unknown): unknown[] => {
  const found = field(body, 'items');
  return Array.isArray(found) ? found : [];
};
const find = async (query: string) => items(expectStatus(await administrator.get(`/api/audit?${query}`), 200));
const told = (lines: unknown[]): string[] =>
  lines.map((line) => `${textField(line, 'actorName')} ${textField(line, 'words')}`);

test('what people and officers do is found by who, what, which record and day, in words', async () => {
  const person = await portal.signedIn();
  const officer = await portal.signedIn({ role: 'officer', teams: ['upper-river'], profile: { forename: 'Ruth' } });
  const { id, revision } = await beginComplete(person);
  const { reference } = expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
  portal.clock.forward({ minutes: 20 });
  await officer.get(`/api/submissions/${id}`);
  portal.clock.forward({ minutes: 20 });
  await officer.get(`/api/submissions/${id}/pdf`);

  expect(told(await find(`q=${id}`))).toEqual([
    'Ruth Byron downloaded a form as PDF',
    'Ruth Byron read a submitted form',
    'Ada Byron submitted a form',
  ]);
  expect(await find(`q=${String(reference).toLowerCase()}`)).toHaveLength(3);
  expect(told(await find(`actor=${officer.email}&q=${id}`))).toHaveLength(2);
  expect(told(await find(`actor=${officer.account._id}&action=submission-read`))).toEqual([
    'Ruth Byron read a submitted form',
  ]);
  // 22:30 in UTC is half past eleven in summer: the second look was on the next day.
  expect(await find(`q=${id}&to=2026-07-01`)).toHaveLength(2);
  expect(told(await find(`q=${id}&from=2026-07-02&to=2026-07-02`))).toEqual(['Ruth Byron downloaded a form as PDF']);
  expect(await find(`q=${id}&from=2026-07-03`)).toEqual([]);
  expect(await find(`q=${id}&from=0001-01-01&to=9999-12-31`)).toHaveLength(3);
});

test('a look at the trail stands in the trail, once for all of its pages', async () => {
  const first = expectStatus(await administrator.get('/api/audit?limit=1'), 200);
  expect(told(items(first))).toEqual(['Idris =Vaughan looked at this audit trail']);
  const before = await find('action=audit-read&limit=200');
  await administrator.get(`/api/audit?limit=1&after=${String(first['next'])}`);
  expect(await find('action=audit-read&limit=200')).toHaveLength(before.length + 1);
  expect((await administrator.get('/api/audit?after=nonsense')).status).toBe(422);
});

test('pages follow one another without gaps or repeats, newest first', async () => {
  const seen: number[] = [];
  let after = '';
  do {
    const { body } = await administrator.get(`/api/audit?limit=3${after}`);
    seen.push(...items(body).map((line) => Number(field(line, 'sequence'))));
    const next = field(body, 'next');
    after = typeof next === 'string' ? `&after=${next}` : '';
  } while (after !== '');
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index));
});

test('the file holds what the query finds, and no cell is a formula', async () => {
  const answer = await administrator.get('/api/audit.csv?action=audit-read');
  expect(answer.headers.get('Content-Disposition')).toContain('audit-2026-07-02.csv');
  const [head, first] = answer.bytes.toString('utf8').split('\r\n');
  expect(head).toBe('\uFEFFNumber,Time,Who,What,Kind of record,Time (UTC),Account,Record');
  expect(first).toContain(',Idris =Vaughan,');
  expect(answer.bytes.toString('utf8')).not.toMatch(/(^|,)[=+@]/m);
  expect(told(await find('action=audit-exported'))).toHaveLength(1);
});

test('every action has words, and a chain that was tampered with says so', async () => {
  const { body } = await administrator.get('/api/audit/actions');
  expect(body).toEqual(
    expect.arrayContaining([
      { action: 'signed-in', words: 'signed in' },
      { action: 'role-changed', words: 'changed the role of an account from … to …' },
    ]),
  );
  expect(rawIn(JSON.stringify(Array.isArray(body) ? body.map((each) => field(each, 'words')) : body))).toEqual([]);
  expect(field((await administrator.get('/api/audit')).body, 'chain')).toBe('whole');
  const [first] = await listOf(portal.store, 'audit', {
    filter: {},
    sort: { path: 'at', direction: 'asc' },
  });
  await portal.store.patch('audit', { _id: { eq: first?._id ?? '' } }, { set: { action: 'signed-in' } });
  portal.clock.forward({ days: 1 });
  const again = await portal.signedIn({ role: 'administrator' });
  expect(field((await again.get('/api/audit')).body, 'chain')).toBe('broken');
});

test('a day begins at midnight of the council’s zone, summer and winter and when the clocks change', () => {
  expect(startOfDay('2026-07-01', 'Europe/London')).toBe('2026-06-30T23:00:00.000Z');
  expect(startOfDay('2026-01-01', 'Europe/London')).toBe('2026-01-01T00:00:00.000Z');
  expect(startOfDay('2026-03-29', 'Europe/London')).toBe('2026-03-29T00:00:00.000Z');
  expect(startOfDay('2026-03-30', 'Europe/London')).toBe('2026-03-29T23:00:00.000Z');
  expect(startOfDay('2026-07-01', 'Pacific/Kiritimati')).toBe('2026-06-30T10:00:00.000Z');
});
