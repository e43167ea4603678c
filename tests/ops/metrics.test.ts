/** What a collector reads: every figure, nothing about anybody, and only for whoever may. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { noteBackup } from '../../server/platform/jobs/last-backup.ts';
import { beginComplete, completeAnswers, expectStatus, startAngling } from '../support/angling.ts';
import type { TestPortal } from '../support/portal.ts';

const token = 'token-of-the-collector';
let portal: TestPortal;
let open: TestPortal;
beforeAll(async () => {
  [portal, open] = await Promise.all([startAngling({ config: { metricsToken: token } }), startAngling()]);
});
afterAll(() => Promise.all([portal.stop(), open.stop()]));

const read = (from: TestPortal, headers: Record<string, string>) =>
  from.client().send('GET', '/metrics', { headers: { ...headers } });

const linesOf = (text: unknown): string[] =>
  String(text)
    .split('\n')
    .filter((line) => line !== '');

/** Name and labels of a line, which stand in no order. */
const seriesOf = (line: string): string => {
  const [name = '', labels = ''] = line.split(/[{}]/);
  return [name, ...labels.split(',').sort()].join();
};

/** The value of one line. */
const valueOf = (text: unknown, line: string): number | undefined => {
  const found = linesOf(text).find((each) => seriesOf(each.slice(0, each.lastIndexOf(' '))) === seriesOf(line));
  return found === undefined ? undefined : Number(found.slice(found.lastIndexOf(' ') + 1));
};

test('requests, mails, the store and what waits are counted; nobody is named', async () => {
  const person = await portal.signedIn();
  const draft = await beginComplete(person);
  expectStatus(await person.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision }), 201);
  await portal.mail();
  await beginComplete(person);
  const { status, headers, body } = await read(portal, { Authorization: `Bearer ${token}` });
  expect([status, headers.get('Content-Type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);

  const line = 'method="POST",route="/api/drafts"';
  expect(valueOf(body, `formwork_requests_total{${line},status="201"}`)).toBe(2);
  expect(valueOf(body, `formwork_request_seconds_count{${line}}`)).toBe(2);
  expect(valueOf(body, `formwork_request_seconds_bucket{${line},le="+Inf"}`)).toBe(2);
  expect(valueOf(body, 'formwork_mails_total{outcome="sent"}')).toBe(2);
  expect(valueOf(body, 'formwork_store_seconds_count{operation="insert"}')).toBeGreaterThan(0);
  expect(valueOf(body, 'formwork_drafts_open')).toBe(1);
  expect(valueOf(body, 'formwork_submissions')).toBe(1);
  expect(valueOf(body, 'formwork_effects_waiting{collection="submissions"}')).toBe(0);
  expect(valueOf(body, 'formwork_event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
  expect(valueOf(body, 'formwork_pdf{state="waiting"}')).toBe(0);
  expect(body).toMatch(/^formwork_info\{version="\d/m);
  for (const secret of [person.email, person.account._id, draft.id, completeAnswers.lastName, 'Byron'])
    expect(body).not.toContain(secret);
  for (const each of linesOf(body))
    expect(each).toMatch(/^(# (HELP|TYPE) formwork_|formwork_[a-z_]+(\{([a-z]+="[^"]*",?)+\})? [0-9.e+-]+$)/);
});

test('addresses that nobody serves make one line, however many there are', async () => {
  for (const path of ['/api/one', '/api/two', '/api/drafts/three/four']) await portal.client().get(path);
  const { body } = await read(portal, { Authorization: `Bearer ${token}` });
  expect(valueOf(body, 'formwork_requests_total{method="GET",route="none",status="404"}')).toBe(3);
});

test('with a token only whoever has it; without one only this machine, and no proxy on it', async () => {
  for (const headers of [{}, { Authorization: 'Bearer wrong' }, { Authorization: token }])
    expect((await read(portal, headers)).body).toMatchObject({ code: 'not-found' });
  expect((await read(open, {})).status).toBe(200);
  expect((await read(open, { 'X-Forwarded-For': '127.0.0.1' })).status).toBe(404);
  expect((await read(open, { Forwarded: 'for=127.0.0.1' })).status).toBe(404);
});

/** Whether brackets and quotes close: all that can be said of an expression without Prometheus' own parser. */
const closes = (expression: string): boolean => {
  const open: string[] = [];
  const pairs: Record<string, string> = { ')': '(', '}': '{', ']': '[' };
  for (const sign of expression.replaceAll(/"[^"]*"/g, ''))
    if ('({['.includes(sign)) open.push(sign);
    else if (Object.hasOwn(pairs, sign) && open.pop() !== pairs[sign]) return false;
  return open.length === 0 && !expression.replaceAll(/"[^"]*"/g, '').includes('"');
};

test('the alerts that are shipped are rules as Prometheus reads them, of figures that there are', async () => {
  const rules: unknown = parse(readFileSync('deploy/prometheus/rules.yaml', 'utf8'), { strict: true });
  const shape = Type.Object(
    {
      groups: Type.Array(
        Type.Object(
          {
            name: Type.String(),
            rules: Type.Array(
              Type.Object(
                {
                  alert: Type.String({ pattern: '^Formwork[A-Za-z]+$' }),
                  expr: Type.String({ minLength: 1 }),
                  for: Type.Optional(Type.String({ pattern: '^[0-9]+[smhd]$' })),
                  labels: Type.Object({ severity: Type.Union([Type.Literal('critical'), Type.Literal('warning')]) }),
                  annotations: Type.Object(
                    { summary: Type.String(), do: Type.String() },
                    { additionalProperties: false },
                  ),
                },
                { additionalProperties: false },
              ),
            ),
          },
          { additionalProperties: false },
        ),
      ),
    },
    { additionalProperties: false },
  );
  expect([...Value.Errors(shape, rules)]).toEqual([]);
  const all = Value.Parse(shape, rules).groups.flatMap((group) => group.rules);
  expect(new Set(all.map(({ alert }) => alert)).size).toBe(all.length);
  const fresh = await startAngling();
  await noteBackup(fresh.store, new Date().toISOString());
  await fresh.client().get('/ready');
  const { body } = await read(fresh, {}).finally(fresh.stop);
  for (const { alert, expr } of all) {
    expect(closes(expr), alert).toBe(true);
    for (const [name] of expr.matchAll(/formwork_[a-z_]+/g))
      expect(String(body), alert).toMatch(new RegExp(`^(# TYPE )?${name}[ {]`, 'm'));
  }
});

const promtool = (...words: string[]) => spawnSync('promtool', words, { encoding: 'utf8' });

test('each alert is provoked, by Prometheus itself where it can be had', { timeout: 120_000 }, () => {
  const names = readFileSync('deploy/prometheus/rules.yaml', 'utf8').match(/(?<=alert: )\w+/g) ?? [];
  const provoked = readFileSync('tests/ops/alerts.yaml', 'utf8');
  for (const name of names) expect(provoked).toContain(`alertname="${name}"`);
  if (promtool('--version').status !== 0) return;
  expect(promtool('check', 'rules', 'deploy/prometheus/rules.yaml')).toMatchObject({ status: 0 });
  expect(promtool('test', 'rules', 'tests/ops/alerts.yaml')).toMatchObject({ status: 0 });
});
