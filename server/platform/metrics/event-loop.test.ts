import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { watchLoop } from './event-loop.ts';

test('a moment in which the event loop stood still is told, and forgotten after a while', async () => {
  const period = 400;
  const loop = watchLoop(period);
  await wait(50);
  const until = performance.now() + 150;
  while (performance.now() < until);
  await wait(30);
  expect(loop.percentile(100)).toBeGreaterThan(0.1);
  await expect.poll(() => loop.percentile(100), { timeout: 6 * period }).toBeLessThan(0.1);
});
