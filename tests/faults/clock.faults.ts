/** A clock that jumps a year ahead, and back. */
import { afterEach, expect, test } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import { signedInBy } from '../support/servers/installation.ts';
import { createClient } from '../support/client.ts';
import { tell } from './figures.ts';
import { submissionMails } from './mails.ts';
import { stores } from './stores.ts';
import { startWorld, type World } from './world.ts';
import { like } from '../support/like.ts';

const year = 365 * 24 * 60 * 60_000;

let world: World;
afterEach(() => world.remove());

test.each(stores)('a year ahead and back, on %s: nothing is deleted, nothing waits for a year', async (store) => {
  world = await startWorld({ store });
  const { client, home, server } = world;
  const draft = await world.newDraft();
  expectStatus(await world.save(draft, { dangers: 'Before' }), 200);

  // As a machine comes up in the wrong year: every job is looked at when the server starts.
  await server.kill();
  await server.moveClock(year);
  await server.start();
  await expect.poll(() => server.logs.join('\n')).toContain('the clock is in doubt');
  const { body } = await client.get('/ready');
  expect(body).toMatchObject({
    findings: like.arrayContaining([
      like.objectContaining({ name: 'clock', ok: false, detail: like.stringContaining('far ahead') }),
    ]),
  });
  expect((await client.get('/api/drafts')).status).toBe(401);

  // A mail that cannot be sent meanwhile is put off by the wrong clock.
  home.mailGate.shut('refused');
  await server.moveClock(0);
  const { id, revision } = await world.newDraft();
  const submitted = expectStatus(await client.post(`/api/drafts/${id}/submit`, { revision }), 201);
  await server.moveClock(year);
  const failures = (): number => server.logs.filter((line) => line.includes('effect failed')).length;
  const before = failures();
  await expect.poll(failures, { timeout: 30_000 }).toBeGreaterThan(before);
  await server.moveClock(0);
  home.mailGate.open();

  const reference = String(submitted['reference']);
  await expect.poll(() => submissionMails(home.mailServer, [reference]).missing, { timeout: 100_000 }).toEqual([]);
  expect(expectStatus(await client.get(`/api/drafts/${draft.id}`), 200)).toMatchObject({
    answers: { dangers: 'Before' },
  });
  expectStatus(await world.save(draft, { dangers: 'After' }), 200);
  await server.stop();
  await server.start();
  await expect
    .poll(async () => (await client.get('/ready')).body)
    .toMatchObject({ findings: like.arrayContaining([{ name: 'clock', ok: true }]) });

  // And an hour back, as when a machine is put right: who signs in then is served.
  await server.moveClock(-60 * 60_000);
  const { cookie } = await home.withStore((_, services) => signedInBy(services, 'Ben'));
  expectStatus(
    await createClient(server.url, cookie).post('/api/drafts', { form: 'angling-permit', answers: {} }),
    201,
  );
  expectStatus(await world.save(draft, { dangers: 'An hour ago' }), 200);
  tell(`clock a year ahead and back, ${store}`, { 'forms deleted': 0, 'mails lost': 0 });
});
