/** The first administrator of an installation, made by the operator's command as it is typed. */
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOf } from '../../server/platform/storage/every.ts';
import { brokenAt } from '../../server/modules/audit/index.ts';
import { makeAdministrator, type FirstAdministrator } from '../../scripts/ops/administrator.ts';
import { systemClock } from '../../server/core/clock.ts';
import { readConfig } from '../../server/core/config.ts';
import { openStorage } from '../../server/platform/storage/open.ts';
import { expectStatus } from '../support/angling.ts';
import { createClient } from '../support/client.ts';
import { installation, type Installation } from '../support/servers/installation.ts';
import { testPassword } from '../support/portal.ts';
import { serverProcess } from '../support/servers/server-process.ts';

const root = join(import.meta.dirname, '../..');
const runFile = promisify(execFile);

let place: Installation;
beforeAll(async () => {
  place = await installation({ store: 'sqlite' });
});
afterAll(() => place.remove());

interface Outcome {
  said: string;
  refused: string;
}

/** As it is typed. */
const typed = async (...words: string[]): Promise<string> => {
  const cache = join(root, 'node_modules/.cache/node-compile');
  const env = { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: cache, ...place.env };
  const args = ['--disable-warning=ExperimentalWarning', 'scripts/ops.ts', 'administrator', ...words];
  return (await runFile(process.execPath, args, { cwd: root, env })).stdout;
};

/** What the command does, in this process: much quicker. */
const ops = async (email: string, more: Partial<FirstAdministrator> = {}, env = {}): Promise<Outcome> => {
  const config = readConfig({ ...place.env, ...env });
  mkdirSync(config.dataDir, { recursive: true });
  const storage = await openStorage(config, systemClock);
  try {
    const given = { email, forename: 'Jane', surname: 'Smith', force: false, ...more };
    return { said: await makeAdministrator({ ...storage, config, clock: systemClock }, given), refused: '' };
  } catch (error) {
    return { said: '', refused: error instanceof Error ? error.message : String(error) };
  } finally {
    await storage.closeBlobs();
    await storage.store.close();
  }
};

const accounts = () =>
  place.withStore(({ store }) => listOf(store, 'accounts', { filter: {}, sort: { path: '_id', direction: 'asc' } }));
const tokens = (): string[] =>
  place.mailServer.received.map(({ text }) => /\/accept-invitation#(\S+)/.exec(text)?.[1] ?? 'none');

test('an address is invited by mail; pressed twice there is a new link and still one account', async () => {
  expect((await ops('jane.example.gov.uk')).refused).toContain('is not an email address');
  const first = await typed('Jane.Smith@Example.gov.uk', '--forename', 'Jane', '--surname', 'Smith');
  expect(first).toMatch(/given to the mail server/);
  await ops('jane.smith@example.gov.uk');
  expect(place.mailServer.received.map(({ to }) => to)).toEqual(Array(2).fill('jane.smith@example.gov.uk'));
  expect(new Set(tokens()).size).toBe(2);
  expect(await accounts()).toMatchObject([
    { email: 'jane.smith@example.gov.uk', role: 'administrator', state: 'invited' },
  ]);
});

test('who was invited under a wrong address is not left behind unseen', async () => {
  const { refused } = await ops('john@example.gov.uk');
  expect(refused).toMatch(/is an administrator already.*--force/);
  expect(place.mailServer.received).toHaveLength(2);
});

test('the newest link lets the administrator in; then there is one and the command refuses', async () => {
  const server = await serverProcess({ env: place.env });
  await server.start();
  try {
    const client = createClient(server.url);
    const [old, token] = tokens();
    const acceptance = {
      password: testPassword,
      address: { street: 'High Street', town: 'Oxford', postcode: 'OX1 1ND' },
    };
    expect((await client.post('/api/invitations/accept', { token: old, ...acceptance })).status).toBe(410);
    expectStatus(await client.post('/api/invitations/accept', { token, ...acceptance }), 200);
    expectStatus(await client.get('/api/audit'), 200);
    expect((await ops('john@example.gov.uk')).refused).toMatch(/is an administrator already.*--force/);
    expect((await ops('jane.smith@example.gov.uk')).refused).toMatch(/is an administrator already/);
    expect((await ops('john@example.gov.uk', { force: true })).refused).toBe('');
    expect(place.mailServer.received.at(-1)?.to).toBe('john@example.gov.uk');
  } finally {
    await server.stop();
  }
});

test('each use is in the audit trail, whose chain stays whole', async () => {
  await place.withStore(async ({ store }) => {
    const filter = { action: { eq: 'administrator-named' } };
    const noted = await listOf(store, 'audit', { filter, sort: { path: 'at', direction: 'asc' } });
    expect(noted.map(({ actor }) => actor)).toEqual(['system', 'system', 'system']);
    expect(await brokenAt(store)).toBeUndefined();
  });
});

test('while the mail server is away the invitation waits for the service', async () => {
  place.mailServer.refuse(true);
  const { said } = await ops('late@example.gov.uk', { force: true });
  place.mailServer.refuse(false);
  expect(said).toContain('has not taken the invitation yet');
});

test('a demonstration is told apart', async () => {
  const demonstration = { FORMWORK_SMTP_URL: '', FORMWORK_DEMONSTRATION: 'yes' };
  expect((await ops('x@example.gov.uk', {}, demonstration)).refused).toContain('accounts of real people');
  const empty = { ...demonstration, FORMWORK_DATA_DIR: join(place.folder, 'empty') };
  expect((await ops('x@example.gov.uk', {}, empty)).refused).toContain('has an administrator of its own');
});
