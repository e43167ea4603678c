/** What an older release has written is brought into today's shape while people work, whatever happens to the servers, and all of it is there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBothStores } from '../support/servers/both-stores.ts';
import { restore } from '../../scripts/ops/restore.ts';
import { verify } from '../../scripts/ops/verify.ts';
import { searchWords } from '../../engine/index.ts';
import { readConfig } from '../../server/core/config.ts';
import { migrations } from '../../server/platform/migrations/index.ts';
import { listOf } from '../../server/platform/storage/every.ts';
import { openStorage } from '../../server/platform/storage/open.ts';
import { expectStatus } from '../support/angling.ts';
import { createClient, type Client } from '../support/client.ts';
import { pdf } from '../support/files.ts';
import { startPortal, testClock, type TestPortal } from '../support/portal.ts';
import { like } from '../support/like.ts';
import { type CollectionName, documentsOf } from '../../server/platform/storage/store.ts';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** `first`: the first migration that has something to do in its records. `sealed`: with the keys beside the store. */
const releases = [
  { release: '0.1.0', first: 1, sealed: false },
  { release: '0.2.0', first: 5, sealed: true },
];
const all = { filter: {}, sort: { path: '_id', direction: 'asc' } } as const;
/** A week after the stores were written: nothing in them is over yet. */
const now = '2026-04-11T10:00:00.000Z';
const teams = {
  rivers: 'rivers@council.example',
  lakes: 'lakes@council.example',
  'upper-river': 'upper@council.example',
};

