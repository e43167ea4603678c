/** Clients that are slow on purpose, and those whose connection breaks in the midst of a document. */
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { expectStatus } from '../support/angling.ts';
import { randomFrom } from '../support/random.ts';
import { tell } from './figures.ts';
import { stores } from './stores.ts';
import { startWorld, type World } from './world.ts';

const slowOnes = 400;
/** The server looks for such connections every half minute, and lets headers take another half. */
const longestHeaders = 75_000;
const uploads = 40;

let world: World;
afterEach(() => world.remove());

const opened = (begin: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(world.server.url).port), '127.0.0.1', () => {
      socket.on('error', () => undefined);
      socket.write(begin);
      resolve(socket);
    });
    socket.once('error', reject);
  });

test('slow on purpose: cut off in time, and everybody else is served', async () => {
  world = await startWorld({ store: 'sqlite' });
  const draft = await world.newDraft();
  const since = performance.now();
  const ofHeaders = 'GET /api/me HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ';
  const ofBody = `PATCH /api/drafts/${draft.id} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Formwork: 1\r\nCookie: ${world.client.cookie()}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`;
  const slow = await Promise.all(
    Array.from({ length: slowOnes }, (_, index) => opened(index % 2 === 0 ? ofHeaders : ofBody)),
  );
  const cut = slow
    .filter((_, index) => index % 2 === 0)
    .map((socket) => new Promise((resolve) => socket.resume().once('close', resolve)));
  const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write(' ')), 1000);
  let slowest = 0;
  for (let count = 0; count < 100; count += 1) {
    const asked = performance.now();
    expectStatus(await world.save(draft, { dangers: `Save ${count}` }), 200);
    slowest = Math.max(slowest, performance.now() - asked);
  }
  await Promise.race([
    Promise.all(cut),
    wait(longestHeaders).then(() => Promise.reject(new Error('They are still there'))),
  ]);
  const cutAfter = performance.now() - since;
  clearInterval(drip);
  slow.forEach((socket) => socket.destroy());
  expectStatus(await world.save(draft, { dangers: 'After' }), 200);
  tell(`${slowOnes} clients that are slow on purpose`, {
    'slowest save of another person meanwhile (ms)': Math.round(slowest),
    'slow headers cut off after (s)': Math.round(cutAfter / 1000),
  });
});

test.each(stores)('cut off in the midst of a document, on %s: nothing of it is seen or kept', async (store) => {
  world = await startWorld({ store });
  const random = randomFrom();
  console.log(`FORMWORK_TEST_SEED=${random.seed}`);
  const draft = await world.newDraft();
  const bytes = 3_000_000;
  for (let count = 0; count < uploads; count += 1) {
    const socket = await opened(
      `POST /api/drafts/${draft.id}/attachments?name=letter.pdf HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Formwork: 1\r\nCookie: ${world.client.cookie()}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${bytes}\r\n\r\n`,
    );
    const sent = random.between(0, bytes - 1);
    await new Promise<void>((resolve) => socket.write(Buffer.alloc(sent, '%PDF-1.4\n'), () => resolve()));
    await wait(random.between(0, 20));
    if (random.between(0, 1) === 0) socket.resetAndDestroy();
    else socket.destroy();
  }
  const documents = join(String(world.home.env['FORMWORK_DATA_DIR']), 'documents');
  await expect.poll(() => readdirSync(join(documents, 'incoming')), { timeout: 10_000 }).toEqual([]);
  expect(readdirSync(documents)).toEqual(['incoming']);
  await world.home.withStore(async ({ store: kept }) => expect(await kept.count('attachments', {})).toBe(0));
  expectStatus(await world.save(draft, { dangers: 'After' }), 200);
  tell(`uploads cut off, ${store}`, { uploads, 'documents half there': 0, 'files left': 0 });
});
