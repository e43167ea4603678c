/** From the first save to the PDF of what was submitted: once, whoever asks however often and whenever the server dies. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../../engine/json.ts';
import type { SubmissionDocument } from '../../../server/modules/drafts/documents.ts';
import type { CollectionName } from '../../../server/platform/storage/store.ts';
import { listOf } from '../../../server/platform/storage/every.ts';
import { freezeDraft } from '../../../server/modules/submissions/submit.ts';
import { begin, beginComplete, completeAnswers, expectStatus, startAngling, upload } from '../../support/angling.ts';
import type { Begun } from '../../support/angling.ts';
import { jpg, pdf } from '../../support/files.ts';
import type { SignedIn, TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';
import { like } from '../../support/like.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startAngling();
});
afterAll(() => portal.stop());

const submit = (person: SignedIn, { id, revision }: Begun) => person.post(`/api/drafts/${id}/submit`, { revision });

const submissionsOf = async (draft: string): Promise<SubmissionDocument[]> => {
  const found = await portal.store.get('submissions', draft);
  return found === undefined ? [] : [found];
};

const attach = async (person: SignedIn, { id, revision }: Begun): Promise<{ begun: Begun; files: string[] }> => {
  const photo = expectStatus(await upload(person, id, 'Zoë.jpg', jpg), 201);
  const letter = expectStatus(await upload(person, id, 'letter.pdf', pdf), 201);
  const rows = [
    { file: { ...photo, scan: undefined }, kind: 'photograph' },
    { file: { ...letter, scan: undefined, name: 'a lie.pdf', bytes: 1 }, kind: 'letter', title: 'From the club' },
  ];
  const saved = expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set: { documents: rows } }), 200);
  return { begun: { id, revision: Number(saved['revision']) }, files: [String(photo['id']), String(letter['id'])] };
};

test('submitted twice at once there is one submission, one mail to each, a PDF and the documents', async () => {
  const person = await portal.signedIn();
  const { begun, files } = await attach(person, await beginComplete(person));
  const [one, two] = await Promise.all([submit(person, begun), submit(person, begun)]);
  expect([one.status, two.status].sort()).toEqual([200, 201]);
  expect(one.body).toEqual(two.body);
  const later = await submit(person, begun);
  expect([later.status, later.body]).toEqual([200, one.body]);

  const summary = expectStatus(later, 200);
  expect(summary['reference']).toMatch(/^FW-[^AEIOU]{4}-[^AEIOU]{4}$/);
  expect(summary).toMatchObject({ subject: 'Żółta O’Neill', team: 'upper-river', submittedBy: 'Ada Byron' });
  const own = await portal.mail(person.email);
  const team = (await portal.mail('upper@council.example')).filter(({ subject }) =>
    subject.includes(String(summary['reference'])),
  );
  expect([own.length, team.length]).toEqual([1, 1]);
  for (const { text, subject } of [...own, ...team]) expect(`${subject} ${text}`).not.toMatch(/Żółta|O’Neill|2015/);

  const read = expectStatus(await person.get(`/api/submissions/${begun.id}`), 200);
  expect(read).toMatchObject({ answers: { ...completeAnswers, documents: [{}, { file: { name: 'letter.pdf' } }] } });
  const printed = await person.get(`/api/submissions/${begun.id}/pdf`);
  expect([printed.status, printed.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  for (const file of files) {
    expect((await person.get(`/api/submissions/${begun.id}/attachments/${file}`)).status).toBe(200);
  }
  expect((await person.get(`/api/drafts/${begun.id}`)).status).toBe(410);
  expect((await person.patch(`/api/drafts/${begun.id}`, { revision: begun.revision, set: {} })).status).toBe(410);
  expect((await person.get('/api/submissions')).body).toMatchObject([{ id: begun.id, response: null }]);
  expect((await person.get('/api/people')).body).toMatchObject([{ firstName: 'Żółta', lastName: 'O’Neill' }]);
});

test('of 200 who submit at once every one has the same receipt', async () => {
  const person = await portal.signedIn();
  const begun = await beginComplete(person);
  const answers = await Promise.all(Array.from({ length: 200 }, () => submit(person, begun)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array.from({ length: 199 }, () => 200), 201]);
  expect(new Set(answers.map(({ bytes }) => bytes.toString())).size).toBe(1);
});

test('whoever submits between two steps of another is no reason to refuse that other', async () => {
  const person = await portal.signedIn();
  const get = portal.store.get.bind(portal.store);
  for (let step = 0; step < 12; step += 1) {
    const begun = await beginComplete(person);
    let reads = 0;
    let overtaken: Promise<unknown> | undefined;
    const watched = vi.spyOn(portal.store, 'get').mockImplementation(async (collection: CollectionName, id: string) => {
      const found = await get(collection, id);
      if (reads++ === step) await (overtaken = submit(person, begun));
      return found;
    });
    const answer = await submit(person, begun);
    watched.mockRestore();
    expect([step, answer.status]).toEqual([step, expect.toBeOneOf([200, 201])]);
    await overtaken;
    expect((await submit(person, begun)).body).toEqual(answer.body);
  }
});

test('an answer to a question that is no longer asked is left out', async () => {
  const person = await portal.signedIn();
  const begun = await begin(person, { ...completeAnswers, hasBoat: false });
  expectStatus(await submit(person, begun), 201);
  expect((await submissionsOf(begun.id))[0]?.answers).not.toHaveProperty('boatName');
});

test('what is missing is named with its place and page, and the draft stays open', async () => {
  const person = await portal.signedIn();
  const begun = await begin(person, { ...completeAnswers, lastName: '  ', declarationDate: '2999-01-01' });
  const refused = await submit(person, begun);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    code: 'answers-invalid',
    errors: like.arrayContaining([like.objectContaining({ pointer: '/lastName', page: 'angler' })]),
  });
  expect(expectStatus(await person.get(`/api/drafts/${begun.id}`), 200)['revision']).toBe(begun.revision);
});

test('words saved in another window are not submitted unseen', async () => {
  const person = await portal.signedIn();
  const begun = await beginComplete(person);
  const set = { dangers: 'None' };
  expectStatus(await person.patch(`/api/drafts/${begun.id}`, { revision: begun.revision, set }), 200);
  expect(await submit(person, begun)).toMatchObject({ status: 409, body: { revision: begun.revision + 1 } });
  expect(await submissionsOf(begun.id)).toEqual([]);
});

test('a document of somebody else cannot be submitted', async () => {
  const other = await portal.signedIn();
  const { files } = await attach(other, await beginComplete(other));
  const person = await portal.signedIn();
  const file = { id: files[0], name: 'Zoë.jpg', bytes: jpg.length, mediaType: 'image/jpeg' };
  const begun = await begin(person, { ...completeAnswers, documents: [{ file, kind: 'letter' }] });
  expect((await submit(person, begun)).body).toMatchObject({ errors: [{ pointer: '/documents/0/file' }] });
});

test('a server that dies right after freezing has submitted: the relay makes the one submission', async () => {
  const person = await portal.signedIn();
  const begun = await beginComplete(person);
  const draft = await portal.store.get('drafts', begun.id);
  if (draft === undefined) throw new Error('There is no draft');
  const { account, email } = person;
  const caller = { accountId: account._id, sessionId: '', role: account.role, email, name: 'Ada', professional: false };
  const { store, clock, catalogue, drafts, attachments, judging, config } = portal.services;
  const parts = { store, clock, catalogue, drafts, attachments, judging, timeZone: config.timeZone };
  await freezeDraft(parts, caller, draft);
  const frozenAt = clock.now().toISOString();
  expect(await submissionsOf(begun.id)).toEqual([]);

  const own = await portal.mail(person.email);
  expect(await submissionsOf(begun.id)).toHaveLength(1);
  expect(own).toHaveLength(1);
  const retried = expectStatus(await submit(person, begun), 200);
  expect(retried['id']).toBe(begun.id);
  expect(await portal.mail(person.email)).toHaveLength(1);
  portal.clock.forward({ minutes: 1 });
  await portal.services.relay.run();
  const noted = await listOf(portal.store, 'audit', {
    filter: { 'subject.id': { eq: begun.id }, action: { eq: 'submitted' } },
    sort: { path: 'at', direction: 'asc' },
  });
  expect(noted).toMatchObject([{ actor: account._id, at: frozenAt }]);
  const emptied: JsonObject | undefined = (await portal.store.get('drafts', begun.id))?.answers;
  expect(emptied).toEqual({});
});

test('only who submitted it and its team see a submission; each look of the team is noted', async () => {
  const person = await portal.signedIn();
  const begun = await beginComplete(person);
  const summary = expectStatus(await submit(person, begun), 201);
  const stranger = await portal.signedIn();
  for (const path of ['', '/pdf', '/attachments/aaaaaaaaaaaaaaaaaaaaaa']) {
    expect((await stranger.get(`/api/submissions/${begun.id}${path}`)).status).toBe(404);
  }
  expect((await stranger.post(`/api/submissions/${begun.id}/email`)).status).toBe(404);
  expect((await stranger.get('/api/received')).status).toBe(403);

  const elsewhere = await portal.signedIn({ role: 'officer', teams: ['rivers'] });
  for (const path of ['', '/pdf', '/attachments/aaaaaaaaaaaaaaaaaaaaaa']) {
    expect((await elsewhere.get(`/api/submissions/${begun.id}${path}`)).status).toBe(404);
  }
  expect((await elsewhere.post(`/api/submissions/${begun.id}/email`)).status).toBe(404);
  expect((await elsewhere.get('/api/received')).body).toEqual({ items: [] });

  const officer = await portal.signedIn({ role: 'officer', teams: ['upper-river'] });
  const looked = async () =>
    (
      await portal.store.find('audit', {
        filter: {},
        sort: { path: 'at', direction: 'desc' },
        limit: 20,
      })
    ).items.filter(({ action, subject }) => action === 'submission-read' && subject.id === begun.id).length;
  expectStatus(await officer.get(`/api/submissions/${begun.id}`), 200);
  expect(await looked()).toBe(1);
  const reference = String(summary['reference']).slice(0, 7).toLowerCase();
  expect(expectStatus(await officer.get(`/api/received?q=${reference}`), 200)['items']).toMatchObject([
    { id: begun.id },
  ]);
});

test('what comes in is read page by page, each form once', async () => {
  const person = await portal.signedIn();
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    const begun = await begin(person, { ...completeAnswers, lastName: 'Quillfeather' });
    expectStatus(await submit(person, begun), 201);
    ids.unshift(begun.id);
    portal.clock.forward({ minutes: 1 });
  }
  const officer = await portal.signedIn({ role: 'officer', teams: ['upper-river', 'rivers'] });
  const read = async (after?: string): Promise<string[]> => {
    const place = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const page: unknown = expectStatus(await officer.get(`/api/received?q=quillf&limit=2${place}`), 200);
    const items = field(page, 'items');
    const next = field(page, 'next');
    const found = Array.isArray(items) ? items.map((item: unknown) => String(field(item, 'id'))) : [];
    return typeof next === 'string' ? [...found, ...(await read(next))] : found;
  };
  expect(await read()).toEqual(ids);
});

test('a link is mailed to oneself, a few times an hour', async () => {
  const person = await portal.signedIn();
  const begun = await beginComplete(person);
  expectStatus(await submit(person, begun), 201);
  const statuses: number[] = [];
  for (let count = 0; count < 7; count += 1) {
    statuses.push((await person.post(`/api/submissions/${begun.id}/email`)).status);
  }
  expect(statuses.slice(0, 5)).toEqual([202, 202, 202, 202, 202]);
  expect(statuses.at(-1)).toBe(429);
  const mail = (await portal.mail(person.email)).at(-1);
  expect(mail?.text).toContain(`/submitted/${begun.id}`);
});
