/** The interface for other systems: what it says of itself, keys, repeats, and what it tells by itself. */
import { createHmac } from 'node:crypto';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isObject } from '../../engine/json.ts';
import { responseCheck } from '../../server/platform/http/validation.ts';
import { isPrivate } from '../../server/modules/webhooks/post.ts';
import { beginComplete, expectStatus, startAngling } from '../support/angling.ts';
import { testClock, type TestPortal } from '../support/portal.ts';
import { field } from '../support/read.ts';

interface Received {
  signature: string;
  body: string;
}

const clock = testClock();
const received: Received[] = [];
let answers: number[] = [];
let listener: Server;
let hookUrl: string;
let portal: TestPortal;

beforeAll(async () => {
  listener = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({
        signature: String(request.headers['formwork-signature']),
        body: Buffer.concat(parts).toString(),
      });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  hookUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/told`;
  portal = await startAngling({ clock, config: { privateWebhooks: true } });
});
afterAll(async () => {
  await portal.stop();
  await new Promise((resolve) => listener.close(resolve));
});

test('the document names every route, with every status and parameter it has', async () => {
  const document = expectStatus(await portal.client().get('/api/openapi.json'), 200);
  const { paths } = document;
  for (const { method, path, responses, query } of portal.services.routes) {
    const named = field(paths, path.replaceAll(/:([a-zA-Z]+)/g, '{$1}'));
    const operation = field(named, method.toLowerCase());
    if (!isObject(operation)) throw new Error(`${method} ${path} is not in the document`);
    expect(Object.keys(operation['responses'] ?? {})).toEqual(expect.arrayContaining(Object.keys(responses)));
    const names = (Array.isArray(operation['parameters']) ? operation['parameters'] : []).map((each) =>
      isObject(each) ? each['name'] : '',
    );
    expect(names).toEqual(expect.arrayContaining([...path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name)));
    if (query !== undefined)
      expect(names).toEqual(expect.arrayContaining(Object.keys(field(query, 'properties') ?? {})));
  }
  const page = await portal.client().get('/api');
  expect(page.bytes.toString()).toContain('POST /api/drafts/{id}/submit');
  expect(page.bytes.toString()).not.toMatch(/<script|https?:\/\/(?!127)/);
});

test('the schema of every answer can be judged by', () => {
  for (const { responses } of portal.services.routes)
    for (const schema of Object.values(responses))
      if (schema !== null && schema !== 'stream') expect(() => responseCheck(schema)(undefined)).not.toThrow();
});

/** The status of an answer to headers that `fetch` would not send. */
const statusOf = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(`${portal.url}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });

test('what is refused before our own code sees it, or for a key that nobody knows, stands in the document too', async () => {
  const document = expectStatus(await portal.client().get('/api/openapi.json'), 200);
  const refused = [
    await statusOf('/api/forms', { Expect: 'the-impossible' }),
    await statusOf('/api/forms', { 'X-Long': 'x'.repeat(70_000) }),
    await statusOf('/api/forms', { Authorization: 'Bearer nobody' }),
  ];
  expect(refused).toEqual([417, 431, 401]);
  const named = field(field(field(document['paths'], '/api/forms'), 'get'), 'responses');
  expect(Object.keys(named ?? {})).toEqual(expect.arrayContaining(refused.map(String)));
});

test('a key does what its scopes name, in the name of its account, until it is ended; nothing else', async () => {
  const administrator = await portal.signedIn({ role: 'administrator' });
  const made = expectStatus(
    await administrator.post('/api/keys', { name: 'Case system', scopes: ['submissions:read'], days: 30 }),
    201,
  );
  const key = String(made['key']);
  const withKey = (method: 'GET' | 'POST', path: string) =>
    portal.client().send(method, path, { headers: { Authorization: `Bearer ${key}` } });
  expect((await withKey('GET', '/api/received')).status).toBe(200);
  expect((await withKey('GET', '/api/keys')).status).toBe(403);
  expect((await withKey('GET', '/api/cases')).status).toBe(403);
  expect((await withKey('GET', '/api/drafts')).status).toBe(403);
  expect((await withKey('GET', '/api/forms')).status).toBe(200);
  const listed = (await administrator.get('/api/keys')).bytes.toString();
  expect(listed).toContain('Case system');
  expect(listed).not.toContain(key);
  expect((await administrator.send('DELETE', `/api/keys/${String(made['id'])}`)).status).toBe(204);
  expect((await withKey('GET', '/api/received')).status).toBe(401);
  const officer = await portal.signedIn({ role: 'officer' });
  expect((await officer.post('/api/keys', { name: 'x', scopes: ['cases:read'], days: 1 })).status).toBe(403);
});

