/** What an operator should know of a whole server, beside what each module says of itself. */
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { settings, type Config } from '../core/config.ts';
import type { Finding, Readiness } from '../core/readiness.ts';
import type { Transport } from '../platform/mail/transport.ts';
import type { Relay } from '../platform/effects/relay.ts';
import { StoreUnavailableError } from '../platform/storage/store.ts';
import type { TestedKeys } from '../platform/storage/sealed/tested-keys.ts';
import type { Services } from './services.ts';

const leastFreeBytes = 500 * 1024 * 1024;
const mebibyte = 1024 * 1024;
const keysEvery = 5_000;
const mailEvery = 10_000;
const findingsEvery = 15_000;

const plain = 'Answers and documents are kept plain: no keys are set';

/** Addresses that reach nobody (RFC 2606). */
const isMadeUp = (address: string): boolean =>
  /@(?:.+\.)?(?:example(?:\.(?:com|net|org))?|test|invalid)$/i.test(address);

/** Settings that were left as they come, where people rely on what they say; a sentence each. */
export const leftAsTheyCome = (config: Config): string[] => {
  const { council, contactEmail, mailFrom, publicUrl, councilDir } = settings;
  const say = (wrong: boolean, words: string): string[] => (wrong ? [words] : []);
  const teams = Object.entries(config.teams).filter(([, address]) => isMadeUp(address));
  return [
    ...say(
      !existsSync(join(config.councilDir, 'settings.json')),
      `There is no settings.json in ${config.councilDir} (${councilDir.env}).`,
    ),
    ...say(config.council === council.default, `The council is called “${council.default}” (${council.env}).`),
    ...say(isMadeUp(config.contactEmail), `People are told to write to ${config.contactEmail} (${contactEmail.env}).`),
    ...say(isMadeUp(config.mailFrom), `Mail comes from ${config.mailFrom} (${mailFrom.env}).`),
    ...say(config.publicUrl.startsWith('http:'), `Links in mail lead to ${config.publicUrl} (${publicUrl.env}).`),
    ...teams.map(([name, address]) => `Mail for the team “${name}” goes to ${address} (${settings.teams.env}).`),
  ];
};

const watchSettings = ({ readiness, config, catalogue }: Services): void => {
  if (config.demonstration) return;
  readiness.add('settings', () => {
    const words = leftAsTheyCome(config);
    return words.length === 0 ? undefined : { level: 'fault', detail: words.join(' ') };
  });
  readiness.add('teams', () => {
    const unknown = [...catalogue.teams()].flatMap(([form, teams]) =>
      teams.filter((team) => !Object.hasOwn(config.teams, team)).map((team) => `${form} goes to the team “${team}”`),
    );
    if (unknown.length === 0) return undefined;
    const words = `${unknown.join(', ')}, which the settings do not name (${settings.teams.env}): its mail goes to ${config.contactEmail}`;
    return { level: 'fault', detail: words };
  });
};

const watchPages = ({ readiness, config }: Services): void =>
  readiness.add('pages', () =>
    existsSync(join(config.rendererDir, 'index.html'))
      ? undefined
      : {
          level: 'fault',
          detail: `There are no built pages in ${config.rendererDir} (${settings.rendererDir.env}): people find nothing`,
        },
  );

const watchKeys = ({ readiness, config, log }: Services, tested: TestedKeys, fault: () => string | undefined): void => {
  const hasKeys = config.keysFile !== '' || config.keysCommand.length > 0;
  if (!hasKeys && !config.demonstration) log.warn(plain);
  readiness.add('keys', () => {
    const faults = tested.faults();
    if (faults.length > 0) return { level: 'stop', detail: faults.join(' ') };
    const unread = fault();
    if (unread !== undefined) return { level: 'fault', detail: unread };
    return hasKeys || config.demonstration ? undefined : { level: 'note', detail: plain };
  });
};

