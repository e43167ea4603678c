/** Many people who fill in forms at once while something breaks, the ledger of what they were promised, and what is there of it in the end. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { textOf } from '../../engine/json.ts';
import { verify } from '../../scripts/ops/verify.ts';
import { readConfig } from '../../server/core/config.ts';
import { systemClock } from '../../server/core/clock.ts';
import type { SubmissionDocument } from '../../server/modules/drafts/documents.ts';
import { listOf } from '../../server/platform/storage/every.ts';
import {
  fillInAndSubmit,
  newLedger,
  persistently,
  saveNumber,
  type Entry,
  type Ledger,
} from '../support/browser/form-person.ts';
import { createClient } from '../support/client.ts';
import { pdf } from '../support/files.ts';
import type { Random } from '../support/random.ts';
import { fieldsOf } from '../support/read.ts';
import { signedInBy, type Installation } from '../support/servers/installation.ts';
import type { ServerProcess } from '../support/servers/server-process.ts';
import { repeated, submissionMails } from './mails.ts';

const people = 8;
const forms = Number(process.env['FORMWORK_TEST_FORMS'] ?? 200);
const savesEach = 5;
/** What a dead server had begun is taken over when its lease is over. */
const leaseMs = 3 * 60_000;

export interface Crowd {
  ledger: Ledger;
  /** Resolves when so many more writes were acknowledged. */
  writes: (count: number) => Promise<void>;
  /** Resolves when all forms are submitted and read. */
  over: Promise<'over'>;
  /** The longest time in which nobody's write was acknowledged, in milliseconds. */
  longestAway: () => number;
  /** How often the council has asked for each submission, and was shown it. */
  reads: Map<string, { asked: number; shown: number }>;
}

/** Signs people in, past every server. Before the first one starts. */
export const signIn = (home: Installation): Promise<{ cookies: string[]; officer: string }> =>
  home.withStore(async (_, services) => {
    const cookies: string[] = [];
    for (let count = 1; count <= people; count += 1)
      cookies.push((await signedInBy(services, `Person${count}`)).cookie);
    const { id, cookie } = await signedInBy(services, 'Olive', 'officer');
    await services.teams.join('upper-river', id);
    return { cookies, officer: cookie };
  });

/** Lets everybody begin at the service at `url`. */
export const startCrowd = (
  url: string,
  { cookies, officer }: { cookies: readonly string[]; officer: string },
  random: Random,
): Crowd => {
  const ledger = newLedger();
  const reads: Crowd['reads'] = new Map();
  const waiting = new Set<() => void>();
  let last = performance.now();
  let longest = 0;
  ledger.onWrite = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    for (const each of waiting) each();
  };
  const council = createClient(url, officer);
  const readByCouncil = async (id: string): Promise<void> => {
    const count = { asked: 0, shown: 0 };
    reads.set(id, count);
    await persistently(() => {
      count.asked += 1;
      return council.get(`/api/submissions/${id}`);
    });
    count.shown += 1;
  };
  const lane = async (cookie: string, number: number): Promise<void> => {
    const client = createClient(url, cookie);
    for (let count = 1; count <= forms / people; count += 1) {
      const name = `Lane ${number} form ${count}`;
      const document = Uint8Array.from([...pdf, ...Buffer.from(`% ${name}\n`)]);
      const { submission } = await fillInAndSubmit(client, ledger, { name, saves: savesEach, random, document });
      if (submission !== undefined) await readByCouncil(submission.id);
    }
  };
  const all = Promise.all(cookies.map(lane)).then((): 'over' => 'over');
  // What goes wrong is thrown where it is waited for.
  all.catch(() => undefined);
  return {
    ledger,
    reads,
    over: all,
    longestAway: () => Math.round(longest),
    writes: (count) =>
      new Promise((resolve) => {
        let left = count;
        const each = (): void => {
          left -= 1;
          if (left > 0) return;
          waiting.delete(each);
          resolve();
        };
        waiting.add(each);
      }),
  };
};

/** What is acknowledged now of forms that are being filled in, whatever is acknowledged later. */
const openForms = ({ ledger }: Crowd): Entry[] =>
  ledger.entries.filter(({ submission }) => submission === undefined).map((entry) => ({ ...entry }));

/** Of what was acknowledged of forms that are still being filled in, what is not there. */
const lostSaves = async (acknowledged: readonly Entry[]): Promise<string[]> => {
  const lost: string[] = [];
  for (const { client, draft, saved } of acknowledged) {
    const found = await persistently(async () => {
      const answer = await client.get(`/api/drafts/${draft}`);
      // Submitted since: what was submitted is compared at the end.
      return answer.status === 410 ? { ...answer, status: 200, body: undefined } : answer;
    });
    if (found['answers'] === undefined) continue;
    if (saveNumber(fieldsOf(found['answers'])) < saved) lost.push(`${draft} save ${saved}`);
  }
  return lost;
};

interface Again {
  random: Random;
  /** Acknowledged writes between one time and the next. */
  between: { least: number; most: number };
  breaks: () => Promise<void>;
  putsRight: () => Promise<void>;
}

interface Broken {
  times: number;
  lost: string[];
}

