/** One server with somebody who is signed in and has begun a form. */
import { expect } from 'vitest';
import { begin, completeAnswers, expectStatus, type Begun } from '../support/angling.ts';
import { createClient, type Answer, type Client } from '../support/client.ts';
import {
  installation,
  signedInBy,
  type Installation,
  type InstallationOptions,
} from '../support/servers/installation.ts';
import { serverProcess, type ServerProcess } from '../support/servers/server-process.ts';
import { field, listOf, textField } from '../support/read.ts';

export interface World {
  home: Installation;
  server: ServerProcess;
  client: Client;
  /** A form with all answers. */
  newDraft: () => Promise<Begun>;
  /** Saves; the revision of `draft` goes along where it was taken. */
  save: (draft: Begun, set: Record<string, unknown>) => Promise<Answer>;
  remove: () => Promise<void>;
}

export const startWorld = async (options: InstallationOptions): Promise<World> => {
  const home = await installation(options);
  const server = await serverProcess(home);
  const { cookie } = await home.withStore((_, services) => signedInBy(services, 'Ada'));
  await server.start();
  const client = createClient(server.url, cookie);
  return {
    home,
    server,
    client,
    newDraft: () => begin(client, completeAnswers),
    save: async (draft, set) => {
      const answer = await client.patch(`/api/drafts/${draft.id}`, { revision: draft.revision, set });
      if (answer.status === 200) draft.revision = Number(expectStatus(answer, 200)['revision']);
      return answer;
    },
    remove: async () => {
      await server.kill();
      await home.remove();
    },
  };
};

/** Whoever asks now is told to come again, and when. */
export const expectUnavailable = (answer: Answer): void => {
  expect([answer.status, answer.headers.get('Content-Type')], JSON.stringify(answer.body)).toEqual([
    503,
    expect.stringMatching(/^application\/problem\+json/),
  ]);
  expect(answer.body).toMatchObject({ code: 'unavailable' });
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
};

/** Milliseconds until the person can save again. */
export const servedAgain = async (world: World, draft: Begun, set: Record<string, unknown>): Promise<number> => {
  const since = performance.now();
  await expect
    .poll(async () => (await world.save(draft, set).catch(() => undefined))?.status, { timeout: 60_000, interval: 100 })
    .toBe(200);
  return Math.round(performance.now() - since);
};

/** The names of what `/ready` finds wrong. */
export const notReady = async ({ client }: World): Promise<string[]> => {
  const { body } = await client.get('/ready');
  return listOf(field(body, 'findings')).flatMap((finding) =>
    field(finding, 'ok') === true ? [] : [textField(finding, 'name')],
  );
};
