/** The database is away: cut off, and as when a network swallows everything. FORMWORK_TEST_AWAY_SECONDS says for how long (60 in the end). */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { expectStatus, upload } from '../support/angling.ts';
import { pdf } from '../support/files.ts';
import { tell } from './figures.ts';
import { stores } from './stores.ts';
import { expectUnavailable, notReady, servedAgain, startWorld, type World } from './world.ts';

const seconds = Number(process.env['FORMWORK_TEST_AWAY_SECONDS'] ?? 15);
/** Longer than the driver looks for a server. */
const longestAnswer = 25_000;

let world: World;
afterEach(() => world.remove());

test.skipIf(!stores.includes('mongodb')).each(['refused', 'silent'] as const)(
  'away (%s): told in words, then served again by itself',
  async (how) => {
    world = await startWorld({ store: 'mongodb', gated: true });
    const { client, home, server } = world;
    const draft = await world.newDraft();
    expectStatus(await world.save(draft, { dangers: 'Before' }), 200);
    home.storeGate?.shut(how);
    const since = performance.now();
    let longest = 0;
    let refused = 0;
    do {
      const asked = performance.now();
      const answers = await Promise.all([
        world.save(draft, { dangers: 'Meanwhile' }),
        client.get('/api/drafts'),
        upload(client, draft.id, 'letter.pdf', pdf),
        client.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision }),
        client.get('/health'),
      ]);
      longest = Math.max(longest, performance.now() - asked);
      const health = answers.pop();
      expect(health?.status).toBe(200);
      answers.forEach(expectUnavailable);
      refused += answers.length;
      await wait(500);
    } while (performance.now() - since < seconds * 1000);
    expect(await notReady(world)).toContain('store');
    expect(longest).toBeLessThan(longestAnswer);
    expect(server.isRunning()).toBe(true);

    home.storeGate?.open();
    const ms = await servedAgain(world, draft, { dangers: 'After' });
    await expect.poll(() => notReady(world)).not.toContain('store');
    expectStatus(await client.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision }), 201);
    expect(expectStatus(await client.get(`/api/submissions/${draft.id}`), 200)).toMatchObject({
      answers: { dangers: 'After' },
    });
    await expect.poll(() => home.mailServer.received.length, { timeout: 60_000 }).toBe(2);
    tell(`MongoDB away for ${Math.round((performance.now() - since) / 1000)} s (${how})`, {
      'requests told to come again': refused,
      'longest answer (ms)': Math.round(longest),
      'until served again (ms)': ms,
      lost: 0,
    });
  },
);
