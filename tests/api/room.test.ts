/** How much one account can keep in forms that are not submitted, and one form of documents: held however many ask at once, on two servers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, beginComplete, completeAnswers, expectStatus, startAngling, upload } from '../support/angling.ts';
import { createClient, type Answer, type Client } from '../support/client.ts';
import { pdf } from '../support/files.ts';
import { testClock, type SignedIn, type TestPortal } from '../support/portal.ts';
import { field } from '../support/read.ts';

const clock = testClock();
let folder: string;
let servers: TestPortal[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'formwork-room-'));
  const start = () =>
    startAngling({
      dataDir: folder,
      clock,
      config: { draftsPerAccount: 6, answersPerAccount: 2, documentsPerAccount: 1 },
    });
  servers = [await start(), await start()];
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const portal = (): TestPortal => {
  const [first] = servers;
  if (first === undefined) throw new Error('No server');
  return first;
};

/** The same person's requests, by turns to one server and the other. */
const onBoth = async ({ services, account }: { services: TestPortal['services']; account: SignedIn['account'] }) => {
  const { token } = await services.sessions.begin(account);
  const clients = servers.map(({ url }) => createClient(url, `session=${token}`));
  return (index: number): Client => {
    const client = clients[index % clients.length];
    if (client === undefined) throw new Error('No server');
    return client;
  };
};

const somebody = async () => {
  const person = await portal().signedIn();
  return { person, at: await onBoth({ services: portal().services, account: person.account }) };
};

const atOnce = (times: number, ask: (index: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => ask(index)));

const codes = (answers: readonly Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const code = status < 300 ? String(status) : `${status} ${String(field(body, 'code'))}`;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

/** Ids of all bytes that are kept, of whatever document. */
const blobs = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const id of portal().services.blobs.keptBefore(new Date(Date.now() + 3_600_000))) found.push(id);
  return found;
};

const sized = (bytes: number): Uint8Array<ArrayBuffer> => {
  const file = new Uint8Array(bytes).fill(32);
  file.set(pdf);
  return file;
};

test('of 60 documents at once a form takes as many as it says, and nothing stays of the others', async () => {
  const { person, at } = await somebody();
  const { id } = await begin(person);
  const before = (await blobs()).length;
  const answers = await atOnce(60, (index) => upload(at(index), id, `${index}.pdf`, pdf));
  expect(codes(answers)).toEqual({ '201': 8, '422 too-many-files': 52 });
  expect(field(answers.find(({ status }) => status === 422)?.body, 'detail')).toBe(
    'This form can hold 8 documents. Remove one that is not needed.',
  );
  expect(await portal().services.attachments.of(id)).toHaveLength(8);
  expect((await blobs()).length).toBe(before + 8);

  const [first] = await portal().services.attachments.of(id);
  expect((await person.delete(`/api/drafts/${id}/attachments/${first?._id}`)).status).toBe(204);
  expect(codes(await atOnce(5, (index) => upload(at(index), id, 'one-more.pdf', pdf)))).toEqual({
    '201': 1,
    '422 too-many-files': 4,
  });
});

test('the documents of all saved forms together have as many bytes as an account may have', async () => {
  const { person, at } = await somebody();
  const drafts: string[] = [];
  for (let count = 0; count < 5; count += 1) drafts.push((await begin(person)).id);
  const before = (await blobs()).length;
  const file = sized(100 * 1024);
  const answers = await atOnce(30, (index) => upload(at(index), drafts[index % 5] ?? '', `${index}.pdf`, file));
  expect(codes(answers)).toEqual({ '201': 10, '422 account-full': 20 });
  expect(field(answers.find(({ status }) => status === 422)?.body, 'detail')).toContain('more than 1 MB');
  expect((await blobs()).length).toBe(before + 10);

  expect((await person.delete(`/api/drafts/${drafts[0]}`)).status).toBe(204);
  const after = await atOnce(10, (index) => upload(at(index), drafts[1] ?? '', 'after.pdf', file));
  expect(after.filter(({ status }) => status === 201).length).toBe(
    10 - answers.filter(({ status }, index) => status === 201 && index % 5 !== 0).length,
  );
});

