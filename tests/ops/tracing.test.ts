/** What a collector is told: how long what took, from the request to the webhook, and nothing about anybody. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isObject } from '../../engine/json.ts';
import { toUser } from '../support/bank.ts';
import { startCouncil, type Council } from '../support/council.ts';
import { expectStatus } from '../support/angling.ts';

interface Told {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Record<string, unknown>;
  failed: boolean;
}

interface Heard {
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

/** A server that keeps what it is sent. */
const listener = async (heard: Heard[]): Promise<{ server: Server; url: string }> => {
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      heard.push({ path: request.url ?? '', headers: request.headers, body });
      response.setHeader('Content-Type', 'application/json').end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
};

const listIn = (value: unknown, name: string): unknown[] => {
  const list = isObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
};
const objectOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});

const spansIn = ({ body }: Heard): Told[] =>
  listIn(body, 'resourceSpans')
    .flatMap((resource) => listIn(resource, 'scopeSpans'))
    .flatMap((scope) => listIn(scope, 'spans'))
    .map(objectOf)
    .map((span) => ({
      name: String(span['name']),
      traceId: String(span['traceId']),
      spanId: String(span['spanId']),
      ...(typeof span['parentSpanId'] === 'string' ? { parentSpanId: span['parentSpanId'] } : {}),
      attributes: Object.fromEntries(
        listIn(span, 'attributes')
          .map(objectOf)
          .map(({ key, value }) => [String(key), Object.values(objectOf(value))[0]]),
      ),
      failed: objectOf(span['status'])['code'] === 2,
    }));

let collector: { server: Server; url: string };
let sink: { server: Server; url: string };
let collected: Heard[];
let hooked: Heard[];
let council: Council;
beforeEach(async () => {
  [collected, hooked] = [[], []];
  [collector, sink] = await Promise.all([listener(collected), listener(hooked)]);
});
afterEach(() => {
  collector.server.close();
  sink.server.close();
});

const spans = (): Told[] => collected.flatMap(spansIn);

test('a request, its calls of the store, its mail, its PDF and its webhook stand in the caller’s own trace', async () => {
  council = await startCouncil({ config: { tracesUrl: collector.url, privateWebhooks: true } });
  const { portal, officer, warden, newCase } = council;
  await portal.services.webhooks.make({ url: `${sink.url}/hook`, events: ['task.sent'] });
  const about = await newCase('Tom', 'Trout', '2015-04-03');
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const asked = await officer.send('POST', '/api/council/tasks', {
    body: JSON.stringify({ case: about, form: 'bank-report', to: [toUser(warden)] }),
    headers: {
      'Content-Type': 'application/json',
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      tracestate: 'their=own',
    },
  });
  expectStatus(asked, 201);
  const [task] = Array.isArray(asked.body) ? asked.body.map(objectOf) : [];
  await portal.mail();
  await portal.services.relay.run();
  expectStatus(await warden.get(`/api/tasks/${String(task?.['id'])}/pdf`), 200);
  expectStatus(await warden.get('/api/tasks/no-such-task-is-there'), 404);
  expectStatus(await warden.get('/health'), 200);
  await portal.services.jobs.runAll();
  await portal.stop();

  const all = spans();
  const mine = all.filter((span) => span.traceId === traceId);
  const root = mine.find(({ name }) => name === 'POST /api/council/tasks');
  expect(root).toMatchObject({
    parentSpanId: '00f067aa0ba902b7',
    attributes: {
      'http.route': '/api/council/tasks',
      'http.request.method': 'POST',
      'http.response.status_code': 201,
      'formwork.request_id': asked.headers.get('X-Request-Id'),
    },
  });
  const insert = mine.find(({ name }) => name === 'insert tasks');
  expect(insert).toMatchObject({
    parentSpanId: root?.spanId,
    attributes: { 'db.operation.name': 'insert', 'db.collection.name': 'tasks' },
  });
  expect(mine.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['mail task', 'work webhook', 'work deliver-webhook']),
  );
  const deliver = mine.find(({ name }) => name === 'work deliver-webhook');
  expect(hooked).toMatchObject([{ headers: { traceparent: `00-${traceId}-${deliver?.spanId ?? ''}-01` } }]);
  expect(hooked[0]?.headers['tracestate']).toBeUndefined();

  const drawn = all.find(({ name }) => name === 'GET /api/tasks/:id/pdf');
  expect(all.find(({ name }) => name === 'pdf')).toMatchObject({ traceId: drawn?.traceId });
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['job clocks', 'GET /api/tasks/:id']));
  expect(all.some(({ name }) => name.includes('health'))).toBe(false);
  expect(collected.every(({ path }) => path === '/v1/traces')).toBe(true);
  const text = JSON.stringify(collected.map(({ body }) => body));
  for (const secret of ['Trout', 'Warden', officer.email, about, String(task?.['id']), 'no-such-task', 'their=own'])
    expect(text).not.toContain(secret);
});

test('what fails is marked by the kind of its error and not by its words', async () => {
  council = await startCouncil({ config: { tracesUrl: collector.url } });
  const { portal } = council;
  portal.services.jobs.add({
    name: 'failing',
    everyMinutes: 1,
    run: () => Promise.reject(new TypeError('Tom Trout cannot be read')),
  });
  await portal.services.jobs.runAll();
  await portal.stop();
  expect(spans().find(({ name }) => name === 'job failing')).toMatchObject({
    failed: true,
    attributes: { 'error.type': 'TypeError' },
  });
  expect(JSON.stringify(collected.map(({ body }) => body))).not.toContain('Trout');
});

test('a collector that is away is nobody’s trouble', async () => {
  collector.server.close();
  council = await startCouncil({ config: { tracesUrl: collector.url } });
  const { portal, officer, newCase } = council;
  const about = await newCase('Tom', 'Trout', '2015-04-03');
  expectStatus(await officer.get(`/api/cases/${about}`), 200);
  await portal.stop();
});

test('without a collector nothing is traced, and what a caller says of a trace is not passed on', async () => {
  council = await startCouncil({ config: { privateWebhooks: true } });
  const { portal, officer, warden, newCase, send } = council;
  await portal.services.webhooks.make({ url: `${sink.url}/hook`, events: ['task.sent'] });
  await send(await newCase('Tom', 'Trout', '2015-04-03'), toUser(warden));
  await portal.services.relay.run();
  await portal.services.relay.run();
  expectStatus(await officer.get('/api/cases'), 200);
  await portal.stop();
  expect(hooked).toHaveLength(1);
  expect(hooked[0]?.headers['traceparent']).toBeUndefined();
  expect(collected).toEqual([]);
});
