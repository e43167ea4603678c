/** Several server processes on one store: three on a MongoDB database, two on one SQLite file. What one knows, all know. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomBytes } from 'node:crypto';
import { brokenAt } from '../../server/modules/audit/index.ts';
import { expectStatus } from '../support/angling.ts';
import { createClient, type Answer, type Client } from '../support/client.ts';
import { fillInAndSubmit, newLedger, persistently } from '../support/browser/form-person.ts';
import { installation, signedInBy, type Installation } from '../support/servers/installation.ts';
import { testPassword, testProfile } from '../support/portal.ts';
import { databaseAt } from '../support/servers/mongodb-address.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { roundRobin, type RoundRobin } from '../support/servers/round-robin.ts';
import type { ServerProcess } from '../support/servers/server-process.ts';
import { startServers } from '../support/servers/servers.ts';
import { like } from '../support/like.ts';
import { fieldsOf, textField } from '../support/read.ts';
import { textOf } from '../../engine/json.ts';

const onMongodb = process.env['FORMWORK_TEST_STORE'] === 'mongodb';
const count = onMongodb ? 3 : 2;
/** Past the lease of whatever a dead server had begun. */
const leaseMs = 3 * 60_000;

const ownDatabase = (): { mongodbUrl: string } | undefined => {
  const base = process.env['FORMWORK_TEST_MONGODB'];
  if (!onMongodb || base === undefined) return undefined;
  return { mongodbUrl: databaseAt(base, `formwork_${randomBytes(6).toString('hex')}`) };
};

interface Known {
  id: string;
  email: string;
  cookie: string;
}

let home: Installation;
let servers: ServerProcess[];
let proxy: RoundRobin;
let people: { applicants: Known[]; guessed: Known; officer: Known; wardens: Known[]; group: string };

beforeAll(async () => {
  home = await installation({ store: onMongodb ? 'mongodb' : 'sqlite', ...ownDatabase() });
  people = await home.withStore(async (_, services) => {
    const applicants = [await signedInBy(services, 'Ada'), await signedInBy(services, 'Ben')];
    const guessed = await signedInBy(services, 'Gus');
    const officer = await signedInBy(services, 'Olive', 'officer');
    await services.teams.join('rivers', officer.id);
    const wardens = [
      await signedInBy(services, 'Will', 'applicant', true),
      await signedInBy(services, 'Cora', 'applicant', true),
    ];
    const members = wardens.map(({ id }) => id);
    const group = await services.groups.create({ name: 'Wardens', organisation: 'Club', members, managers: [] });
    return { applicants, guessed, officer, wardens, group: group._id };
  });
  servers = await startServers(home, count);
  proxy = await roundRobin(servers.map(({ url }) => url));
});
afterAll(async () => {
  await proxy.stop();
  for (const server of servers) await server.kill();
  await home.remove();
});

const at = (index: number, cookie?: string): Client => {
  const { url = '' } = servers[index % count] ?? {};
  return createClient(url, cookie);
};

const onAll = <T>(work: (index: number) => Promise<T>, times = count): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => work(index)));

const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status).sort();

/** The code in the newest mail to an address, once it is there. */
const codeFor = async (email: string): Promise<string> => {
  const found = (): string | undefined => {
    const newest = home.mailServer.received.filter(({ to }) => to === email).at(-1);
    return /^\s*(\d{6})\s*$/m.exec(newest?.text ?? '')?.[1];
  };
  await expect.poll(found, { timeout: 30_000 }).toBeDefined();
  return found() ?? '';
};

test('a step begun at one server is finished at another, once; the session holds at all of them and ends at all of them', async () => {
  const email = 'newcomer@example.org';
  const begun = expectStatus(
    await at(0).post('/api/registrations', { profile: testProfile, email, password: testPassword }),
    200,
  );
  const body = { challenge: begun['challenge'], code: await codeFor(email) };
  const clients = await onAll((index) => Promise.resolve(at(index + 1)));
  const answers = await Promise.all(clients.map((client) => client.post('/api/registrations/confirm', body)));
  expect(statuses(answers).filter((status) => status === 200)).toHaveLength(1);
  const cookie = clients[answers.findIndex(({ status }) => status === 200)]?.cookie();
  const me = () => onAll(async (index) => (await at(index, cookie).get('/api/me')).body);
  for (const each of await me()) expect(each).toMatchObject({ account: { email } });

  expectStatus(await at(1, cookie).post('/api/sign-out'), 204);
  const nobody = Array.from({ length: count }, () => like.objectContaining({ account: null }));
  await expect.poll(me, { timeout: 10_000 }).toEqual(nobody);
});

test('wrong passwords are counted over all servers', async () => {
  const { email } = people.guessed;
  const tries = await onAll(
    (index) => at(index).post('/api/sign-in', { email, password: `guess number ${index}` }),
    12,
  );
  expect(statuses(tries)).toEqual([...Array<number>(5).fill(200), ...Array<number>(7).fill(429)]);
  const right = await onAll((index) => at(index).post('/api/sign-in', { email, password: testPassword }));
  expect(statuses(right)).toEqual(Array(count).fill(429));
});

