/** A server that is killed again and again while people save and submit. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { SubmissionDocument } from '../../server/modules/drafts/documents.ts';
import { every } from '../../server/platform/storage/every.ts';
import { verify } from '../../scripts/ops/verify.ts';
import { systemClock } from '../../server/core/clock.ts';
import { expectStatus } from '../support/angling.ts';
import { createClient } from '../support/client.ts';
import { fillInAndSubmit, newLedger, saveNumber, type Entry, type Ledger } from '../support/browser/form-person.ts';
import { installation, signedInBy, type Installation } from '../support/servers/installation.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { serverProcess, type ServerProcess } from '../support/servers/server-process.ts';
import { repeated, submissionMails } from './mails.ts';
import { stores } from './stores.ts';
import { tell } from './figures.ts';
import { fieldsOf } from '../support/read.ts';
import { textOf } from '../../engine/json.ts';

const people = 8;
const forms = Number(process.env['FORMWORK_TEST_FORMS'] ?? 200);
const savesEach = 5;
/** Acknowledged writes between two kills. */
const between = { least: 5, most: 40 };
const leaseMs = 3 * 60_000;

let home: Installation;
let server: ServerProcess;
afterEach(async () => {
  await server.kill();
  await home.remove();
});

/** What the server acknowledged of forms that are still being filled in is there. */
const lostSaves = async (acknowledged: readonly Entry[]): Promise<string[]> => {
  const lost: string[] = [];
  for (const { client, draft, saved } of acknowledged) {
    const found = await client.get(`/api/drafts/${draft}`);
    // Submitted since: what was submitted is compared at the end.
    if (found.status === 410) continue;
    const { answers } = expectStatus(found, 200);
    if (saveNumber(fieldsOf(answers)) < saved) lost.push(`${draft} save ${saved}`);
  }
  return lost;
};

interface Killing {
  kills: number;
  longestAway: number;
  lost: string[];
}

/** Kills and starts until `over`, each time some acknowledged writes after the last. */
const killing = async (ledger: Ledger, random: Random, over: Promise<'over'>): Promise<Killing> => {
  const found: Killing = { kills: 0, longestAway: 0, lost: [] };
  const writes = (count: number): Promise<void> =>
    new Promise((resolve) => {
      let left = count;
      ledger.onWrite = () => {
        left -= 1;
        if (left <= 0) resolve();
      };
    });
  for (;;) {
    const enough = writes(random.between(between.least, between.most)).then(() => wait(random.between(0, 40)));
    if ((await Promise.race([enough, over])) === 'over') return found;
    await server.kill();
    const since = performance.now();
    // What was acknowledged until here, whatever is acknowledged later.
    const open = ledger.entries.filter(({ submission }) => submission === undefined).map((entry) => ({ ...entry }));
    found.kills += 1;
    await server.start();
    const again = writes(1).then(() => {
      found.longestAway = Math.max(found.longestAway, performance.now() - since);
    });
    found.lost.push(...(await lostSaves(open)));
    await Promise.race([again, over]);
  }
};

/** Submissions whose answers are not those that were acknowledged, and those that stand there twice. */
const wrongSubmissions = async (ledger: Ledger): Promise<{ lost: string[]; doubled: string[]; others: number }> =>
  home.withStore(async (storage) => {
    const byName = new Map<string, SubmissionDocument[]>();
    const sort = { path: '_id', direction: 'asc' } as const;
    for await (const each of every(storage.store, 'submissions', { filter: {}, sort })) {
      const name = textOf(each.answers['lastName']);
      byName.set(name, [...(byName.get(name) ?? []), each]);
    }
    const lost = ledger.entries.flatMap(({ submission, answers }) => {
      const [found] = byName.get(textOf(answers['lastName'])) ?? [];
      if (submission === undefined) return [];
      const same =
        found?._id === submission.id &&
        found.reference === submission.reference &&
        Object.entries(answers).every(([key, value]) => JSON.stringify(found.answers[key]) === JSON.stringify(value));
      return same ? [] : [submission.reference];
    });
    const doubled = [...byName].filter(([, all]) => all.length > 1).map(([name]) => name);
    const { faults } = await verify({ ...storage, clock: systemClock });
    expect(faults).toEqual([]);
    return { lost, doubled, others: byName.size - ledger.submissions };
  });

test.each(stores)('killed at random points on %s: nothing lost, nothing doubled', async (store) => {
  const random = randomFrom();
  console.log(`FORMWORK_TEST_SEED=${random.seed}`);
  home = await installation({ store });
  server = await serverProcess(home);
  const cookies = await home.withStore(async (_, services) => {
    const made: string[] = [];
    for (let count = 1; count <= people; count += 1) made.push((await signedInBy(services, `Person${count}`)).cookie);
    return made;
  });
  await server.start();

  const ledger = newLedger();
  const filling = Promise.withResolvers<'over'>();
  const killer = killing(ledger, random, filling.promise);
  // What goes wrong is thrown where it is waited for.
  killer.catch(() => undefined);
  const share = forms / people;
  await Promise.all(
    cookies.map(async (cookie, lane) => {
      const client = createClient(server.url, cookie);
      for (let count = 1; count <= share; count += 1)
        await fillInAndSubmit(client, ledger, `Lane ${lane} form ${count}`, savesEach, random);
    }),
  );
  filling.resolve('over');
  const { kills, longestAway, lost } = await killer;

  // What a dead server had begun to send is sent by the next one when its lease is over.
  await server.moveClock(leaseMs);
  const references = ledger.entries.flatMap(({ submission }) => submission?.reference ?? []);
  await expect
    .poll(() => submissionMails(home.mailServer, references).missing, { timeout: 120_000, interval: 500 })
    .toEqual([]);
  await server.stop();

  const wrong = await wrongSubmissions(ledger);
  const mails = submissionMails(home.mailServer, references);
  tell(`killed on ${store}`, {
    kills,
    'acknowledged saves': ledger.saves,
    lost: lost.length + wrong.lost.length,
    submissions: ledger.submissions,
    doubled: wrong.doubled.length,
    mails: mails.sent,
    'mails lost': mails.missing.length,
    'mails repeated under the same Message-ID': repeated(home.mailServer),
    'longest until served again (ms)': Math.round(longestAway),
  });
  expect(kills).toBeGreaterThan(0);
  expect(ledger.saves).toBeGreaterThanOrEqual(forms * savesEach);
  expect(lost).toEqual([]);
  expect(wrong).toEqual({ lost: [], doubled: [], others: 0 });
  expect(mails.doubled).toEqual([]);
});
