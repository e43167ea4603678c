/** Lists of tasks among a hundred thousand, beside the same lists among a thousand: what a person waits for must not grow with the council. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../server/core/clock.ts';
import { collections } from '../server/platform/storage/collections.ts';
import { openSqlite } from '../server/platform/storage/sqlite/sqlite.ts';
import { temporaryStore } from '../tests/support/servers/temporary-store.ts';
import { figure, median, percentile, type Figure } from './measure.ts';
import { startPortal, type Measured } from './processes/start.ts';
import { caseOf, FORMS, NAMES, pick, stockTasks, taskLists, TEAMS } from './task-stock.ts';
import { recordsOf } from '../server/platform/storage/store.ts';

const FEW = 1_000;
const MANY = 100_000;
const TIMES = 200;
/** The machine does other things too: the middle one of several p99 counts. */
const ROUNDS = 5;
/** Who ask for their own lists over HTTP. */
const PEOPLE = 20;

type Ask = (turn: number) => Promise<unknown>;

/** p99 in milliseconds, both asked in turn, so that the machine's moods fall on both. */
const compared = async (name: string, few: Ask, many: Ask): Promise<Figure> => {
  const slowest: { few: number[]; many: number[] } = { few: [], many: [] };
  // The first round warms both up and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times: { few: number[]; many: number[] } = { few: [], many: [] };
    for (let turn = 0; turn < TIMES; turn += 1)
      for (const [size, ask] of [
        ['few', few],
        ['many', many],
      ] as const) {
        const start = performance.now();
        await ask(round * TIMES + turn);
        times[size].push(performance.now() - start);
      }
    if (round === 0) continue;
    slowest.few.push(percentile(times.few, 0.99));
    slowest.many.push(percentile(times.many, 0.99));
  }
  const [small, large] = [median(slowest.few), median(slowest.many)];
  const beside = { name: `p99 of ${FEW}`, value: small };
  const target = 'within 1.5 × of a thousand';
  return figure(`${name}: p99 of ${MANY}`, 'ms', large, { beside, target, met: large <= 1.5 * small });
};

/** By the service alone, without HTTP. */
const byService = async (): Promise<Figure[]> => {
  const [few, many] = [await temporaryStore(systemClock), await temporaryStore(systemClock)];
  try {
    await stockTasks(few.store, FEW);
    await stockTasks(many.store, MANY);
    const ofFew = taskLists(few.store, FEW);
    const figures: Figure[] = [];
    for (const [name, list] of Object.entries(taskLists(many.store, MANY)))
      figures.push(await compared(`tasks ${name}`, ofFew[name] ?? list, list));
    return figures;
  } finally {
    await few.remove();
    await many.remove();
  }
};

const json = async (portal: Measured, cookie: string, path: string): Promise<unknown> => {
  const response = await fetch(`${portal.url}${path}`, { headers: { Cookie: cookie } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

const idOf = (me: unknown): string => {
  const account = typeof me === 'object' && me !== null && 'account' in me ? me.account : undefined;
  const id = typeof account === 'object' && account !== null && 'id' in account ? account.id : undefined;
  if (typeof id !== 'string') throw new Error('Nobody is signed in');
  return id;
};

/** A portal with so many tasks, the first of them for people who are signed in. */
const stocked = async (folder: string, count: number): Promise<Measured> => {
  const data = join(folder, String(count));
  const forms = join(import.meta.dirname, '..', 'forms');
  const teams = JSON.stringify(Object.fromEntries(TEAMS.map((team) => [team, `${team}@example.org`])));
  const portal = await startPortal({ forms, data, people: PEOPLE, officers: 1, settings: { FORMWORK_TEAMS: teams } });
  const people = await Promise.all(portal.cookies.map(async (cookie) => idOf(await json(portal, cookie, '/api/me'))));
  const store = recordsOf(await openSqlite({ file: join(data, 'formwork.db'), collections, clock: systemClock }));
  await stockTasks(store, count, people);
  await store.close();
  return portal;
};

/** As a person waits for them: who is signed in, what they may see, HTTP and JSON and all. */
const pathsOf = (count: number): Record<string, { officer?: boolean; path: (turn: number) => string }> => ({
  'currently assigned': { path: () => '/api/tasks' },
  'currently assigned, by name': { path: () => '/api/tasks?sort=name' },
  'recently submitted': { path: () => '/api/tasks?list=submitted' },
  'of three teams, soonest due first': { officer: true, path: () => '/api/council/tasks' },
  'of three teams, overdue': { officer: true, path: () => '/api/council/tasks?state=overdue' },
  'of one form': { officer: true, path: (turn) => `/api/council/tasks?form=${pick(FORMS, turn)}` },
  'of one case': {
    officer: true,
    path: (turn) => `/api/council/tasks?case=${caseOf((turn * 31) % Math.floor(count / 4))}`,
  },
  'found by a name': {
    officer: true,
    path: (turn) => `/api/council/tasks?q=${pick(NAMES, turn)}${String((turn * 13) % Math.floor(count / 10))}`,
  },
});

const overHttp = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-bench-'));
  const portals: Measured[] = [];
  try {
    const few = await stocked(folder, FEW);
    portals.push(few);
    const many = await stocked(folder, MANY);
    portals.push(many);
    const asker =
      (portal: Measured, count: number, name: string): Ask =>
      (turn) => {
        const { officer = false, path } = pathsOf(count)[name] ?? { path: () => '' };
        return json(portal, pick(officer ? portal.officers : portal.cookies, turn), path(turn));
      };
    const figures: Figure[] = [];
    for (const name of Object.keys(pathsOf(MANY)))
      figures.push(await compared(`tasks over HTTP, ${name}`, asker(few, FEW, name), asker(many, MANY, name)));
    return figures;
  } finally {
    for (const portal of portals) await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const measureTasks = async (): Promise<Figure[]> => [...(await byService()), ...(await overHttp())];
