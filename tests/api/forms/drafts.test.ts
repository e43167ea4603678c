/** Drafts: whose they are, how they are saved, and how long they last. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, expectStatus, startAngling } from '../../support/angling.ts';
import type { TestPortal } from '../../support/portal.ts';
import { field, fieldsOf } from '../../support/read.ts';
import { like } from '../../support/like.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startAngling();
});
afterAll(() => portal.stop());

test('a new draft knows what the portal knows, says so, and carries only answers that the form asks for', async () => {
  const person = await portal.signedIn();
  const draft = expectStatus(
    await person.post('/api/drafts', { form: 'angling-permit', answers: { firstName: 'Zoë', admin: true } }),
    201,
  );
  expect(draft['answers']).toMatchObject({ firstName: 'Zoë', declarationName: 'Ada Byron' });
  expect(draft['answers']).not.toHaveProperty('admin');
  expect(Object.keys(fieldsOf(draft['prefilled']))).toContain('/declarationName');
  expect((await person.post('/api/drafts', { form: 'no-such-form' })).status).toBe(404);
});

test('an answer that somebody changed is told of as the portal’s no longer', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await begin(person);
  const prefilled = async () =>
    Object.keys(fieldsOf(expectStatus(await person.get(`/api/drafts/${id}`), 200)['prefilled']));
  expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set: { firstName: 'Zoë' } }), 200);
  expect(await prefilled()).toContain('/declarationName');
  const mine = { revision: revision + 1, set: { declarationName: 'Z. Byron' } };
  expectStatus(await person.patch(`/api/drafts/${id}`, mine), 200);
  expect(await prefilled()).not.toContain('/declarationName');
});

test('what is not right yet is kept as typed, with the revision counted up', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await begin(person);
  const set = { dateOfBirth: 'next week', river: 7, dangers: 'Ŵ 🛶' };
  const saved = expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set, lastPage: 'river' }), 200);
  expect(saved['revision']).toBe(revision + 1);
  const read = expectStatus(await person.get(`/api/drafts/${id}`), 200);
  expect(read).toMatchObject({ answers: set, lastPage: 'river', revision: revision + 1 });
});

test('a save that was repeated because its answer was lost is answered like the first; another window is told', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await begin(person);
  const change = { revision, set: { firstName: 'Ada' } };
  const first = expectStatus(await person.patch(`/api/drafts/${id}`, change), 200);
  expect(expectStatus(await person.patch(`/api/drafts/${id}`, change), 200)).toEqual(first);
  const other = await person.patch(`/api/drafts/${id}`, { revision, set: { firstName: 'Eve' } });
  expect(other.status).toBe(409);
  expect(other.body).toMatchObject({ code: 'conflict', revision: revision + 1 });
});

test('of fifty saves at once with the same revision exactly one is taken', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await begin(person);
  const saves = Array.from({ length: 50 }, (_, index) =>
    person.patch(`/api/drafts/${id}`, { revision, set: { firstName: `Ada ${index}` } }),
  );
  const statuses = (await Promise.all(saves)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(49);
});

test('nobody else finds out that a draft exists, whatever they ask', async () => {
  const { id, revision } = await begin(await portal.signedIn());
  for (const role of ['applicant', 'officer', 'administrator'] as const) {
    const other = await portal.signedIn({ role });
    const answers = await Promise.all([
      other.get(`/api/drafts/${id}`),
      other.patch(`/api/drafts/${id}`, { revision, set: {} }),
      other.delete(`/api/drafts/${id}`),
      other.get(`/api/drafts/${id}/pdf`),
      other.post(`/api/drafts/${id}/submit`, { revision }),
      other.send('POST', `/api/drafts/${id}/attachments?name=a.pdf`, { body: 'x' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await other.get('/api/drafts')).body).toEqual([]);
  }
});

/** Answers of so many bytes together, none of which is too long by itself. */
const words = (name: string, bytes: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: bytes / 45_000 }, (_, index) => [`${name}${index}`, 'x'.repeat(45_000)]));

