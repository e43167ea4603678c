/** What a crash leaves raw about: a server starts anyway, and keeps nothing of what nobody was promised. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { expectStatus, upload } from '../support/angling.ts';
import { pdf } from '../support/files.ts';
import { verify } from '../../scripts/ops/verify.ts';
import { systemClock } from '../../server/core/clock.ts';
import { stores } from './stores.ts';
import { startWorld, type World } from './world.ts';

let world: World;
afterEach(() => world.remove());

const inData = (...path: string[]): string => join(String(world.home.env['FORMWORK_DATA_DIR']), ...path);

test('a log of the store whose end is torn or is no log: what was acknowledged before is there', async () => {
  world = await startWorld({ store: 'sqlite' });
  const draft = await world.newDraft();
  for (let count = 1; count <= 20; count += 1) expectStatus(await world.save(draft, { dangers: `Save ${count}` }), 200);
  await world.server.kill();
  const log = inData('formwork.db-wal');
  const whole = readFileSync(log);
  appendFileSync(log, Buffer.alloc(5000, 'a write that never came to its end'));
  await world.server.start();
  const found = expectStatus(await world.client.get(`/api/drafts/${draft.id}`), 200);
  expect(found).toMatchObject({ revision: draft.revision, answers: { dangers: 'Save 20' } });

  // Half of the last write is missing, as when a disk lies about what it has written: what is left is whole.
  await world.server.kill();
  writeFileSync(log, whole);
  truncateSync(log, whole.length - 2000);
  await world.server.start();
  expect(expectStatus(await world.client.get(`/api/drafts/${draft.id}`), 200)).toHaveProperty('answers');
  await world.home.withStore(async (storage) => {
    expect((await verify({ ...storage, clock: systemClock })).faults).toEqual([]);
  });
});

test('a file of the store that is no store: the server says so and touches nothing', async () => {
  world = await startWorld({ store: 'sqlite' });
  await world.server.stop();
  const file = inData('formwork.db');
  const other = Buffer.alloc(50_000, 'not a store ');
  writeFileSync(file, other);
  await expect(world.server.start()).rejects.toThrow(/The service cannot start: The store's file is not a database/);
  expect(readFileSync(file)).toEqual(other);
});

test.each(stores)(
  'half a document, and a lease that a dead server held, on %s: cleared away, and the work is done',
  async (store) => {
    world = await startWorld({ store });
    const { client, home, server } = world;
    const draft = await world.newDraft();
    expectStatus(await upload(client, draft.id, 'letter.pdf', pdf), 201);
    await server.kill();
    const left = inData('documents', 'incoming', 'left-by-a-dead-server');
    mkdirSync(inData('documents', 'incoming'), { recursive: true });
    writeFileSync(left, 'half of it');
    const before = Date.now() / 1000 - 2 * 60 * 60;
    utimesSync(left, before, before);
    await home.withStore(async (storage) => {
      const until = new Date(Date.now() + 400 * 24 * 60 * 60_000).toISOString();
      for (const name of ['job:expired-drafts', 'job:waiting-documents'])
        await storage.store
          .delete('leases', { _id: { eq: name } })
          .then(() => storage.store.insert('leases', { _id: name, holder: 'a dead server', until }));
    });
    await server.start();
    expect(existsSync(left)).toBe(false);
    await home.withStore(async (storage) => {
      await expect
        .poll(
          async () =>
            storage.store.count('leases', { _id: { eq: 'job:expired-drafts' }, holder: { eq: 'a dead server' } }),
          { timeout: 20_000 },
        )
        .toBe(0);
      expect((await verify({ ...storage, clock: systemClock })).faults).toEqual([]);
    });
  },
);