/** Breaks something again and again, each time some acknowledged writes after the last, until all forms are submitted. */
export const breaking = async (crowd: Crowd, { random, between, breaks, putsRight }: Again): Promise<Broken> => {
  const found: Broken = { times: 0, lost: [] };
  for (;;) {
    const enough = crowd.writes(random.between(between.least, between.most)).then(() => wait(random.between(0, 40)));
    if ((await Promise.race([enough, crowd.over])) === 'over') return found;
    found.times += 1;
    await breaks();
    const open = openForms(crowd);
    await putsRight();
    found.lost.push(...(await lostSaves(open)));
  }
};

/** What stands in the store of everything that was acknowledged. */
interface Judged {
  lost: string[];
  doubled: string[];
  /** Records that nobody was promised, and what `verify` says. */
  other: string[];
}

const judgeSubmissions = (
  { ledger }: Crowd,
  byName: ReadonlyMap<string, SubmissionDocument[]>,
  bytes: ReadonlyMap<string, Buffer>,
): string[] =>
  ledger.entries.flatMap(({ submission, answers, document }) => {
    if (submission === undefined) return [];
    const [found] = byName.get(textOf(answers['lastName'])) ?? [];
    const wrong: string[] = [];
    const { documents: _, ...others } = answers;
    if (found?._id !== submission.id || found.reference !== submission.reference) wrong.push('the submission');
    else if (
      Object.entries(others).some(([key, value]) => JSON.stringify(found.answers[key]) !== JSON.stringify(value))
    )
      wrong.push('answers');
    if (document !== undefined) {
      const ids = found?.attachments.map(({ id }) => id).join(' ');
      if (ids !== document.id || bytes.get(document.id)?.equals(document.bytes) !== true) wrong.push('the document');
    }
    return wrong.map((what) => `${submission.reference}: ${what}`);
  });

/** Compares the store, past every server, with the ledger. */
export const judge = (home: Installation, crowd: Crowd): Promise<Judged> =>
  home.withStore(async (storage) => {
    const { ledger, reads } = crowd;
    const { store, blobs } = storage;
    const all = { filter: {}, sort: { path: '_id', direction: 'asc' } } as const;
    const byName = new Map<string, SubmissionDocument[]>();
    const bytes = new Map<string, Buffer>();
    for (const each of await listOf(store, 'submissions', all)) {
      const name = textOf(each.answers['lastName']);
      byName.set(name, [...(byName.get(name) ?? []), each]);
      for (const { id } of each.attachments) {
        const held = await store.get('attachments', id);
        if (held === undefined) continue;
        const stream = await blobs.open(held.blob).catch(() => undefined);
        if (stream === undefined) continue;
        const chunks: Uint8Array[] = [];
        for await (const chunk of stream) chunks.push(Buffer.from(chunk));
        bytes.set(id, Buffer.concat(chunks));
      }
    }
    const entries = await listOf(store, 'audit', { filter: {}, sort: { path: 'at', direction: 'asc' } });
    const inTrail = (action: string, id: string): number =>
      entries.filter((each) => each.action === action && each.subject.id === id).length;

    const lost = judgeSubmissions(crowd, byName, bytes);
    const doubled = [...byName].filter(([, found]) => found.length > 1).map(([name]) => name);
    for (const { submission } of ledger.entries) {
      if (submission === undefined) continue;
      const { id, reference } = submission;
      const submitted = inTrail('submitted', id);
      const read = inTrail('submission-read', id);
      const { asked, shown } = reads.get(id) ?? { asked: 0, shown: 0 };
      if (submitted < 1 || read < shown) lost.push(`${reference}: an entry of the trail`);
      if (submitted > 1 || read > asked) doubled.push(`${reference}: an entry of the trail`);
    }
    const other: string[] = [];
    if (byName.size !== ledger.submissions) other.push(`${byName.size} submissions of ${ledger.submissions}`);
    const { faults } = await verify({ ...storage, clock: systemClock, config: readConfig(home.env) });
    other.push(...faults.map((fault) => JSON.stringify(fault)));
    return { lost, doubled, other };
  });

interface Told extends Record<string, number> {
  lost: number;
  doubled: number;
}

/** Lets the servers finish what waits, ends them, and says what became of everything that was acknowledged. */
export const reckon = async (
  home: Installation,
  servers: readonly ServerProcess[],
  crowd: Crowd,
  lostMeanwhile: readonly string[],
): Promise<Told> => {
  const { ledger } = crowd;
  for (const server of servers) await server.moveClock(leaseMs);
  const references = ledger.entries.flatMap(({ submission }) => submission?.reference ?? []);
  await expect
    .poll(() => submissionMails(home.mailServer, references).missing, { timeout: 240_000, interval: 500 })
    .toEqual([]);
  for (const server of servers) await server.stop();
  const { lost, doubled, other } = await judge(home, crowd);
  const mails = submissionMails(home.mailServer, references);
  expect({ lost: [...lostMeanwhile, ...lost], doubled: [...doubled, ...mails.doubled], other }).toEqual({
    lost: [],
    doubled: [],
    other: [],
  });
  expect(ledger.saves).toBeGreaterThanOrEqual(forms * savesEach);
  return {
    saves: ledger.saves,
    documents: ledger.documents,
    submissions: ledger.submissions,
    'entries of the audit trail': 2 * ledger.submissions,
    mails: mails.sent,
    lost: 0,
    doubled: 0,
    'mails repeated under the same Message-ID': repeated(home.mailServer),
    'longest time without an acknowledged write (ms)': crowd.longestAway(),
  };
};