const watchDisk = ({ readiness, config }: Services): void =>
  readiness.add('disk', async () => {
    const { bavail, bsize } = await statfs(config.dataDir);
    const free = bavail * bsize;
    const detail = `${Math.round(free / mebibyte)} MB free in the data folder`;
    return free < leastFreeBytes ? { level: 'fault', detail } : undefined;
  });

const watchClock = ({ readiness, jobs }: Services): void =>
  readiness.add('clock', async () => {
    const since = await jobs.doubted();
    const detail = `far ahead of when the service last worked; until it has gone on for a day from ${since ?? ''}, nothing is deleted and nobody is reminded`;
    return since === undefined ? undefined : { level: 'fault', detail };
  });

/** Adds the checks of the server itself. `fault`: why the keys could not be read the last time. */
export const addChecks = (services: Services, tested: TestedKeys, fault: () => string | undefined): void => {
  watchSettings(services);
  watchPages(services);
  watchDisk(services);
  watchKeys(services, tested, fault);
  watchClock(services);
};

/** Tests the keys, and logs which there are and what is wrong when that is another thing than before. */
export const lookAtKeys = (tested: TestedKeys, log: Pick<Logger, 'info' | 'error' | 'warn'>): (() => Promise<void>) => {
  let told = '';
  return async () => {
    try {
      await tested.test();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      return;
    }
    const [keys, faults] = [tested.taken(), tested.faults()];
    const now = JSON.stringify([keys, faults]);
    if (now === told) return;
    told = now;
    if (keys.length > 0) log.info({ keys, seals: keys[0] }, 'keys taken up');
    for (const fault of faults) log.error({ fault }, 'keys are not right');
  };
};

/** Logs what is found when that is another thing than at the last look. Only what somebody has to see to disturbs a quiet start. */
export const lookAtFindings = (
  readiness: Pick<Readiness, 'findings'>,
  log: Pick<Logger, 'info' | 'error'>,
): (() => Promise<void>) => {
  let told = new Map<string, Finding>();
  return async () => {
    const findings = new Map((await readiness.findings()).map((finding) => [finding.name, finding]));
    for (const [name, { ok, detail }] of findings) {
      const before = told.get(name);
      // Figures in the words change all the time, and what is found does not.
      if (before?.ok === ok && (before.detail === undefined) === (detail === undefined)) continue;
      if (!ok) log.error({ name, detail }, 'something is wrong');
      else if (detail !== undefined) log.info({ name, detail }, 'worth knowing');
      else if (before !== undefined) log.info({ name }, 'in order again');
    }
    told = findings;
  };
};

/** While mails find the mail server away: asks whether it is there again, and lets them go when it is. */
export const lookAtMail =
  (
    relay: Pick<Relay, 'mailAwaySince' | 'mailBack'>,
    transport: Pick<Transport, 'answers'>,
    log: Pick<Logger, 'info'>,
  ): (() => Promise<void>) =>
  async () => {
    const since = relay.mailAwaySince();
    if (since === undefined || !(await transport.answers())) return;
    log.info({ since }, 'the mail server is there again');
    await relay.mailBack();
  };

/** Does `look` again and again, one at a time. Gives what ends it. */
const again = (every: number, look: () => Promise<void>, log: Pick<Logger, 'warn'>): (() => Promise<void>) => {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= look()
      .catch((error: unknown) => log.warn({ err: error }, 'not looked at'))
      .finally(() => {
        underWay = undefined;
      });
  }, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
};

/** Looks at keys, mail server and findings from now on. Gives what ends it. */
export const startWatching = (
  { readiness, relay, log }: Services,
  parts: { keys: () => Promise<void>; transport: Transport },
): (() => Promise<void>) => {
  const findings = lookAtFindings(readiness, log);
  findings().catch((error: unknown) => log.warn({ err: error }, 'not looked at'));
  const stops = [
    again(keysEvery, parts.keys, log),
    again(mailEvery, lookAtMail(relay, parts.transport, log), log),
    again(findingsEvery, findings, log),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
};
