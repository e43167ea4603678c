/** What an operator and a proxy are told of a server, by HTTP, in the log and as figures: each thing can be made and unmade. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isObject } from '../../engine/json.ts';
import { lookAtFindings } from '../../server/composition/watching.ts';
import type { Config } from '../../server/core/config.ts';
import { createReadiness } from '../../server/core/readiness.ts';
import { storeState } from '../../server/modules/service/store-state.ts';
import { noteBackup } from '../../server/platform/jobs/last-backup.ts';
import { StoreUnavailableError } from '../../server/platform/storage/store.ts';
import { anglingForms, startAngling } from '../support/angling.ts';
import type { TestPortal } from '../support/portal.ts';

let folder: string;
let portal: TestPortal | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'formwork-watching-'));
});
afterEach(async () => {
  await portal?.stop();
  portal = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const start = async (config: Partial<Config> = {}): Promise<TestPortal> => {
  await portal?.stop();
  portal = undefined;
  portal = await startAngling({ dataDir: join(folder, 'data'), config });
  return portal;
};

interface Told {
  status: number;
  ready: unknown;
  finding: (name: string) => unknown;
}

const ask = async ({ client }: TestPortal, path: '/ready' | '/health/service'): Promise<Told> => {
  const { status, body } = await client().get(path);
  const { ready, findings } = isObject(body) ? body : {};
  const named = (name: string) =>
    (Array.isArray(findings) ? findings : []).find((each) => isObject(each) && each['name'] === name);
  return { status, ready, finding: named };
};

const figures = async ({ client }: TestPortal): Promise<string> => String((await client().get('/metrics')).body);

test('settings that were left as they come are told, and those that were made are not', async () => {
  const before = await start({ rendererDir: join(folder, 'pages') });
  const settings = (await ask(before, '/health/service')).finding('settings');
  for (const words of [
    `There is no settings.json in ${join(folder, 'data/council')}`,
    'The council is called “Example Council”',
    'People are told to write to help@example.org',
    'Mail comes from no-reply@example.org',
    'Links in mail lead to http://localhost',
  ])
    expect(settings).toMatchObject({ ok: false, detail: expect.stringContaining(words) as unknown });
  const { status, finding } = await ask(before, '/health/service');
  expect([status, finding('pages')]).toEqual([
    503,
    { name: 'pages', ok: false, detail: expect.stringContaining('There are no built pages') as unknown },
  ]);
  expect((await ask(before, '/ready')).status).toBe(200);

  for (const made of ['council', 'pages']) mkdirSync(join(folder, made));
  writeFileSync(join(folder, 'council/settings.json'), '{}');
  writeFileSync(join(folder, 'pages/index.html'), '<!doctype html>');
  const after = await start({
    councilDir: join(folder, 'council'),
    rendererDir: join(folder, 'pages'),
    council: 'Anyshire Council',
    contactEmail: 'send@anyshire.gov.uk',
    mailFrom: 'no-reply@anyshire.gov.uk',
    publicUrl: 'https://forms.anyshire.gov.uk',
    teams: {
      'upper-river': 'upper@anyshire.gov.uk',
      'lower-river': 'lower@anyshire.gov.uk',
      rivers: 'rivers@anyshire.gov.uk',
    },
  });
  const made = await ask(after, '/health/service');
  for (const name of ['settings', 'pages', 'teams']) expect(made.finding(name)).toEqual({ name, ok: true });
});

test('a form that goes to a team without an address is told', async () => {
  const told = await ask(
    await start({ teams: { 'lower-river': 'l@council.example', rivers: 'r@council.example' } }),
    '/health/service',
  );
  const words = 'angling-permit goes to the team “upper-river”, which the settings do not name (FORMWORK_TEAMS)';
  expect(told.finding('teams')).toMatchObject({ ok: false, detail: expect.stringContaining(words) as unknown });
});

test('a server that serves no form is not ready until it does', async () => {
  const formsDir = join(folder, 'forms');
  mkdirSync(formsDir);
  const empty = await start({ formsDir });
  const { status, finding } = await ask(empty, '/ready');
  expect([status, finding('forms')]).toMatchObject([503, { ok: false }]);
  cpSync(anglingForms, formsDir, { recursive: true });
  await empty.services.catalogue.reload();
  const then = await ask(empty, '/ready');
  expect([then.status, then.finding('forms')]).toEqual([200, { name: 'forms', ok: true }]);
});

test('case.json and retention.json that cannot be used are no good state, in the log and the figures too', async () => {
  const councilDir = join(folder, 'council');
  mkdirSync(councilDir);
  for (const name of ['case.json', 'retention.json']) writeFileSync(join(councilDir, name), '{');
  const broken = await start({ councilDir });
  const { status, finding } = await ask(broken, '/health/service');
  expect([status, finding('cases'), finding('retention')]).toMatchObject([503, { ok: false }, { ok: false }]);
  expect(await ask(broken, '/ready')).toMatchObject({ status: 200, ready: true });
  await lookAtFindings(broken.services.readiness, broken.services.log)();
  for (const name of ['cases', 'retention']) {
    expect(broken.logs.join('')).toMatch(new RegExp(`"name":"${name}","detail":"[^\n]*"msg":"something is wrong"`));
    expect(await figures(broken)).toContain(`formwork_findings{name="${name}"} 2`);
  }
});

test('what is only worth knowing does not disturb a start that logs no more than warnings', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const readiness = createReadiness();
  readiness.add('migrations', () => ({ level: 'note', detail: '10 is waiting' }));
  const look = lookAtFindings(readiness, log);
  await look();
  expect(lines).toEqual([]);
  readiness.add('pages', () => ({ level: 'fault', detail: 'There are none' }));
  await look();
  expect(lines.join('')).toContain('"name":"pages","detail":"There are none","msg":"something is wrong"');
});

test('a trail that somebody changed is found by the job, and told', async () => {
  const { services, storage, ...own } = await start();
  const person = await own.signedIn();
  await person.get('/api/me/data');
  const sort = { path: 'at', direction: 'asc' } as const;
  const [entry] = (await own.store.find('audit', { filter: {}, sort, limit: 1 })).items;
  if (entry === undefined) throw new Error('Nothing was noted');
  const trail = async () => (await services.readiness.findings()).find(({ name }) => name === 'audit');
  await services.jobs.runAll();
  expect(await trail()).toEqual({ name: 'audit', ok: true });
  await storage.raw.store.rewrite('audit', entry, { detail: { count: 9 } });
  own.clock.forward({ days: 1, hours: 1 });
  await services.jobs.runAll();
  expect(await trail()).toMatchObject({ ok: false, detail: expect.stringContaining('is broken') as unknown });
  expect(own.logs.join('')).toContain('"msg":"audit trail broken"');
});

test('when the last backup was made is a figure, once there was one', async () => {
  const well = await start();
  expect(await figures(well)).not.toContain('formwork_last_backup');
  const next = await start();
  await noteBackup(next.store, '2026-03-02T02:15:00.000Z');
  await noteBackup(next.store, '2026-03-03T02:15:00.000Z');
  // A store that takes its time is left out of the answer.
  await expect
    .poll(() => figures(next))
    .toContain(`formwork_last_backup_timestamp_seconds ${Date.UTC(2026, 2, 3, 2, 15) / 1000}`);
});

test('strangers are told whether requests may come here and nothing else', async () => {
  const { client } = await start();
  const headers = { 'X-Forwarded-For': '203.0.113.9' };
  expect((await client().send('GET', '/ready', { headers })).body).toEqual({ ready: true, findings: [] });
  expect((await client().send('GET', '/health/service', { headers })).status).toBe(404);
  // Ingresses look for addresses as they are written.
  for (const path of ['/METRICS', '/Ready'])
    expect(String((await client().get(path)).body)).not.toMatch(/formwork_|"ready"/);
});

test('a check that hangs holds nobody up', async () => {
  const hanging = await start();
  let end: () => void = () => undefined;
  hanging.services.readiness.add('lamp', () => new Promise((resolve) => (end = () => resolve(undefined))));
  const begun = performance.now();
  const told = await ask(hanging, '/ready');
  expect(performance.now() - begun).toBeLessThan(1000);
  expect([told.status, told.finding('lamp')]).toEqual([
    200,
    { name: 'lamp', ok: false, detail: 'It has not answered' },
  ]);
  end();
});

test('a store that only cannot write leaves people reading; one that gives nothing back does not', async () => {
  const away = () => Promise.reject(new StoreUnavailableError('disk is full'));
  const there = () => Promise.resolve(undefined);
  expect(await storeState({ ping: there, get: there })).toBeUndefined();
  expect(await storeState({ ping: away, get: there })).toMatchObject({ level: 'fault' });
  expect(await storeState({ ping: away, get: away })).toEqual({ level: 'stop', detail: 'disk is full' });
});
