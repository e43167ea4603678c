/** A server that MongoDB is away from, at its start and later: it says so in time, and works as soon as MongoDB is there. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isObject } from '../../engine/json.ts';
import { installation, type Installation } from '../support/servers/installation.ts';
import { hasMongodb } from '../support/servers/mongodb.ts';
import { serverProcess, type ServerProcess } from '../support/servers/server-process.ts';

let home: Installation;
let server: ServerProcess;

const ask = async (path: string): Promise<{ status: number; body: unknown; ms: number }> => {
  const begun = performance.now();
  const answer = await fetch(`${server.url}${path}`);
  const text = await answer.text();
  const body: unknown = answer.headers.get('Content-Type')?.includes('json') === true ? JSON.parse(text) : text;
  return { status: answer.status, body, ms: performance.now() - begun };
};
const statusOf = async (path: string): Promise<number> =>
  ask(path).then(
    ({ status }) => status,
    () => 0,
  );
const logged = (words: string): boolean => server.logs.some((line) => line.includes(words));

describe.skipIf(!hasMongodb())('on a replica set', () => {
  beforeAll(async () => {
    home = await installation({ store: 'mongodb', gated: true });
    server = await serverProcess({ env: home.env });
  }, 600_000);
  afterAll(async () => {
    await server.kill();
    await home.remove();
  });

  test('a server that starts first waits and says so', { timeout: 120_000 }, async () => {
    home.storeGate?.shut('refused');
    const listening = server.start();
    listening.catch(() => undefined);
    await expect.poll(() => statusOf('/health'), { timeout: 30_000 }).toBe(200);
    await expect.poll(() => logged('MongoDB is away: the service waits for it'), { timeout: 30_000 }).toBe(true);
    expect(await ask('/ready')).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('waiting') as unknown },
    });
    expect([server.isRunning(), logged('"msg":"listening"')]).toEqual([true, false]);
    home.storeGate?.open();
    await listening;
    expect(await ask('/ready')).toMatchObject({ status: 200, body: { ready: true } });
  });

  test.each(['refused', 'silent'] as const)(
    'one that it leaves (%s) answers /ready and /metrics within a second, and no request with 500',
    { timeout: 180_000 },
    async (how) => {
      home.storeGate?.shut(how);
      const statuses = new Set<number>();
      const until = performance.now() + 20_000;
      let stopped = false;
      while (performance.now() < until && !stopped) {
        const [ready, metrics] = await Promise.all([ask('/ready'), ask('/metrics')]);
        expect(Math.max(ready.ms, metrics.ms)).toBeLessThan(1000);
        expect(metrics.body).toContain('formwork_store_failures_total');
        stopped = ready.status === 503;
        void fetch(`${server.url}/api/me`, { headers: { Cookie: 'session=abc' } }).then(
          ({ status }) => statuses.add(status),
          () => undefined,
        );
        await wait(300);
      }
      expect(stopped).toBe(true);
      const { body } = await ask('/ready');
      expect(isObject(body) ? JSON.stringify(body['findings']) : '').toContain('"name":"store","ok":false');
      home.storeGate?.open();
      await expect.poll(() => statusOf('/ready'), { timeout: 60_000 }).toBe(200);
      expect(statuses).not.toContain(500);
    },
  );
});
