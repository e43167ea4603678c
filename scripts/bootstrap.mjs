// The two commands of the README, on a machine that has only git and Node 20: installs what is missing, then runs.
// No dependencies. What is already done is not done again, so the second time is quick and works offline.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest, pageSources, pagesStamp } from './digest.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}`, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };

const say = (text) => console.log(text);

/** Runs a command in the project; ends the whole run with its exit code when it fails. */
const must = (command, args, why) => {
  say(`· ${why}`);
  const done = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  if (done.status !== 0) {
    console.error(`${command} ${args.join(' ')} ended with ${done.status ?? done.error?.message}`);
    process.exit(done.status ?? 1);
  }
};

/** Does `work` unless the stamp says that it was done for these very files. */
const once = (stamp, paths, work) => {
  const file = join(root, stamp);
  const wanted = digest(paths);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
};

const install = () =>
  once('node_modules/.formwork-installed', ['package-lock.json'], () =>
    must(
      'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      'Installing packages from the lock file, which takes about a minute',
    ),
  );

const build = () =>
  once(pagesStamp, pageSources, () =>
    must('vite', ['build', '--logLevel', 'warn'], 'Building the pages, which takes some ten seconds'),
  );

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { env }).status === 0;

const lightBrowser = 'chromium-headless-shell';

/**
 * Programs that some tests drive, and Debian's packages with them. Where they are not to be had their tests are skipped by name; the first is
 * a browser without windows, with which the journeys take a third less of the processor, and Chromium does instead.
 */
const welcome = [
  [lightBrowser, lightBrowser],
  ['firefox-esr', 'firefox-esr'],
  ['WebKitWebDriver', 'webkit2gtk-driver'],
  ['Xvfb', 'xvfb'],
];

/** Takes what Debian has of these packages, each by itself; nothing fails and nothing is waited for long. */
const takeWhatThereIs = (packages) => {
  say(`· Looking for ${packages.join(', ')} in Debian’s packages`);
  const quick = ['-qq', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20'];
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' };
  const ask = (...words) => spawnSync('apt-get', [...quick, ...words], { ...options, timeout: 300_000 }).status === 0;
  if (!ask('update')) return;
  for (const name of packages) {
    const install = ['install', '-y', '--no-install-recommends', name];
    // Only the download is cut short: an installation that is cut short stands in the way of the next one.
    if (ask('--download-only', ...install)) spawnSync('apt-get', ['-qq', '--no-download', ...install], options);
  }
};

/** Browser and PDF tools that the tests drive. */
const testTools = () => {
  const mayInstall = process.getuid?.() === 0 && has('apt-get');
  const wished = welcome.filter(([command]) => !has(command)).map(([, name]) => name);
  if (mayInstall && wished.length > 0)
    once('node_modules/.formwork-browsers', ['package-lock.json'], () => takeWhatThereIs(wished));
  const missing = [
    ...(has(lightBrowser) ? [] : [['chromium', 'chromium']]),
    ['pdftotext', 'poppler-utils'],
    ['qpdf', 'qpdf'],
  ].filter(([command]) => !has(command));
  const packages = missing.map(([, name]) => name);
  if (!mayInstall) packages.push(...wished.filter((name) => name !== lightBrowser));
  if (packages.length === 0) return;
  if (mayInstall) {
    must('apt-get', ['update', '-qq'], 'Looking for test tools in Debian’s packages');
    must(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
      `Installing ${packages.join(', ')}`,
    );
  } else {
    say(`! The tests that need them will be skipped by name. Install: ${packages.join(', ')}`);
  }
};

const [verb, ...rest] = process.argv.slice(2);
install();
if (verb === 'start') {
  build();
  // Kept between starts, what the server is made of need not be read and stripped of its types again: it starts sooner and rests smaller.
  const cache = join(root, 'node_modules', '.cache', 'node-compile');
  const demo = { FORMWORK_DEMONSTRATION: '1', NODE_COMPILE_CACHE: cache, ...env };
  const words = ['--max-semi-space-size=4', 'server/main.ts', ...rest];
  const server = spawn(join(bin, 'node'), words, { cwd: root, env: demo, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code) => process.exit(code ?? 0));
} else if (verb === 'test') {
  testTools();
  build();
  must(
    join(bin, 'node'),
    ['scripts/test.ts', ...rest],
    rest.length === 0 ? 'Running every check' : 'Running some tests',
  );
} else if (verb === 'quick') {
  must(join(bin, 'node'), ['scripts/test.ts', '--quick'], 'Types, lint and unit tests');
} else if (verb === 'prepare') {
  build();
} else {
  console.error('Usage: node scripts/bootstrap.mjs start | test [files] | quick | prepare');
  process.exit(2);
}
