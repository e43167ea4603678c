/**
 * `npm test`: every check there is, two steps at a time and then the tests, with one closing line for the whole run. A step that is not a
 * vitest run counts as one test. With files as arguments only they are tried; `--quick` leaves out what needs browsers, servers and forms.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { toldOfRealThings } from '../tests/support/run/real-things.ts';
import { hasMongod } from '../tests/support/servers/mongod.ts';
import { startReplicaSet } from '../tests/support/servers/replica-set.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const [first, ...others] = process.argv.slice(2);
const quick = first === '--quick';
const files = quick ? others : first === undefined ? [] : [first, ...others];
/** For the day's work: only files that changed since the last time, judged with the types of today. */
const lintChanged = ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint'];

/** Rooms that know less than the whole: engine and wire neither Node nor a browser, the server no browser, the pages no Node. */
const rooms = ['engine', 'wire', 'server', 'renderer'];

/** By its path: two packages of TypeScript are installed, for the linter cannot go by the newest yet. */
const typecheck = ['node', 'node_modules/typescript7/bin/tsc', '--noEmit'];

const steps: { name: string; command: string[]; long?: boolean }[] = [
  { name: 'Types', command: typecheck },
  ...rooms.map((room) => ({ name: `Types of ${room}/`, command: [...typecheck, '-p', room] })),
  { name: 'Lint', long: true, command: ['eslint', '.', '--max-warnings', '0', ...(quick ? lintChanged : [])] },
  { name: 'Format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'Arrows between rooms',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'engine', 'wire', 'server', 'renderer', 'scripts'],
  },
  { name: 'Unused files, exports and dependencies', command: ['knip'] },
  { name: 'Form packages', command: ['node', 'scripts/forms.ts', 'check'] },
];

const run = (command: string[]): boolean => {
  const [file = '', ...args] = command;
  return spawnSync(file, args, { stdio: 'inherit' }).status === 0;
};

/** What a step says is shown when it has ended, so that two at once do not speak through each other. */
const runBeside = ([file = '', ...args]: string[]): Promise<{ ok: boolean; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
    const end = (ok: boolean) => resolve({ ok, said: Buffer.concat(said).toString() });
    child.on('error', (error) => {
      said.push(Buffer.from(error.message));
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });

const slowestShown = 15;

const isTimed = (value: unknown): value is { name: string; startTime: number; endTime: number } =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'startTime' in value &&
  'endTime' in value &&
  typeof value.name === 'string' &&
  typeof value.startTime === 'number' &&
  typeof value.endTime === 'number';

/** Where the time goes: the files that took longest, in seconds. */
const showSlowest = (result: unknown): void => {
  if (typeof result !== 'object' || result === null || !('testResults' in result)) return;
  const files = Array.isArray(result.testResults) ? result.testResults.filter(isTimed) : [];
  if (files.length <= slowestShown) return;
  const timed = files.map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }));
  console.log('\nThe slowest files, in seconds:');
  for (const { name, seconds } of timed.sort((one, other) => other.seconds - one.seconds).slice(0, slowestShown))
    console.log(`${seconds.toFixed(0).padStart(5)}  ${relative(process.cwd(), name)}`);
};

/** In a whole run two cores have much to do: what fails is tried once more, and named. By itself a file is tried once. */
const again = ['--retry=1', '--reporter=./tests/support/run/second-tries.ts'];

const vitest = (args: string[]): Tally => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-test-'));
  const report = join(folder, 'report.json');
  const ok = run([
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(args.length === 0 ? again : []),
    ...args,
  ]);
  try {
    const result: unknown = JSON.parse(readFileSync(report, 'utf8'));
    const count = (key: string): number =>
      typeof result === 'object' && result !== null && key in result ? Number(Reflect.get(result, key)) : 0;
    showSlowest(result);
    const failed = count('numFailedTests');
    // A file that does not load has no failed test of its own; it must not pass for green.
    const unloaded = !ok && failed === 0 ? 1 : 0;
    return {
      passed: count('numPassedTests'),
      failed: failed + unloaded,
      skipped: count('numPendingTests') + count('numTodoTests'),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * A folder in memory for what tests keep, where this machine has the room: a store waits for its disk at every write. To be removed when the
 * run is over.
 */
const memoryFolder = (): string | undefined => {
  const [memory, least] = ['/dev/shm', 8 * 1024 ** 3];
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize < least ? undefined : mkdtempSync(join(memory, 'formwork-test-'));
  } catch {
    return undefined;
  }
};

const inMemory = process.env['TMPDIR'] === undefined ? memoryFolder() : undefined;
const cleanUp = (): void => {
  if (inMemory !== undefined) rmSync(inMemory, { recursive: true, force: true });
};
process.on('exit', cleanUp);
// Ctrl-C and a stopped pipeline leave nothing in memory either.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
if (inMemory !== undefined) process.env['TMPDIR'] = inMemory;
// Servers, commands and drawing processes of the tests load the same files many times.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const failedSteps: string[] = [];
/** Unit tests, which stand beside their files. */
const unit = ['--project', 'all', 'engine', 'server', 'renderer', 'wire', 'scripts/forms/lint', 'tests/house'];
const chosen = quick ? steps.slice(0, 2 + rooms.length) : files.length > 0 ? [] : steps;
// The longest first, and two at once: each keeps one core busy.
const waiting = chosen.toSorted((one, other) => Number(other.long === true) - Number(one.long === true));
const lane = async (): Promise<void> => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { ok, said } = await runBeside(step.command);
    console.log(`\n· ${step.name}${ok ? '' : ': failed'}\n${said.trimEnd()}`);
    if (ok) total.passed += 1;
    else {
      total.failed += 1;
      failedSteps.push(step.name);
    }
  }
};
await Promise.all([lane(), lane()]);
// One replica set for all files of the run that need one.
const wanted = !quick && files.length === 0 && process.env['MONGODB_URL'] === undefined && hasMongod();
const replicaSet = wanted ? await startReplicaSet() : undefined;
if (replicaSet !== undefined) process.env['FORMWORK_TEST_REPLICA_SET'] = replicaSet.url;
console.log('\n· Tests');
const tests = vitest(quick ? unit : files);
await replicaSet?.stop();
total.passed += tests.passed;
total.failed += tests.failed;
total.skipped += tests.skipped;

if (!quick && files.length === 0) console.log(`\n${toldOfRealThings()}`);
if (failedSteps.length > 0) console.log(`\nFailed besides tests: ${failedSteps.join(', ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);
