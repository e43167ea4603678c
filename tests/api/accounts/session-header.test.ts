/** What every route says of the session in `Formwork-Session`, held against what became of the session in the store. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../../server/core/ids.ts';
import type { Route } from '../../../server/platform/http/route.ts';
import { createClient, type Client } from '../../support/client.ts';
import { startPortal, type SignedIn, type TestPortal } from '../../support/portal.ts';
import { field } from '../../support/read.ts';

let portal: TestPortal;
let person: SignedIn;
beforeAll(async () => {
  portal = await startPortal({ config: { demonstration: true } });
  person = await portal.signedIn({ role: 'administrator' });
});
afterAll(() => portal.stop());

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Somebody who has been idle for some minutes, with what the store knows of their session. */
const idle = async (): Promise<{ client: Client; endsAt: () => Promise<string | undefined> }> => {
  const { token } = await portal.services.sessions.begin(person.account);
  portal.clock.forward({ minutes: 5 });
  return {
    client: createClient(portal.url, `session=${token}`),
    endsAt: async () => {
      const end = field(await portal.store.get('sessions', sha256(token)), 'idleEndsAt');
      return typeof end === 'string' ? end : undefined;
    },
  };
};

const call = (client: Client, { method, path, body, upload }: Route) => {
  const address = path.replaceAll(/:[a-z]+/gi, 'aaaaaaaaaaaaaaaaaaaaaa');
  const sends = body !== undefined || upload === true;
  const options = sends ? { body: '{}', headers: { 'Content-Type': 'application/json' } } : {};
  return client.send(method, address, options);
};

const secondsTo = (end: string): number => (Date.parse(end) - portal.clock.now().getTime()) / 1000;

test('every route says whether it counted as activity and when the session ends, as the store has it', async () => {
  const wrong: string[] = [];
  for (const route of portal.services.routes) {
    const { client, endsAt } = await idle();
    const before = await endsAt();
    const answer = await call(client, route);
    const said = answer.headers.get('Formwork-Session');
    const settled = async (): Promise<string> => {
      const after = await endsAt();
      if (route.anonymous === true || after === undefined) return 'none';
      return `${after === before ? 'quiet' : 'active'}; ends-in=${secondsTo(after)}`;
    };
    // Activity is noted without making anybody wait.
    await expect
      .poll(settled, { timeout: 5_000 })
      .toBe(said ?? 'none')
      .catch(async () => {
        wrong.push(`${nameOf(route)} (${answer.status}): says ${said ?? 'nothing'}, is ${await settled()}`);
      });
    if (said !== null && said.startsWith('quiet') !== (route.quiet === true)) wrong.push(`${nameOf(route)}: ${said}`);
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('activity within a minute of the last is told with the end that the store has', async () => {
  const { client, endsAt } = await idle();
  await client.get('/api/drafts');
  portal.clock.forward({ seconds: 40 });
  const { headers } = await client.get('/api/drafts');
  await expect.poll(async () => secondsTo((await endsAt()) ?? '')).toBe(29 * 60 + 20);
  expect(headers.get('Formwork-Session')).toBe(`active; ends-in=${29 * 60 + 20}`);
});

test('a page that only waits at a task hears how its session runs out', async () => {
  const { client } = await idle();
  const waits = async () =>
    (await client.get('/api/tasks/aaaaaaaaaaaaaaaaaaaaaa/lock')).headers.get('Formwork-Session');
  expect(await waits()).toBe(`quiet; ends-in=${25 * 60}`);
  portal.clock.forward({ minutes: 24 });
  expect(await waits()).toBe('quiet; ends-in=60');
});

test('whoever is not signed in, or signs out, is told nothing', async () => {
  expect((await portal.client().get('/api/forms')).headers.get('Formwork-Session')).toBeNull();
  const { client } = await idle();
  expect((await client.post('/api/sign-out')).headers.get('Formwork-Session')).toBeNull();
});
