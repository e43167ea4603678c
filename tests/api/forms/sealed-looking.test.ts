/** Where keys are set, nothing that somebody sends is taken for what the store has sealed: no draft, list, case or account breaks by it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, beginComplete, expectStatus, startAngling } from '../../support/angling.ts';
import type { SignedIn, TestPortal } from '../../support/portal.ts';
import { fieldsOf } from '../../support/read.ts';

let portal: TestPortal;
let person: SignedIn;
let administrator: SignedIn;
beforeAll(async () => {
  portal = await startAngling();
  person = await portal.signedIn();
  administrator = await portal.signedIn({ role: 'administrator' });
});
afterAll(() => portal.stop());

/** As the store writes what it seals, by the key that is set. */
const forged = ['$sealed', 'first', 'QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE='];

test('an answer that looks sealed is kept by no draft, and the lists go on', async () => {
  const { id, revision } = await begin(person, { firstName: 'Ada' });
  const sent = await beginComplete(person);
  const before = expectStatus(await person.get(`/api/drafts/${id}`), 200);
  for (const set of [
    { firstName: forged },
    { more: { deep: [forged] } },
    { documents: [{ title: forged }] },
    { documents: forged },
  ])
    for (const answer of [
      await person.patch(`/api/drafts/${id}`, { revision, set }),
      await person.post('/api/drafts', { form: 'angling-permit', answers: set }),
      await person.post(`/api/drafts/${id}/renew`, { revision, form: 'a'.repeat(64), base: {}, set }),
      await person.post(`/api/drafts/${id}/renew`, { revision, form: 'a'.repeat(64), base: set, set: {} }),
    ])
      expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } });
  // What only reads like it is an answer like any other.
  const typed = '["$sealed","first","AAAA"]';
  expectStatus(await person.patch(`/api/drafts/${id}`, { revision, set: { dangers: typed } }), 200);
  expect(expectStatus(await person.get(`/api/drafts/${id}`), 200)).toMatchObject({
    answers: { ...fieldsOf(before['answers']), dangers: typed },
  });
  expect((await person.get('/api/drafts')).body).toHaveLength(2);
  expectStatus(await person.post(`/api/drafts/${sent.id}/submit`, { revision: sent.revision }), 201);
  for (const path of ['/api/drafts', '/api/submissions', '/api/me/data'])
    expect([path, (await person.get(path)).status]).toEqual([path, 200]);
});

test('no route that takes a body takes it', async () => {
  const routes = portal.services.routes.filter(({ body }) => body !== undefined);
  expect(routes.length).toBeGreaterThan(40);
  for (const { method, path } of routes)
    for (const body of [forged, { any: { member: [forged] } }]) {
      const ask = (client: SignedIn) =>
        client.send(method, path.replaceAll(/:\w+/g, 'somebody-or-other'), {
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
        });
      const [own, council] = [await ask(person), await ask(administrator)];
      const said = own.status === 403 ? council : own;
      expect([method, path, said.body]).toEqual([method, path, expect.objectContaining({ code: 'malformed' })]);
    }
});