test('an account has as many saved forms as it may have; one deleted or submitted makes room', async () => {
  const { person, at } = await somebody();
  const answers = await atOnce(30, (index) => at(index).post('/api/drafts', { form: 'angling-permit' }));
  expect(codes(answers)).toEqual({ '201': 6, '422 account-full': 24 });
  expect(field(answers.find(({ status }) => status === 422)?.body, 'detail')).toBe(
    'You have 6 saved forms that are not submitted, which is the most that an account can have. Delete one that you no longer need, or submit one, then start this form.',
  );
  const listed = (await person.get('/api/drafts')).body;
  expect(listed).toHaveLength(6);

  expect((await person.delete(`/api/drafts/${String(field(field(listed, '0'), 'id'))}`)).status).toBe(204);
  const begun = await beginComplete(person);
  expect((await person.post('/api/drafts', { form: 'angling-permit' })).status).toBe(422);
  expectStatus(await person.post(`/api/drafts/${begun.id}/submit`, { revision: begun.revision }), 201);
  clock.forward({ minutes: 2 });
  expectStatus(await person.post('/api/drafts', { form: 'angling-permit', answers: completeAnswers }), 201);
});

test('forms that an older release began count too, and those whose time is over do not', async () => {
  const { person } = await somebody();
  for (let count = 0; count < 6; count += 1) await begin(person);
  await portal().store.delete('allowances', { _id: { eq: `drafts:${person.account._id}` } });
  expect((await person.post('/api/drafts', { form: 'angling-permit' })).status).toBe(422);
  clock.forward({ days: 400 });
  const { token } = await portal().services.sessions.begin(person.account);
  const later = createClient(portal().url, `session=${token}`);
  expectStatus(await later.post('/api/drafts', { form: 'angling-permit' }), 201);
});

test('what a server counted and died before it was there counts no longer after a minute', async () => {
  const { person } = await somebody();
  for (let count = 0; count < 5; count += 1) await begin(person);
  const id = `drafts:${person.account._id}`;
  const lost = { bytes: 1000, at: clock.now().toISOString() };
  await portal().store.patch(
    'allowances',
    { _id: { eq: id } },
    { set: { 'entries.lost': lost }, add: { count: 1, bytes: 1000 } },
  );
  expect((await person.post('/api/drafts', { form: 'angling-permit' })).status).toBe(422);
  clock.forward({ minutes: 2 });
  await begin(person);
  expect((await person.post('/api/drafts', { form: 'angling-permit' })).status).toBe(422);
});

test('the answers of all saved forms together have as many bytes as an account may have; shorter ones can be saved', async () => {
  const { person } = await somebody();
  const many = (name: string, bytes: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: bytes / 45_000 }, (_, index) => [`${name}${index}`, 'x'.repeat(45_000)]));
  const one = await begin(person);
  const two = await begin(person);
  const save = (draft: string, revision: number, body: object) =>
    person.patch(`/api/drafts/${draft}`, { revision, ...body });
  const first = expectStatus(await save(one.id, one.revision, { set: many('a', 900_000) }), 200);
  expectStatus(await save(two.id, two.revision, { set: many('b', 450_000) }), 200);
  const full = await save(one.id, Number(first['revision']), { set: many('c', 900_000) });
  expect([full.status, field(full.body, 'code'), field(full.body, 'detail')]).toEqual([
    422,
    'account-full',
    expect.stringContaining('come to 2 MB together'),
  ]);
  const shorter = await save(one.id, Number(first['revision']), { set: { a1: 'short' }, unset: ['a2'] });
  const { revision } = expectStatus(shorter, 200);
  expect((await person.delete(`/api/drafts/${two.id}`)).status).toBe(204);
  expectStatus(await save(one.id, Number(revision), { set: many('c', 450_000) }), 200);
});
