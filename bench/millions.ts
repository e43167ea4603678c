/** A store as it is after years: how large it is, how long it takes to fill, open and copy, and how long people wait for their lists. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { systemClock } from '../server/core/clock.ts';
import { readConfig } from '../server/core/config.ts';
import { mailboxTransport } from '../server/platform/mail/transport.ts';
import { onBoth, type StoreOfBench } from './both-stores.ts';
import type { BenchOptions } from './options.ts';
import { createServices, type Services } from '../server/composition/services.ts';
import { openStorage } from '../server/platform/storage/open.ts';
import { noTracing } from '../server/platform/tracing/tracing.ts';
import { figure, percentile, type Figure } from './measure.ts';
import { startPortal } from './processes/start.ts';
import { stockSubmissions, submissionLists } from './submission-stock.ts';
import { TEAMS, stockTasks, taskLists, type List } from './task-stock.ts';

/** Tasks for each submission. */
const TASKS_EACH = 5;
const TIMES = 500;
/** Fewer times of what takes long, but never fewer than say something of the slowest. */
const LONGEST_MS = 30_000;
const LEAST_TIMES = 100;
const root = join(import.meta.dirname, '..');

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** `dataDir`: the service's data folder. */
interface Filled {
  dataDir: string;
  store: StoreOfBench;
  tasks: number;
}

const settingsOf = ({ dataDir, store }: Filled): Record<string, string> => ({
  FORMWORK_SMTP_URL: 'smtp://127.0.0.1:9',
  FORMWORK_COUNCIL_DIR: dataDir,
  FORMWORK_DATA_DIR: dataDir,
  FORMWORK_FORMS_DIR: join(root, 'forms'),
  FORMWORK_TEAMS: JSON.stringify(Object.fromEntries(TEAMS.map((team) => [team, `${team}@example.org`]))),
  ...store.settings,
});

const waits = async (name: string, list: List): Promise<Figure[]> => {
  const times: number[] = [];
  let found = 0;
  const until = performance.now() + LONGEST_MS;
  for (let turn = 0; turn < TIMES && (turn < LEAST_TIMES || performance.now() < until); turn += 1) {
    const start = performance.now();
    found += (await list(turn)).items.length;
    times.push(performance.now() - start);
  }
  if (found === 0) throw new Error(`${name}: nothing was found, so nothing was measured`);
  return [50, 95, 99].map((share) => figure(`${name}: p${share}`, 'ms', percentile(times, share / 100)));
};

const makeOfficer = async ({ accounts, teams }: Services): Promise<string> => {
  const { _id } = await accounts.create({
    email: 'officer@example.org',
    passwordHash: '',
    role: 'officer',
    profile: {
      forename: 'Olive',
      surname: 'Officer',
      professional: true,
      address: { street: 'High Street', town: 'Oxford', postcode: 'OX1 1ND' },
    },
  });
  for (const team of TEAMS) await teams.join(team, _id);
  return _id;
};

/** Fills the store, and asks its lists. */
const fillAndAsk = async (filled: Filled): Promise<Figure[]> => {
  const config = readConfig(settingsOf(filled));
  const submissionCount = Math.floor(filled.tasks / TASKS_EACH);
  const { store, blobs, closeBlobs } = await openStorage(config, systemClock);
  const transport = mailboxTransport(store, systemClock);
  const log = pino({ level: 'silent' });
  const parts = { config, clock: systemClock, log, store, transport, tracing: noTracing, blobs, scanner: undefined };
  const services = createServices(parts);
  try {
    await services.load();
    const tasks = await seconds(() => stockTasks(store, filled.tasks));
    const submissions = await seconds(() => stockSubmissions(store, submissionCount));
    const officer = await makeOfficer(services);
    const figures = [
      figure(`${filled.tasks} tasks put in`, 's', tasks),
      figure(`${submissionCount} submissions put in`, 's', submissions),
    ];
    const lists = [
      ...Object.entries(taskLists(store, filled.tasks)).map(([name, list]) => ({ name: `tasks ${name}`, list })),
      ...Object.entries(submissionLists(services, submissionCount, officer)).map(([name, list]) => ({
        name: `submissions ${name}`,
        list,
      })),
      { name: 'the dashboard of three teams', list: async () => ({ items: [await services.dashboards.read(TEAMS)] }) },
    ];
    for (const { name, list } of lists) figures.push(...(await waits(name, list)));
    return figures;
  } finally {
    await closeBlobs();
    await store.close();
  }
};

const readyAfter = async ({ dataDir, store }: Filled): Promise<number> => {
  const start = performance.now();
  const wanted = { forms: join(root, 'forms'), data: dataDir, people: 0, settings: store.settings };
  const portal = await startPortal(wanted);
  const ready = (performance.now() - start) / 1000;
  await portal.stop();
  return ready;
};

const backup = (filled: Filled, file: string): Promise<unknown> =>
  promisify(execFile)(process.execPath, [join(root, 'scripts', 'ops.ts'), 'backup', '--out', file], {
    env: { ...process.env, ...settingsOf(filled) },
    cwd: root,
  });

const gigabytes = (bytes: number): number => bytes / 1024 ** 3;

const measureOn = async (store: StoreOfBench, tasks: number): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-bench-'));
  const filled = { dataDir: join(folder, 'data'), store, tasks };
  const file = join(folder, 'backup.tar');
  try {
    const figures = await fillAndAsk(filled);
    const bytes = (await store.bytes()) ?? statSync(join(filled.dataDir, 'formwork.db')).size;
    figures.push(figure('Size of the store, of one member', 'GB', gigabytes(bytes)));
    figures.push(figure('The service on it ready after', 's', await readyAfter(filled)));
    figures.push(figure('Backup', 's', await seconds(() => backup(filled, file))));
    figures.push(figure('Size of the backup', 'GB', gigabytes(statSync(file).size)));
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const measureMillions = ({ tasks, mongodb }: BenchOptions): Promise<Figure[]> =>
  onBoth(mongodb, (store) => measureOn(store, tasks));
