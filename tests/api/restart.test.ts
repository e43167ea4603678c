import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createClient, type Answer } from '../support/client.ts';
import { freePort } from '../support/servers/free-port.ts';
import { startPortal, testClock, testPassword, testProfile } from '../support/portal.ts';
import { field } from '../support/read.ts';

const withFolder = async (work: (dataDir: string) => Promise<void>): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'formwork-restart-'));
  try {
    await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

test('a restart keeps sessions, steps that wait for a code, and limits', () =>
  withFolder(async (dataDir) => {
    const clock = testClock();
    const before = await startPortal({ dataDir, clock });
    const person = await before.signedIn();
    const email = 'later@example.org';
    const begun = await before
      .client()
      .post('/api/registrations', { profile: testProfile, email, password: testPassword });
    const code = await before.code(email);
    for (let count = 0; count < 6; count += 1)
      await before.client().post('/api/sign-in', { email: 'guess@example.org', password: `guess number ${count}` });
    await before.stop();

    const after = await startPortal({ dataDir, clock });
    try {
      const client = createClient(after.url, person.cookie());
      expect((await client.get('/api/me')).body).toMatchObject({ account: { email: person.email } });
      const answer = { challenge: field(begun.body, 'challenge'), code };
      expect((await after.client().post('/api/registrations/confirm', answer)).status).toBe(200);
      const blocked = await after.client().post('/api/sign-in', { email: 'guess@example.org', password: testPassword });
      expect(blocked.body).toMatchObject({ code: 'too-many-attempts' });
    } finally {
      await after.stop();
    }
  }));

test('stopping finishes the request in flight and its mail is not lost', () =>
  withFolder(async (dataDir) => {
    const before = await startPortal({ dataDir });
    const body = JSON.stringify({ profile: testProfile, email: 'inflight@example.org', password: testPassword });
    before.mailServer.refuse(true);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = {
        'Content-Type': 'application/json',
        'X-Formwork': '1',
        'Content-Length': Buffer.byteLength(body),
      };
      const open = request(`${before.url}/api/registrations`, { method: 'POST', headers, agent: false });
      open.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      // Half of the body is on its way when the stop begins.
      open.write(body.slice(0, 50), () => {
        before.services.log.info('half sent');
        setImmediate(() => {
          void before.stop();
          open.end(body.slice(50));
        });
      });
    });
    expect(status).toBe(200);
    const after = await startPortal({ dataDir, clock: testClock(new Date(Date.now() + 3_600_000)) });
    try {
      expect((await after.mail('inflight@example.org')).map(({ subject }) => subject)).toHaveLength(1);
    } finally {
      await after.stop();
    }
  }));

test('a request that comes in while the server starts is told to come again', () =>
  withFolder(async (dataDir) => {
    const port = await freePort();
    const start = { done: false };
    const begun = startPortal({ dataDir, config: { port } }).finally(() => {
      start.done = true;
    });
    let answer: Answer | undefined;
    while (!start.done && answer === undefined)
      answer = await createClient(`http://127.0.0.1:${port}`)
        .get('/api/forms')
        .catch(() => undefined);
    await (await begun).stop();
    expect(answer?.status).toBe(503);
    expect(answer?.body).toMatchObject({ code: 'unavailable', retryAfter: 2 });
    expect(answer?.headers.get('Retry-After')).toBe('2');
    expect(answer?.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  }));
