/** “My data” of an account that has much of it: whole, and never more of it in memory than a few records. */
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Query, CollectionName } from '../../server/platform/storage/store.ts';
import { begin, beginComplete, expectStatus, startAngling } from '../support/angling.ts';
import type { SignedIn, TestPortal } from '../support/portal.ts';
import { field } from '../support/read.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startAngling({ config: { draftsPerAccount: 60, answersPerAccount: 100 } });
});
afterAll(() => portal.stop());

const words = (bytes: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: bytes / 45_000 }, (_, index) => [`a${index}`, 'x'.repeat(45_000)]));

const open = async (person: SignedIn): Promise<IncomingMessage> => {
  const { token } = await portal.services.sessions.begin(person.account);
  return new Promise((resolve, reject) => {
    const headers = { Cookie: `session=${token}`, 'Accept-Encoding': 'identity' };
    get(`${portal.url}/api/me/data`, { headers }, resolve).on('error', reject);
  });
};

const idsOf = (list: unknown): unknown[] => (Array.isArray(list) ? list.map((each) => field(each, 'id')) : []);

test('an account with 40 MB of answers is written while it is read, a record at a time', async () => {
  const person = await portal.signedIn();
  const drafts: string[] = [];
  for (let count = 0; count < 45; count += 1) {
    const { id, revision } = await begin(person);
    drafts.push(id);
    expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set: words(900_000) }), 200);
  }

  let read = 0;
  let mostAtOnce = 0;
  const find = portal.store.find.bind(portal.store);
  const watched = vi
    .spyOn(portal.store, 'find')
    .mockImplementation(async <Name extends CollectionName>(collection: Name, query: Query) => {
      const page = await find(collection, query);
      if (collection === 'drafts') {
        read += page.items.length;
        mostAtOnce = Math.max(mostAtOnce, page.items.length);
      }
      return page;
    });

  const answer = await open(person);
  await wait(1000);
  const readAhead = read;
  let mostHeld = 0;
  let bytes = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of answer) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('No bytes');
    chunks.push(chunk);
    bytes += chunk.length;
    mostHeld = Math.max(mostHeld, read - Math.floor(bytes / 900_000));
  }
  watched.mockRestore();

  // What nobody reads waits in the store; a few records fill the buffers between the two ends of a connection.
  expect(mostAtOnce).toBe(1);
  expect(readAhead).toBeLessThan(15);
  expect(mostHeld).toBeLessThan(15);
  const data: unknown = JSON.parse(Buffer.concat(chunks).toString());
  expect(new Set(idsOf(field(data, 'drafts')))).toEqual(new Set(drafts));
  expect(bytes).toBeGreaterThan(45 * 850_000);
});

test('everything is there, also more than 500 of one kind and what is saved meanwhile', async () => {
  const person = await portal.signedIn();
  const one = await beginComplete(person);
  expectStatus(await person.post(`/api/drafts/${one.id}/submit`, { revision: one.revision }), 201);
  const kept = await portal.store.get('submissions', one.id);
  if (kept === undefined) throw new Error('Not submitted');
  for (let count = 0; count < 510; count += 1)
    await portal.store.insert('submissions', {
      ...kept,
      _id: `copy${count}`,
      reference: `FW-${count}`,
      effects: [],
    });
  const two = await begin(person);
  const three = await begin(person);

  const find = portal.store.find.bind(portal.store);
  let saved = false;
  const watched = vi
    .spyOn(portal.store, 'find')
    .mockImplementation(async <Name extends CollectionName>(collection: Name, query: Query) => {
      const page = await find(collection, query);
      if (collection === 'drafts' && page.items.length > 0 && !saved) {
        saved = true;
        portal.clock.forward({ seconds: 1 });
        expectStatus(
          await person.patch(`/api/drafts/${two.id}`, { revision: two.revision, set: { river: 'upper' } }),
          200,
        );
      }
      return page;
    });
  const { body } = await person.get('/api/me/data');
  watched.mockRestore();
  expect(field(body, 'submissions')).toHaveLength(511);
  expect(idsOf(field(body, 'drafts')).toSorted()).toEqual([two.id, three.id].toSorted());
  expect(field(body, 'account')).toMatchObject({ email: person.email });
});