test('too many words are refused and the draft stays as it was', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await begin(person);
  expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set: words('one', 900_000) }), 200);
  expectStatus(await person.patch(`/api/drafts/${id}`, { revision: revision + 1, set: words('two', 900_000) }), 200);
  const third = await person.patch(`/api/drafts/${id}`, { revision: revision + 2, set: words('three', 900_000) });
  expect(third.status).toBe(413);
  expect(expectStatus(await person.get(`/api/drafts/${id}`), 200)['revision']).toBe(revision + 2);
});

/** By what is wrong with it. */
const farOver: [name: string, set: Record<string, unknown>, pointer: string, keyword: string][] = [
  ['23,000 rows', { documents: Array.from({ length: 23_000 }, () => ({ kind: 'letter' })) }, '/documents', 'maxItems'],
  ['numbers where rows belong', { documents: Array.from({ length: 20 }, (_, row) => row) }, '/documents', 'type'],
  ['a text of 900 kB', { dangers: 'x'.repeat(900_000) }, '/dangers', 'maxLength'],
  ['a list where a text belongs', { firstName: ['Ada'] }, '/firstName', 'type'],
  ['lists in lists', { more: [[[[[[[[[[[[[[1]]]]]]]]]]]]]] }, '/more', 'size'],
];

test.each(farOver)(
  '%s is not kept: the place is told and the draft stays as it was',
  async (_, set, pointer, keyword) => {
    const person = await portal.signedIn();
    const { id, revision } = await begin(person, { firstName: 'Ada' });
    const refused = await person.patch(`/api/drafts/${id}`, { revision, set });
    const problem = {
      code: 'answers-far-over',
      errors: like.arrayContaining([like.objectContaining({ pointer, keyword })]),
    };
    expect(refused).toMatchObject({ status: 422, body: problem });
    expect(expectStatus(await person.get(`/api/drafts/${id}`), 200)).toMatchObject({
      revision,
      answers: { firstName: 'Ada' },
    });
    // Neither is it when somebody begins with it, or brings it along to the newest version.
    const begun = await person.post('/api/drafts', { form: 'angling-permit', answers: set });
    const { form } = expectStatus(await person.get(`/api/drafts/${id}`), 200);
    const renewed = await person.post(`/api/drafts/${id}/renew`, {
      revision,
      form: field(form, 'hash'),
      base: {},
      set,
    });
    for (const answer of [begun, renewed]) expect(answer).toMatchObject({ status: 422, body: problem });
    expect((await person.get('/api/drafts')).body).toEqual([like.objectContaining({ id, revision })]);
    // Only whoever may write in a draft is told what its form asks for.
    expect((await (await portal.signedIn()).patch(`/api/drafts/${id}`, { revision, set })).status).toBe(404);
  },
);

test('each save keeps a draft thirty days longer; then it is gone, with its documents', async () => {
  const person = await portal.signedIn();
  const { id, revision } = await begin(person);
  portal.clock.forward({ days: 29 });
  const again = await portal.services.sessions.begin(person.account);
  const headers = { Cookie: `session=${again.token}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ revision, set: { firstName: 'Ada' } });
  expectStatus(await person.send('PATCH', `/api/drafts/${id}`, { body, headers }), 200);
  const { drafts } = portal.services;
  portal.clock.forward({ days: 29 });
  expect((await drafts.list(person.account._id)).map((draft) => draft.id)).toEqual([id]);
  portal.clock.forward({ days: 1, minutes: 1 });
  expect(await drafts.list(person.account._id)).toEqual([]);
  await portal.services.jobs.runAll();
  expect(await portal.store.get('drafts', id)).toBeUndefined();
});

test('a draft can be printed and is thrown away for good', async () => {
  const person = await portal.signedIn();
  const { id } = await begin(person, { firstName: 'Ada' });
  const pdf = await person.get(`/api/drafts/${id}/pdf`);
  expect([pdf.status, pdf.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await person.delete(`/api/drafts/${id}`)).status).toBe(204);
  expect((await person.get(`/api/drafts/${id}`)).status).toBe(404);
});
