/** A server that is killed again and again while people save, add documents and submit. */
import { afterEach, expect, test } from 'vitest';
import { installation, type Installation } from '../support/servers/installation.ts';
import { randomFrom } from '../support/random.ts';
import { serverProcess, type ServerProcess } from '../support/servers/server-process.ts';
import { breaking, reckon, signIn, startCrowd } from './crowd.ts';
import { stores } from './stores.ts';
import { tell } from './figures.ts';

let home: Installation;
let server: ServerProcess;
afterEach(async () => {
  await server.kill();
  await home.remove();
});

test.each(stores)('killed at random points on %s: nothing lost, nothing doubled', async (store) => {
  const random = randomFrom();
  console.log(`FORMWORK_TEST_SEED=${random.seed}`);
  home = await installation({ store });
  server = await serverProcess(home);
  const who = await signIn(home);
  await server.start();
  const crowd = startCrowd(server.url, who, random);
  const { times, lost } = await breaking(crowd, {
    random,
    between: { least: 5, most: 40 },
    breaks: () => server.kill(),
    putsRight: () => server.start(),
  });
  expect(times).toBeGreaterThan(0);
  tell(`killed on ${store}`, { seed: random.seed, kills: times, ...(await reckon(home, [server], crowd, lost)) });
});