/** Starts a server that migrates, and kills it with SIGKILL in the middle. */
const killedMidway = async (
  { dataDir, mongodbUrl, keysFile = '' }: { dataDir: string; mongodbUrl: string; keysFile?: string },
  changes: number,
): Promise<string[]> => {
  const program = beside('./children/migrator.ts');
  const child = spawn(process.execPath, [program, dataDir, mongodbUrl, keysFile, now, String(changes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) if (lines.push(line) === changes) break;
  child.kill('SIGKILL');
  await once(child, 'exit');
  return lines;
};

const suite = (name: string, urlOf: () => string): void =>
  describe.each(releases)(`release $release on ${name}`, ({ release, first, sealed }) => {
    const folder = mkdtempSync(join(tmpdir(), 'formwork-upgrade-'));
    const [dataDir, formsDir] = [join(folder, 'data'), join(folder, 'forms')];
    const clock = testClock(new Date(now));
    let portal: TestPortal;
    let before: string[];

    const listed = <Name extends CollectionName>(collection: Name) => listOf(portal.store, collection, all);
    const as = async (email: string): Promise<Client> => {
      const account = await portal.services.accounts.byEmail(email);
      if (account === undefined) throw new Error(`There is no ${email}`);
      const { token } = await portal.services.sessions.begin(account);
      return createClient(portal.url, `session=${token}`);
    };
    const byId = async (id: string): Promise<Client> => {
      const account = await portal.store.get('accounts', id);
      return as(account?.email ?? id);
    };
    const withRole = async (role: string): Promise<Client> =>
      as((await listed('accounts')).find((account) => account.role === role)?.email ?? role);

    beforeAll(async () => {
      const mongodbUrl = urlOf();
      const keysFile = sealed ? beside(`./${release}/keys`) : undefined;
      for (const forms of ['forms', 'task-forms']) cpSync(beside(`../support/${forms}`), formsDir, { recursive: true });
      const storage = await openStorage(
        { dataDir, mongodbUrl, mongodbUrlFile: '', keysFile: keysFile ?? '', keysCommand: [] },
        clock,
      );
      const options = {
        formsDir,
        councilDir: beside('../support/clock-council'),
        teams,
        mongodbUrl,
        ...(keysFile && { keysFile }),
      };
      const config = readConfig({ FORMWORK_DEMONSTRATION: 'yes', FORMWORK_COUNCIL_DIR: options.councilDir });
      await restore({ ...storage, clock, config }, beside(`./${release}/store.tar`));
      await storage.closeBlobs();
      await storage.store.close();
      before = await killedMidway({ dataDir, mongodbUrl, ...(keysFile && { keysFile }) }, 2);
      portal = await startPortal({ dataDir, clock, config: options });
    });
    afterAll(async () => {
      await portal.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('the server says what is to do, and lets the one before it have its time', async () => {
      expect(before).toHaveLength(2);
      const { findings } = expectStatus(await portal.client().get('/ready'), 200);
      expect(findings).toContainEqual(
        like.objectContaining({
          name: 'migrations',
          ok: true,
          detail: like.stringMatching(new RegExp(`${first} .*running.*; ${first + 1} .*waiting`)),
        }),
      );
      expect(String((await portal.client().get('/metrics')).body)).toContain(
        `formwork_migrations_pending ${migrations.length - first + 1}\n`,
      );
      expect(await portal.services.migrations.run()).toBe('elsewhere');
    });

    test('people work on while it is done, and what the killed server began is finished', async () => {
      const [parent, officer] = [await as('parent@example.org'), await withRole('officer')];
      const drafts = await listed('drafts');
      const draft = drafts.find(({ status, task }) => status === 'open' && task === undefined);
      const about = (await listed('cases'))[0]?._id ?? '';
      let over = false;
      let rounds = 0;
      const work = async (): Promise<void> => {
        let { revision } = draft ?? { revision: 0 };
        for (; !over || rounds === 0; rounds += 1) {
          const set = { dangers: `Round ${rounds}` };
          const saved = expectStatus(await parent.patch(`/api/drafts/${draft?._id ?? ''}`, { revision, set }), 200);
          revision = Number(saved['revision']);
          const found = expectStatus(await officer.get(`/api/cases/${about}`), 200);
          const changed = await officer.send('PUT', `/api/cases/${about}`, {
            body: JSON.stringify({ values: { 'permit.river': rounds % 2 === 0 ? 'upper' : 'lower' } }),
            headers: { 'Content-Type': 'application/json', 'If-Match': `"${String(found['revision'])}"` },
          });
          expectStatus(changed, 200);
        }
      };
      clock.forward({ minutes: 3 });
      const working = work();
      expect(await portal.services.migrations.run()).toBe('done');
      over = true;
      await working;
      expect((await portal.services.migrations.progress()).map(({ state }) => state)).toEqual(
        migrations.map(() => 'done'),
      );
      for (const { collection, change } of migrations)
        for (const document of await listOf(documentsOf(portal.store), collection, all))
          expect(change(document), `${collection} ${document._id}`).toBeUndefined();
      const { findings } = expectStatus(await portal.client().get('/ready'), 200);
      expect(findings).toContainEqual({ name: 'migrations', ok: true });
    });

    test('every name is found in every list by each of its words, as it is and as it is spelt', async () => {
      const [officer, admin] = [await withRole('officer'), await withRole('administrator')];
      const find = async (who: Client, list: string, id: string, name: string): Promise<void> => {
        for (const typed of [...name.split(' '), ...searchWords(name), name])
          expect(
            JSON.stringify(expectStatus(await who.get(`${list}${encodeURIComponent(typed)}`), 200)),
            `${list}${typed}`,
          ).toContain(`"id":"${id}"`);
      };
      for (const { _id, firstName, lastName } of await listed('submissions'))
        await find(officer, '/api/received?q=', _id, `${firstName} ${lastName}`);
      for (const { _id, subject } of await listed('tasks'))
        await find(officer, '/api/council/tasks?state=all&q=', _id, `${subject.firstName} ${subject.lastName}`);
      for (const { _id, subject } of await listed('cases'))
        await find(officer, '/api/cases?q=', _id, `${subject.firstName} ${subject.lastName}`);
      for (const { _id, email, profile } of await listed('accounts')) {
        await find(admin, '/api/accounts?q=', _id, `${profile.forename} ${profile.surname}`);
        expect(JSON.stringify((await admin.get(`/api/accounts?q=${email}`)).body)).toContain(_id);
      }
    });

    test('nothing is missing and nothing is other than it was written', async () => {
      await portal.services.relay.run();
      expect(await verify({ ...portal.services, ...portal.storage })).toMatchObject({
        submissions: 3,
        attachments: 4,
        faults: [],
      });
    });

    test('everything can be read by those whose it is', async () => {
      const [parent, officer] = [await as('parent@example.org'), await withRole('officer')];
      const admin = await withRole('administrator');
      for (const { _id, owner, task, attachments } of await listed('submissions')) {
        const reader = task === undefined ? await byId(owner) : officer;
        expectStatus(await reader.get(`/api/submissions/${_id}`), 200);
        expectStatus(await reader.get(`/api/submissions/${_id}/pdf`), 200);
        for (const { id } of attachments)
          expect((await reader.get(`/api/submissions/${_id}/attachments/${id}`)).bytes).toEqual(Buffer.from(pdf));
      }
      for (const { _id, owner, status } of await listed('drafts'))
        if (status === 'open' && owner !== '') expectStatus(await (await byId(owner)).get(`/api/drafts/${_id}`), 200);
      const states: string[] = [];
      for (const { _id, keys, documents } of await listed('tasks')) {
        const task = expectStatus(await officer.get(`/api/tasks/${_id}`), 200);
        expect(task['state']).toBe(keys.state);
        for (const { id } of documents) expectStatus(await officer.get(`/api/tasks/${_id}/documents/${id}`), 200);
        states.push(keys.state);
      }
      expect(new Set(states)).toEqual(
        new Set(['offered', 'sent', 'picked-up', 'open', 'returned', 'submitted', 'retracted', 'expired']),
      );
      for (const { _id, reference } of await listed('cases'))
        expect(expectStatus(await officer.get(`/api/cases/${_id}`), 200)).toMatchObject({ reference });
      for (const { _id } of await listed('threads')) {
        const answer = await officer.get(`/api/threads/${_id.replace('.', '/')}`);
        expect(JSON.stringify(expectStatus(answer, 200))).toMatch(/When does it end|Which side/);
      }
      const open = (await listed('attachments')).filter(({ name: file }) => file === 'letter.pdf');
      for (const { _id, draft } of open)
        expect((await parent.get(`/api/drafts/${draft}/attachments/${_id}`)).bytes).toEqual(Buffer.from(pdf));
      for (const list of ['/api/people', '/api/drafts', '/api/submissions'])
        expect(JSON.stringify(expectStatus(await parent.get(list), 200))).toContain('Żółta');
      for (const list of ['/api/keys', '/api/webhooks', '/api/accounts', '/api/audit', '/api/groups'])
        expect(JSON.stringify((await admin.get(list)).body), list).toContain('"id"');
    });
  });

onBothStores(suite);
