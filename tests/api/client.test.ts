/** The typed client for other systems, over real HTTP with a real key. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, FormworkProblem, type Client } from '../../clients/typescript/index.ts';
import { clientFile, clientSource, pagesFile, pagesSource } from '../../scripts/client.ts';
import { expectStatus, startAngling } from '../support/angling.ts';
import type { TestPortal } from '../support/portal.ts';

let portal: TestPortal;
let client: Client;
beforeAll(async () => {
  portal = await startAngling({ config: { councilDir: 'council' } });
  const administrator = await portal.signedIn({ role: 'administrator' });
  const wanted = { name: 'Case system', scopes: ['cases:read', 'cases:write', 'submissions:read'], days: 1 };
  const { key } = expectStatus(await administrator.post('/api/keys', wanted), 201);
  client = createClient({ url: portal.url, key: String(key) });
});
afterAll(() => portal.stop());

test('its types are made from the routes as they are', async () => {
  expect(readFileSync(clientFile, 'utf8')).toBe(await clientSource(portal.services.routes));
});

test('what the pages know of the operations is made from the routes as they are', async () => {
  expect(readFileSync(pagesFile, 'utf8')).toBe(await pagesSource(portal.services.routes));
});

test('a case made by another system is made once, found, and changed as it was seen', async () => {
  const body = {
    subject: { firstName: 'Ada', lastName: 'Byron', dateOfBirth: '2015-12-10', identifiers: {} },
    team: 'rivers',
  };
  const idempotencyKey = 'import-2026-11-24-0001';
  const first = await client.call('POST /api/cases', { body, idempotencyKey });
  const again = await client.call('POST /api/cases', { body, idempotencyKey });
  expect(first.status).toBe(201);
  expect(again.body.id).toBe(first.body.id);
  expect(again.headers.get('Idempotent-Replayed')).toBe('true');

  const { id, revision } = first.body;
  const found = await client.call('GET /api/cases', { query: { q: 'byron' } });
  expect(found.body.items.map((each) => each.id)).toEqual([id]);

  const change = { params: { id }, body: { values: { 'plan.date': '2026-01-12' } } };
  const changed = await client.call('PUT /api/cases/{id}', { ...change, ifMatch: revision });
  expect(changed.body.values['plan.date']).toBe('2026-01-12');
  const late = await client
    .call('PUT /api/cases/{id}', { ...change, ifMatch: revision })
    .catch((error: unknown) => error);
  expect(late).toBeInstanceOf(FormworkProblem);
  expect(late).toMatchObject({ status: 409, code: 'conflict' });
});

test('what the key may not do is a problem in words', async () => {
  await expect(client.call('GET /api/groups')).rejects.toMatchObject({ status: 403, code: 'forbidden' });
});