const submit = async (): Promise<string> => {
  const person = await portal.signedIn();
  const { id, revision } = await beginComplete(person);
  expectStatus(await person.post(`/api/drafts/${id}/submit`, { revision }), 201);
  return id;
};

test('a key for tasks reads and writes no messages at submitted forms', async () => {
  const administrator = await portal.signedIn({ role: 'administrator' });
  const path = `/api/threads/submission/${await submit()}`;
  const keyFor = async (scopes: string[]) => {
    const made = expectStatus(await administrator.post('/api/keys', { name: 'Other system', scopes, days: 1 }), 201);
    const headers = { Authorization: `Bearer ${String(made['key'])}`, 'Content-Type': 'application/json' };
    const read = await portal.client().send('GET', path, { headers });
    const body = JSON.stringify({ text: 'Hello' });
    return [read.status, (await portal.client().send('POST', path, { headers, body })).status];
  };
  expect(await keyFor(['tasks:read', 'tasks:write'])).toEqual([403, 403]);
  expect(await keyFor(['submissions:read'])).toEqual([200, 403]);
  expect(await keyFor(['submissions:read', 'submissions:write'])).toEqual([200, 201]);
});

test('a webhook is told once, signed, tried again after a failure, given up after a day and sent again by hand', async () => {
  const administrator = await portal.signedIn({ role: 'administrator' });
  const hook = expectStatus(
    await administrator.post('/api/webhooks', { url: hookUrl, events: ['submission.received'] }),
    201,
  );
  const secret = String(hook['secret']);
  answers = [500];
  const submission = await submit();
  await portal.services.relay.run();
  expect(received).toHaveLength(1);
  clock.forward({ minutes: 1 });
  await portal.services.relay.run();
  expect(received).toHaveLength(2);
  const [first, second] = received;
  expect(second?.body).toBe(first?.body);
  const { signature = '', body = '' } = second ?? {};
  const [, seconds = '', hex = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  expect(hex).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
  expect(JSON.parse(body)).toMatchObject({ event: 'submission.received', data: { submission } });
  expect(body).not.toMatch(/O’Neill|Żółta/);

  answers = Array.from({ length: 200 }, () => 503);
  await submit();
  for (let hour = 0; hour < 60; hour += 1) {
    await portal.services.relay.run();
    clock.forward({ minutes: 31 });
  }
  const path = `/api/webhooks/${String(hook['id'])}/deliveries`;
  const again = await portal.signedIn({ role: 'administrator' });
  const { items } = expectStatus(await again.get(`${path}?state=dead`), 200);
  const given: unknown = field(items, '0');
  expect(given).toMatchObject({ event: 'submission.received', last: 'status 503' });
  answers = [];
  received.length = 0;
  expect((await again.post(`${path}/${String(field(given, 'id'))}/resend`)).status).toBe(202);
  await portal.services.relay.run();
  expect(received).toHaveLength(1);
  expect(expectStatus(await again.get(`${path}?state=dead`), 200)).toEqual({ items: [] });
});

test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['10.2.3.4', true],
  ['172.20.0.1', true],
  ['169.254.169.254', true],
  ['::ffff:192.168.1.1', true],
  ['fd12::1', true],
  ['fe80::1', true],
  ['9.9.9.9', false],
  ['2606:4700::1111', false],
])('%s is in the own network: %s', (address, own) => expect(isPrivate(address)).toBe(own));
