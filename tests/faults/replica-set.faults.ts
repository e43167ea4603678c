/** What happens to a replica set of three while two servers of ours work on it, with a ledger of everything that was acknowledged. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { begin, completeAnswers, upload, type Begun } from '../support/angling.ts';
import { createClient, type Client } from '../support/client.ts';
import { pdf } from '../support/files.ts';
import { installation, type Installation } from '../support/servers/installation.ts';
import { hasMongod } from '../support/servers/mongod.ts';
import { databaseAt } from '../support/servers/mongodb-address.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { startReplicaSet, type Member, type ReplicaSet } from '../support/servers/replica-set.ts';
import { roundRobin, type RoundRobin } from '../support/servers/round-robin.ts';
import type { ServerProcess } from '../support/servers/server-process.ts';
import { startServers } from '../support/servers/servers.ts';
import { betweenMembers, type BetweenMembers } from './between-members.ts';
import { breaking, reckon, signIn, startCrowd, type Crowd } from './crowd.ts';
import { tell } from './figures.ts';
import { expectUnavailable } from './world.ts';

const seconds = Number(process.env['FORMWORK_TEST_AWAY_SECONDS'] ?? 60);
/** Acknowledged writes between one fault and the next: a set takes some ten seconds to find another primary. */
const between = { least: 40, most: 160 };
const database = 'formwork_faults';

let doors: BetweenMembers;
let set: ReplicaSet;
let home: Installation;
let servers: ServerProcess[];
let proxy: RoundRobin;
let random: Random;
let crowd: Crowd;
let asker: { client: Client; draft: Begun };

const begun = async (): Promise<void> => {
  random = randomFrom();
  console.log(`FORMWORK_TEST_SEED=${random.seed}`);
  doors = betweenMembers();
  set = await startReplicaSet({ reachedAt: doors.reachedAt });
  home = await installation({ store: 'mongodb', mongodbUrl: databaseAt(set.url, database) });
  const who = await signIn(home);
  servers = await startServers(home, 2);
  proxy = await roundRobin(servers.map(({ url }) => url));
  const client = createClient(proxy.url, who.cookies[0]);
  asker = { client, draft: await begin(client, completeAnswers) };
  crowd = startCrowd(proxy.url, who, random);
};

afterEach(async () => {
  await proxy.stop();
  for (const server of servers) await server.kill();
  await home.remove();
  await set.stop();
  await doors.stop();
});

const stateOf = async (member: Member): Promise<string> => {
  const { isWritablePrimary, secondary } = await member.command({ hello: 1 });
  return isWritablePrimary === true ? 'primary' : secondary === true ? 'secondary' : 'neither';
};
const isBack = async (member: Member): Promise<void> => {
  await expect
    .poll(() => stateOf(member).catch(() => 'away'), { timeout: 120_000, interval: 100 })
    .toMatch(/^(primary|secondary)$/);
};
const others = (member: Member): Member[] => set.members.filter((each) => each !== member);

/** Every member holds the same, document by document. */
const membersAgree = async (): Promise<void> => {
  const hashes = async (): Promise<Set<unknown>> =>
    new Set(await Promise.all(set.members.map(async (each) => (await each.command({ dbHash: 1 }, database))['md5'])));
  await expect.poll(async () => (await hashes()).size, { timeout: 120_000, interval: 500 }).toBe(1);
};

/** Ends the crowd, compares, and prints the row. */
const ended = async (fault: string, figures: Record<string, number>, lost: readonly string[]): Promise<void> => {
  await crowd.over;
  const told = await reckon(home, servers, crowd, lost);
  await membersAgree();
  tell(fault, { seed: random.seed, ...figures, ...told });
};

