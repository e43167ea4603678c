/** The mail server is away for an hour, then takes nothing for another one. */
import { afterEach, expect, test } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import { tell } from './figures.ts';
import { repeated, submissionMails } from './mails.ts';
import { stores } from './stores.ts';
import { startWorld, type World } from './world.ts';

const minute = 60_000;
const forms = 5;

let world: World;
afterEach(() => world.remove());

test.each(stores)('away and then refusing, on %s: every mail comes, once', async (store) => {
  world = await startWorld({ store });
  const { client, home, server } = world;
  const failures = (): number => server.logs.filter((line) => line.includes('effect failed')).length;
  home.mailGate.shut('refused');
  const references: string[] = [];
  for (let count = 0; count < forms; count += 1) {
    const { id, revision } = await world.newDraft();
    const submitted = expectStatus(await client.post(`/api/drafts/${id}/submit`, { revision }), 201);
    references.push(String(submitted['reference']));
  }
  await expect.poll(failures, { timeout: 60_000 }).toBeGreaterThanOrEqual(2 * forms);
  for (let minutes = 5; minutes <= 60; minutes += 11) {
    const before = failures();
    await server.moveClock(minutes * minute);
    await expect.poll(failures, { timeout: 30_000 }).toBeGreaterThan(before);
  }
  expect(server.logs.join('\n')).not.toMatch(/effect given up|Ada@|ada@example|Żółta/);

  home.mailServer.refuse(true);
  home.mailGate.open();
  const refused = failures();
  await server.moveClock(120 * minute);
  await expect.poll(failures, { timeout: 60_000 }).toBeGreaterThanOrEqual(refused + 2 * forms);
  expect(home.mailServer.received).toEqual([]);

  home.mailServer.refuse(false);
  await server.moveClock(180 * minute);
  await expect.poll(() => submissionMails(home.mailServer, references).missing, { timeout: 60_000 }).toEqual([]);
  expect(submissionMails(home.mailServer, references).doubled).toEqual([]);
  expect(repeated(home.mailServer)).toBe(0);
  tell(`mail server away for an hour and refusing for another, ${store}`, {
    mails: 2 * forms,
    lost: 0,
    repeated: 0,
    'tries that failed': failures(),
  });
});

test('a mail server that says nothing holds up mails, but no person', async () => {
  world = await startWorld({ store: 'sqlite' });
  const { client, home } = world;
  home.mailGate.shut('silent');
  const { id, revision } = await world.newDraft();
  expectStatus(await client.post(`/api/drafts/${id}/submit`, { revision }), 201);
  const other = await world.newDraft();
  for (let count = 0; count < 20; count += 1) expectStatus(await world.save(other, { dangers: `Save ${count}` }), 200);
  home.mailGate.open();
  await world.server.moveClock(10 * minute);
  await expect.poll(() => home.mailServer.received.length, { timeout: 90_000 }).toBe(2);
});
