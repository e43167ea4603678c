/**
 * What an operator's commands call and a test cannot have: a service manager, containers, users, the registry of packages. Called by its
 * name; anything else that it is asked ends with 2, so that a command which no stand-in knows is seen. Everything is under OPERATOR_PREFIX.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { propertiesIn, runOfService, runOfUnit, type Run } from './units.ts';

const [name = '', ...words] = process.argv.slice(2);
const setting = (key: string): string => process.env[key] ?? '';
const prefix = setting('OPERATOR_PREFIX');
const checkout = setting('OPERATOR_CHECKOUT');
const deploy = join(prefix, 'opt/formwork/deploy');

const refuse = (why: string): never => {
  console.error(`${name} ${words.join(' ')}: ${why}`);
  process.exit(2);
};

/** Options, and what is none. */
const [options, plain] = [words.filter((word) => word.startsWith('-')), words.filter((word) => !word.startsWith('-'))];

const surroundings = (run: Run): NodeJS.ProcessEnv => {
  const { PATH, NODE_COMPILE_CACHE, TMPDIR } = process.env;
  return { PATH, NODE_COMPILE_CACHE, TMPDIR, ...run.env };
};

const prepare = ({ credentials, folders, env }: Run): void => {
  for (const folder of folders) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const handed = env['CREDENTIALS_DIRECTORY'];
  if (handed === undefined) return;
  mkdirSync(handed, { recursive: true });
  for (const [credential, file] of Object.entries(credentials)) copyFileSync(file, join(handed, credential));
};

/** To its end, which is this program's end too. */
const toItsEnd = (run: Run): void => {
  prepare(run);
  const [program = '', ...rest] = run.command;
  const { status, error } = spawnSync(program, rest, { cwd: run.folder, env: surroundings(run), stdio: 'inherit' });
  if (status !== 0) refuse(`ended with ${status ?? error?.message}`);
};

const pidFile = (service: string): string => join(prefix, 'run', `${service}.pid`);

/** Not one that has ended and that nobody has asked how. */
const isThere = (pid: number): boolean => {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const stop = async (service: string): Promise<void> => {
  if (!existsSync(pidFile(service))) return;
  const pid = Number(readFileSync(pidFile(service), 'utf8'));
  if (isThere(pid)) process.kill(pid, 'SIGTERM');
  while (isThere(pid)) await wait(50);
  rmSync(pidFile(service));
};

/** In the background, on the port that the test has chosen for it. */
const start = (service: string, run: Run): void => {
  prepare(run);
  const [program = '', ...rest] = run.command;
  mkdirSync(join(prefix, 'run'), { recursive: true });
  const log = openSync(join(prefix, 'run', `${service}.log`), 'a');
  const env = { ...surroundings(run), FORMWORK_PORT: setting(`OPERATOR_PORT_${service.replace('-', '_')}`) };
  const child = spawn(program, rest, { cwd: run.folder, env, detached: true, stdio: ['ignore', log, log] });
  child.unref();
  writeFileSync(pidFile(service), String(child.pid));
};

const unitOf = (unit: string): Run => {
  const file = join(prefix, 'etc/systemd/system', `${unit}.service`);
  return runOfUnit(prefix, propertiesIn(readFileSync(file, 'utf8')));
};

const systemctl = async (): Promise<void> => {
  const [verb = '', ...units] = plain;
  if (verb === 'daemon-reload') return;
  if (!['enable', 'start', 'stop', 'restart'].includes(verb)) refuse('no stand-in does this');
  for (const unit of units) {
    if (unit.endsWith('.timer')) {
      unitOf(basename(unit, '.timer'));
      continue;
    }
    const run = unitOf(unit);
    if (run.once) {
      toItsEnd(run);
      continue;
    }
    await stop(unit);
    if (verb !== 'stop') start(unit, run);
  }
};

/** Properties come first, then the command. */
const systemdRun = (): void => {
  const first = words.findIndex((word) => !word.startsWith('-'));
  const properties = words
    .slice(0, first)
    .flatMap((word) => (word.startsWith('--property=') ? propertiesIn(word.slice('--property='.length)) : []));
  toItsEnd(runOfUnit(prefix, properties, words.slice(first)));
};

const isReady = async (service: string): Promise<boolean> => {
  const port = setting(`OPERATOR_PORT_${service.replace('-', '_')}`);
  const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
};

/** The pages that the test has built, in a checkout. */
const buildIn = (folder: string): void => {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  rmSync(join(folder, 'dist/renderer'), { force: true });
  symlinkSync(setting('OPERATOR_PAGES'), join(folder, 'dist/renderer'));
};

const vite = (): void => {
  if (plain.join(' ') !== 'vite build') refuse('no stand-in does this');
  buildIn(process.cwd());
};

const compose = async (): Promise<void> => {
  const servers = ['server-1', 'server-2'];
  const [, verb, ...services] = plain;
  const named = services.length === 0 ? servers : services;
  if (verb === 'build' || options.includes('--build')) buildIn(join(deploy, '..'));
  if (verb === 'build') return;
  if (verb === 'stop') for (const service of named) await stop(service);
  else if (verb === 'up')
    for (const service of named) {
      await stop(service);
      start(service, runOfService(deploy, service));
      if (options.includes('--wait')) while (!(await isReady(service))) await wait(100);
    }
  else if (verb === 'run') {
    const [service = ''] = services;
    toItsEnd(runOfService(deploy, service, words.slice(words.indexOf(service) + 1)));
  } else refuse('no stand-in does this');
};

/** A checkout in which all is what it is here, but for what an operator changes. */
const clone = (): void => {
  const to = plain.at(-1) ?? '';
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(checkout))
    if (['council', 'deploy'].includes(entry)) cpSync(join(checkout, entry), join(to, entry), { recursive: true });
    else if (!['dist', '.git'].includes(entry)) symlinkSync(join(checkout, entry), join(to, entry));
};

/** What only root may is left out; the rest is done. */
const install = (): void => {
  const left = words.filter((word, at) => !['-o', '-g'].includes(word) && !['-o', '-g'].includes(words[at - 1] ?? ''));
  const { status } = spawnSync('/usr/bin/install', left, { stdio: 'inherit' });
  process.exit(status ?? 1);
};

const nothing = (): void => undefined;

const standIns: Record<string, () => void | Promise<void>> = {
  systemctl,
  'systemd-run': systemdRun,
  docker: () => (plain[0] === 'compose' ? compose() : refuse('no stand-in does this')),
  git: () => (plain[0] === 'clone' ? clone() : plain[0] === 'pull' ? undefined : refuse('no stand-in does this')),
  npm: () => (plain.join(' ') === 'ci' ? undefined : refuse('no stand-in does this')),
  npx: vite,
  install,
  useradd: nothing,
  chown: nothing,
};
await (standIns[name] ?? (() => refuse('there is no such stand-in')))();