describe.skipIf(!hasMongod())('on a replica set of three', () => {
  test('primary-killed: kill -9 of the primary again and again', async () => {
    await begun();
    let killed: Member | undefined;
    const { times, lost } = await breaking(crowd, {
      random,
      between,
      breaks: async () => {
        killed = await set.primary();
        await killed.kill();
      },
      putsRight: async () => {
        await Promise.race([crowd.writes(1), crowd.over]);
        await killed?.start();
        if (killed !== undefined) await isBack(killed);
      },
    });
    await ended('the primary killed', { kills: times }, lost);
  });

  test('stepped-down: the primary is told to let another one lead', async () => {
    await begun();
    const { times, lost } = await breaking(crowd, {
      random,
      between,
      breaks: async () => {
        const primary = await set.primary();
        await primary.command({ replSetStepDown: 30 });
      },
      putsRight: () => Promise.resolve(),
    });
    await ended('the primary stepped down', { times }, lost);
  });

  test('member-away: a member is away and comes back, nobody notices', async () => {
    await begun();
    let away: Member | undefined;
    const { times, lost } = await breaking(crowd, {
      random,
      between,
      breaks: async () => {
        away = random.pick(others(await set.primary()));
        await away.kill();
      },
      putsRight: async () => {
        await Promise.race([crowd.writes(random.between(between.least, between.most)), crowd.over]);
        await away?.start();
        if (away !== undefined) await isBack(away);
      },
    });
    await ended('a member away and back', { times }, lost);
  });

  test('majority-lost: nothing is acknowledged, whoever asks is told when to come again', async () => {
    await begun();
    await Promise.race([crowd.writes(random.between(between.least, between.most)), crowd.over]);
    const left = random.pick(set.members);
    await Promise.all(others(left).map((each) => each.kill()));
    const since = performance.now();
    const { client, draft } = asker;
    let refused = 0;
    let longest = 0;
    let acknowledged: number | undefined;
    do {
      const asked = performance.now();
      const answers = await Promise.all([
        client.patch(`/api/drafts/${draft.id}`, { revision: draft.revision, set: { dangers: 'Meanwhile' } }),
        upload(client, draft.id, 'letter.pdf', pdf),
        client.post('/api/drafts', { form: 'angling-permit', answers: {} }),
        client.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision }),
      ]);
      longest = Math.max(longest, performance.now() - asked);
      answers.forEach(expectUnavailable);
      refused += answers.length;
      const { saves, documents, submissions } = crowd.ledger;
      acknowledged ??= saves + documents + submissions;
      expect(saves + documents + submissions).toBe(acknowledged);
      await wait(500);
    } while (performance.now() - since < seconds * 1000);
    const away = Math.round((performance.now() - since) / 1000);
    const back = performance.now();
    const served = crowd.writes(1).then(() => Math.round(performance.now() - back));
    await Promise.all(others(left).map((each) => each.start()));
    const figures = {
      'majority away (s)': away,
      'told to come again': refused,
      'longest answer (ms)': Math.round(longest),
      'until served again (ms)': await served,
    };
    await ended('the majority lost', figures, []);
  });

  test('cut-off: the primary is cut off from the other members, but not from us', async () => {
    await begun();
    let alone: Member | undefined;
    let taken = 0;
    const { times, lost } = await breaking(crowd, {
      random,
      between,
      breaks: async () => {
        alone = await set.primary();
        doors.cutOff(alone);
      },
      putsRight: async () => {
        await Promise.race([crowd.writes(1), crowd.over]);
        doors.join();
        if (alone !== undefined) await isBack(alone);
      },
    });
    for (const { folder } of set.members)
      if (existsSync(join(folder, 'rollback')))
        taken += readdirSync(join(folder, 'rollback'), { recursive: true, encoding: 'utf8' }).filter((name) =>
          name.endsWith('.bson'),
        ).length;
    expect(taken, 'files of what it took and could not replicate').toBeGreaterThan(0);
    await ended('the primary cut off', { times, 'files of what was taken back': taken }, lost);
  });

  test('both-killed: the primary and a server of ours at the same time', async () => {
    await begun();
    let killed: Member | undefined;
    let server: ServerProcess | undefined;
    const { times, lost } = await breaking(crowd, {
      random,
      between,
      breaks: async () => {
        killed = await set.primary();
        server = random.pick(servers);
        await Promise.all([killed.kill(), server.kill()]);
      },
      putsRight: async () => {
        await server?.start();
        await Promise.race([crowd.writes(1), crowd.over]);
        await killed?.start();
        if (killed !== undefined) await isBack(killed);
      },
    });
    await ended('the primary and a server killed at once', { times }, lost);
  });
});