/** Kills one server after the other and starts it again, until `over`. Gives how often. */
const killing = async (random: Random, over: Promise<'over'>): Promise<number> => {
  for (let kills = 0; ; kills += 1) {
    const pause = wait(random.between(50, 400));
    if ((await Promise.race([pause, over])) === 'over') return kills;
    const server = random.pick(servers);
    await server.kill();
    await wait(random.between(0, 200));
    await server.start();
  }
};

const sendTask = (officer: Client, about: string, key: string): Promise<Answer> =>
  officer.send('POST', '/api/council/tasks', {
    body: JSON.stringify({ case: about, form: 'bank-report', to: [{ kind: 'group', id: people.group }] }),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
  });

/** Takes a task out of the tray of the group; whether it is one's own then. A repeat of what was done is refused in words. */
const pickUp = async ({ id, cookie }: Known, task: string): Promise<boolean> => {
  const client = createClient(proxy.url, cookie);
  await persistently(async () => {
    const answer = await client.post(`/api/tasks/${task}/pick-up`);
    return answer.status === 409 ? client.get(`/api/tasks/${task}`) : answer;
  });
  const { holder } = await persistently(() => client.get(`/api/tasks/${task}`));
  return fieldsOf(holder)['id'] === id;
};

const answerTask = async ({ cookie }: Known, task: string): Promise<string> => {
  const client = createClient(proxy.url, cookie);
  const { draft } = await persistently(() => client.post(`/api/tasks/${task}/open`, {}));
  const address = `/api/drafts/${textOf(draft)}`;
  const { revision } = await persistently(() => client.get(address));
  const saved = await persistently(() => client.patch(address, { revision, set: { report: `Report on ${task}` } }));
  const body = { revision: saved['revision'] };
  const { submission } = await persistently(() => client.post(`/api/tasks/${task}/submit`, body));
  return textOf(submission);
};

test('servers are killed in the midst of it, and every form is sent, picked up and submitted once', async () => {
  const officer = createClient(proxy.url, people.officer.cookie);
  const subject = { firstName: 'Rhys', lastName: 'River', dateOfBirth: '2015-04-03', identifiers: {} };
  const newCase = { subject, team: 'rivers', values: { 'permit.river': 'upper' } };
  const about = String(expectStatus(await officer.post('/api/cases', newCase), 201)['id']);

  const random = randomFrom();
  const filling = Promise.withResolvers<'over'>();
  const killer = killing(random, filling.promise);
  const ledger = newLedger();
  const submitted: string[] = [];

  const applicants = people.applicants.map(async ({ cookie }, lane) => {
    const client = createClient(proxy.url, cookie);
    for (let number = 1; number <= 6; number += 1)
      await fillInAndSubmit(client, ledger, { name: `Lane ${lane} form ${number}`, saves: 4, random });
  });
  const tasks = (async () => {
    for (let number = 1; number <= 6; number += 1) {
      const key = `sending number ${number}`.replaceAll(' ', '-');
      const [sent] = Object.values(await persistently(() => sendTask(officer, about, key)));
      const task = textField(sent, 'id');
      const hands = await Promise.all(people.wardens.map((warden) => pickUp(warden, task)));
      expect(hands.filter(Boolean), `hands on task ${number}`).toHaveLength(1);
      const winner = people.wardens[hands.indexOf(true)];
      if (winner !== undefined) submitted.push(await answerTask(winner, task));
    }
  })();
  await Promise.all([...applicants, tasks]).finally(() => filling.resolve('over'));
  const kills = await killer;
  const seed = `seed ${random.seed}, ${kills} kills`;

  for (const server of servers) await server.moveClock(leaseMs);
  const told = (): number => {
    const texts = home.mailServer.received.map(({ subject }) => subject);
    const references = ledger.entries.flatMap(({ submission }) => submission?.reference ?? []);
    return references.filter((reference) => texts.filter((text) => text.includes(reference)).length >= 2).length;
  };
  await expect.poll(told, { timeout: 50_000, interval: 300, message: seed }).toBe(ledger.submissions);
  const waiting = () =>
    home.withStore(async ({ store }) => {
      const left = await Promise.all(
        (['drafts', 'submissions', 'tasks', 'cases'] as const).map((name) =>
          store.count(name, { effectsDue: { gt: '' } }),
        ),
      );
      return left.reduce((sum, each) => sum + each, 0);
    });
  await expect.poll(waiting, { timeout: 50_000, interval: 1000, message: seed }).toBe(0);

  await home.withStore(async ({ store }) => {
    expect(await store.count('submissions', {}), seed).toBe(ledger.submissions + submitted.length);
    expect(await store.count('tasks', {}), seed).toBe(submitted.length);
    expect(await store.count('tasks', { 'keys.state': { eq: 'submitted' } }), seed).toBe(submitted.length);
    expect(await brokenAt(store), seed).toBeUndefined();
  });
  expect(kills).toBeGreaterThan(0);
  // The same mail twice has the same Message-ID; two mails that say the same to the same person would be one thing told twice.
  const ids = new Map<string, Set<string>>();
  for (const { to, subject, text, messageId } of home.mailServer.received) {
    if (to === people.guessed.email) continue;
    const said = `${to}\n${subject}\n${text}`;
    ids.set(said, (ids.get(said) ?? new Set()).add(messageId));
  }
  expect(
    [...ids].filter(([, all]) => all.size > 1).map(([said]) => said),
    seed,
  ).toEqual([]);
});
