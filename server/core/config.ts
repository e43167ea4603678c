/**
 * Every setting of the server, in one table: what it is for, its default, and the environment variable that sets it. A council's
 * settings file (`council/settings.json`) holds the same names; the environment wins over the file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { emailFormat } from '../../engine/index.ts';
import { isObject } from '../../engine/json.ts';
import { isLoopback } from './loopback.ts';

interface Setting<T> {
  env: string;
  doc: string;
  default: T;
  /** Throws with what is wrong, in words that follow the setting's name. */
  read: (text: string) => T;
}

const text = (value: string): string => value.trim();

const oneOf =
  <T extends string>(...allowed: T[]) =>
  (value: string): T => {
    const found = allowed.find((candidate) => candidate === value.trim());
    if (found === undefined) throw new Error(`must be one of ${allowed.join(', ')}`);
    return found;
  };

const integer =
  (least: number, most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (value.trim() === '' || !Number.isInteger(number) || number < least || number > most)
      throw new Error(`must be a whole number from ${least} to ${most}`);
    return number;
  };

const flag = (value: string): boolean => {
  const word = value.trim().toLowerCase();
  if (['1', 'yes', 'true', 'on'].includes(word)) return true;
  if (['', '0', 'no', 'false', 'off'].includes(word)) return false;
  throw new Error('must be yes or no');
};

const url =
  (...protocols: string[]) =>
  (value: string): string => {
    if (value.trim() === '') return '';
    const parsed = URL.parse(value.trim());
    if (parsed === null || !protocols.includes(parsed.protocol))
      throw new Error(`must be an address that starts with ${protocols.join(' or ')}`);
    return parsed.href.replace(/\/$/, '');
  };

/** As `url`, but left as it is: several hosts with commas are no URL that a browser knows. */
const secretUrl =
  (...protocols: string[]) =>
  (value: string): string => {
    const given = value.trim();
    if (given === '' || protocols.some((protocol) => given.startsWith(`${protocol}//`))) return given;
    throw new Error(`must be an address that starts with ${protocols.join(' or ')}`);
  };

const emailAddress = (value: string): string => {
  if (!emailFormat.test(value)) throw new Error('must be an email address');
  return emailFormat.tidy(value);
};

const zone = (value: string): string => {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: value.trim() }).resolvedOptions().timeZone;
  } catch {
    throw new Error('must be a time zone such as Europe/London');
  }
};

/** Texts by name, each read by `read`. */
const names =
  (read: (text: string) => string) =>
  (value: string): Record<string, string> => {
    const wrong = 'must be a JSON object of names and texts';
    let parsed: unknown;
    try {
      parsed = JSON.parse(value);
    } catch {
      throw new Error(wrong);
    }
    if (!isObject(parsed)) throw new Error(wrong);
    const entries = Object.entries(parsed).map(([name, entry]): [string, string] => {
      if (typeof entry !== 'string') throw new Error(`has a value that is not a text at “${name}”`);
      try {
        return [name, read(entry)];
      } catch (error) {
        throw new Error(`at “${name}” ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    });
    return Object.fromEntries(entries);
  };

/** A path, or a JSON list of a path and the words that follow it. */
const words = (value: string): string[] => {
  const given = value.trim();
  if (!given.startsWith('[')) return given === '' ? [] : [given];
  const wrong = 'must be a path or a JSON list of texts';
  let parsed: unknown;
  try {
    parsed = JSON.parse(given);
  } catch {
    throw new Error(wrong);
  }
  if (!Array.isArray(parsed)) throw new Error(wrong);
  return parsed.map((word: unknown) => {
    if (typeof word !== 'string') throw new Error(wrong);
    return word;
  });
};

const setting = <T>(env: string, doc: string, fallback: T, read: (value: string) => T): Setting<T> => ({
  env,
  doc,
  default: fallback,
  read,
});

export const settings = {
  port: setting('FORMWORK_PORT', 'Port to listen on; 0 takes a free one.', 3000, integer(0, 65535)),
  host: setting('FORMWORK_HOST', 'Address to listen on.', '127.0.0.1', text),
  publicUrl: setting(
    'FORMWORK_PUBLIC_URL',
    'Address under which people reach the service, for links in mail. Empty: http://localhost with the port.',
    '',
    url('https:', 'http:'),
  ),
  trustProxy: setting(
    'FORMWORK_TRUST_PROXY',
    'Proxies in front of the server whose X-Forwarded-For counts (0: none).',
    0,
    integer(0, 9),
  ),
  dataDir: setting(
    'FORMWORK_DATA_DIR',
    'Folder of the embedded store, uploaded files and the generated secret.',
    '.formwork',
    text,
  ),
  mongodbUrl: setting(
    'MONGODB_URL',
    'MongoDB (or a server that speaks its protocol) to keep everything in, as mongodb://user:password@host/database or mongodb+srv://…. Empty: the embedded store in the data folder.',
    '',
    secretUrl('mongodb:', 'mongodb+srv:'),
  ),
  mongodbUrlFile: setting(
    'MONGODB_URL_FILE',
    'File that holds the address of MongoDB, so that its password stands in no environment. Wins over MONGODB_URL.',
    '',
    text,
  ),
  keysFile: setting(
    'FORMWORK_KEYS_FILE',
    'File of the keys that answers and documents are sealed with: lines of a name and 32 bytes in base64, the key that seals first. Looked at every second. Empty, and no command: everything is kept plain.',
    '',
    text,
  ),
  keysCommand: setting(
    'FORMWORK_KEYS_COMMAND',
    'Program that prints what would stand in that file, for a key service: its path, or a JSON list of it and its words. No shell reads them. Run at start, at SIGHUP, every 5 minutes and when a key is not known.',
    [],
    words,
  ),
  formsDir: setting('FORMWORK_FORMS_DIR', 'Folder of the form packages.', 'forms', text),
  councilDir: setting(
    'FORMWORK_COUNCIL_DIR',
    'Folder of the council’s own data: settings.json and registers/.',
    'council',
    text,
  ),
  rendererDir: setting('FORMWORK_RENDERER_DIR', 'Folder of the built pages.', 'dist/renderer', text),
  serveUnpublished: setting(
    'FORMWORK_SERVE_UNPUBLISHED',
    'Offer form versions that have not been published, as far as the check finds no error in them.',
    false,
    flag,
  ),
  secret: setting(
    'FORMWORK_SECRET',
    'Key of at least 32 characters for hashing codes and addresses; the same on all servers. Empty: made once and kept in the data folder.',
    '',
    text,
  ),
  auditHeadsFile: setting(
    'FORMWORK_AUDIT_HEADS_FILE',
    'File outside the store to which every day a line is added that says how far the audit trail goes. Empty: audit-heads.jsonl in the data folder.',
    '',
    text,
  ),
  auditHeadsMail: setting(
    'FORMWORK_AUDIT_HEADS_MAIL',
    'Email address to which the same line is mailed every day. Empty: to nobody.',
    '',
    (value) => (value.trim() === '' ? '' : emailAddress(value)),
  ),
  council: setting('FORMWORK_COUNCIL', 'Name of the council.', 'Example Council', text),
  serviceName: setting('FORMWORK_SERVICE_NAME', 'Name of the service.', 'Online services', text),
  timeZone: setting('FORMWORK_TIME_ZONE', 'Time zone in which days begin and times are shown.', 'Europe/London', zone),
  links: setting('FORMWORK_LINKS', 'Named links that forms and pages point at, as JSON.', {}, names(text)),
  contactTeam: setting('FORMWORK_CONTACT_TEAM', 'Team that people may ask for help.', 'Customer services', text),
  contactEmail: setting('FORMWORK_CONTACT_EMAIL', 'Email address of that team.', 'help@example.org', emailAddress),
  contactPhone: setting('FORMWORK_CONTACT_PHONE', 'Telephone number of that team.', '01632 960000', text),
  teams: setting(
    'FORMWORK_TEAMS',
    'Email addresses of the teams that submissions go to, by the team’s name, as JSON.',
    {},
    names(emailAddress),
  ),
  brandColour: setting('FORMWORK_BRAND_COLOUR', 'Colour of the header, as #rrggbb.', '#1f4e79', (value) => {
    if (!/^#[0-9a-f]{6}$/i.test(value.trim())) throw new Error('must be a colour such as #1f4e79');
    return value.trim();
  }),
  logoFile: setting(
    'FORMWORK_LOGO',
    'File of the council’s logo (SVG or PNG) in the council’s folder. Empty: its name in words.',
    '',
    text,
  ),
  mailFrom: setting('FORMWORK_MAIL_FROM', 'Sender of the service’s mail.', 'no-reply@example.org', emailAddress),
  smtpUrl: setting(
    'FORMWORK_SMTP_URL',
    'Mail server, as smtp://user:password@host:587 or smtps://…. Empty in a demonstration, and only there.',
    '',
    url('smtp:', 'smtps:'),
  ),
  scannerUrl: setting(
    'FORMWORK_SCANNER_URL',
    'Virus scanner that speaks clamd’s protocol, as tcp://host:3310 or unix:///path. Empty: no scanner.',
    '',
    url('tcp:', 'unix:'),
  ),
  privateWebhooks: setting(
    'FORMWORK_PRIVATE_WEBHOOKS',
    'Let webhooks go to addresses in the own network, and without TLS.',
    false,
    flag,
  ),
  demonstration: setting(
    'FORMWORK_DEMONSTRATION',
    'Demonstration accounts and data, and a mailbox page that shows all mail to everybody. Only on this machine and over a store of its own; “npm start” sets it.',
    false,
    flag,
  ),
  draftsPerAccount: setting(
    'FORMWORK_DRAFTS_PER_ACCOUNT',
    'Forms that one account can have begun and not submitted, beside those that the council sent it.',
    50,
    integer(1, 100),
  ),
  answersPerAccount: setting(
    'FORMWORK_ANSWERS_PER_ACCOUNT',
    'MB that the answers in those forms can have together; at least a quarter of their number.',
    25,
    integer(2, 1000),
  ),
  documentsPerAccount: setting(
    'FORMWORK_DOCUMENTS_PER_ACCOUNT',
    'MB that the documents in those forms can have together.',
    1000,
    integer(1, 100_000),
  ),
  idleMinutes: setting(
    'FORMWORK_IDLE_MINUTES',
    'Minutes without activity after which a person is signed out.',
    30,
    integer(5, 480),
  ),
  sessionHours: setting(
    'FORMWORK_SESSION_HOURS',
    'Hours after which a person must sign in again in any case.',
    12,
    integer(1, 72),
  ),
  metricsToken: setting(
    'FORMWORK_METRICS_TOKEN',
    'What a collector must send as “Authorization: Bearer …” to read /metrics. Empty: only from the machine itself, past no proxy.',
    '',
    text,
  ),
  tracesUrl: setting(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OpenTelemetry collector that traces are sent to (OTLP over HTTP), as http://localhost:4318. Empty: none.',
    '',
    url('http:', 'https:'),
  ),
  backupThen: setting(
    'FORMWORK_BACKUP_THEN',
    'A program that “ops backup-into” calls with the path of a new backup, to copy it to another place.',
    '',
    text,
  ),
  stopSeconds: setting(
    'FORMWORK_STOP_SECONDS',
    'How long a server that is told to stop lets requests in flight finish, such as an upload over a slow line. Service managers must wait ten seconds longer before they kill it.',
    60,
    integer(1, 600),
  ),
  pdfThreads: setting(
    'FORMWORK_PDF_THREADS',
    'Processes that draw PDFs at the same time. 0 takes one fewer than the machine has cores, and two at least.',
    0,
    integer(0, 64),
  ),
  tracesPercent: setting('FORMWORK_TRACES_PERCENT', 'How many of a hundred traces are sent.', 100, integer(1, 100)),
  logLevel: setting(
    'FORMWORK_LOG_LEVEL',
    'How much is logged.',
    'info',
    oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  ),
} satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;
export type Config = { [Name in keyof Settings]: ReturnType<Settings[Name]['read']> };

/** All that is wrong with the settings, told at once. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

const fromFile = (path: string, faults: string[]): Record<string, string> => {
  if (!existsSync(path)) return {};
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isObject(parsed)) throw new Error('it must hold a JSON object');
    const entries = Object.entries(parsed).filter(([name]) => name !== '$schema');
    for (const [name] of entries)
      if (!Object.hasOwn(settings, name)) faults.push(`${path}: there is no setting “${name}”`);
    return Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
  } catch (error) {
    faults.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return {};
  }
};

/** An address that names no database is that of one called “test”. */
const namesDatabase = (address: string): boolean => /^mongodb(\+srv)?:\/\/[^/?]+\/[^/?]+/.test(address);

const databaseFaults = ({ mongodbUrl, mongodbUrlFile }: Config): string[] => {
  const setting = mongodbUrlFile === '' ? settings.mongodbUrl : settings.mongodbUrlFile;
  try {
    const address = mongodbUrlFile === '' ? mongodbUrl : readFileSync(mongodbUrlFile, 'utf8').trim();
    if (mongodbUrlFile === '' && address === '') return [];
    if (!/^mongodb(\+srv)?:\/\//.test(address))
      return [`${setting.env} must hold an address that starts with mongodb: or mongodb+srv:`];
    return namesDatabase(address) ? [] : [`${setting.env} names no database: mongodb://host/database`];
  } catch (error) {
    return [`${setting.env}: ${error instanceof Error ? error.message : String(error)}`];
  }
};

/** What a server must have that commands beside it can do without. */
export const servingFaults = (config: Config): string[] => [...mailFaults(config), ...secretFaults(config)];

/** What whoever sends mail must have. */
export const mailFaults = ({ smtpUrl, demonstration }: Config): string[] =>
  smtpUrl !== '' || demonstration
    ? []
    : [
        `${settings.smtpUrl.env} is needed: people sign in with codes that are mailed to them. To try the service with made-up people, use “npm start” with a data folder of its own`,
      ];

const secretFaults = ({ demonstration, mongodbUrl, mongodbUrlFile, secret, dataDir }: Config): string[] =>
  demonstration || secret !== '' || (mongodbUrl === '' && mongodbUrlFile === '')
    ? []
    : [
        `${settings.secret.env} is needed with MongoDB, the same on all servers: each would make one of its own. What a server made before stands in ${join(dataDir, 'secret')}`,
      ];

/** Names in the environment that look like settings and are none: a slip of the pen would be told by nobody. */
export const unknownSettings = (env: Record<string, string | undefined>): string[] => {
  const known = new Set(Object.values(settings).flatMap((each) => [each.env, `${each.env}_FILE`]));
  return Object.keys(env).filter((name) => name.startsWith('FORMWORK_') && !known.has(name));
};

/** Faults that only show between settings. */
const together = (config: Config): string[] => {
  const faults: string[] = [];
  if (config.logoFile !== '' && !existsSync(join(config.councilDir, basename(config.logoFile))))
    faults.push(`${settings.logoFile.env}: there is no file ${config.logoFile} in ${config.councilDir}`);
  if (config.secret !== '' && config.secret.length < 32)
    faults.push(`${settings.secret.env} must have at least 32 characters`);
  if (config.answersPerAccount * 4 < config.draftsPerAccount)
    faults.push(
      `${settings.answersPerAccount.env} must be at least a quarter of ${settings.draftsPerAccount.env}: each form may need so much`,
    );
  if (config.keysFile !== '' && config.keysCommand.length > 0)
    faults.push(`${settings.keysFile.env} and ${settings.keysCommand.env} are both set: keys come from one place`);
  if (config.publicUrl.startsWith('http:') && !config.demonstration && !isLocal(config.publicUrl))
    faults.push(
      `${settings.publicUrl.env} must start with https: so that sessions and answers are never sent in clear`,
    );
  return [...faults, ...databaseFaults(config), ...(config.demonstration ? exposed(config) : [])];
};

const isLocal = (address: string): boolean => isLoopback(new URL(address).hostname);

/** What would let others than whoever sits at this machine into a demonstration. */
const exposed = ({ host, publicUrl, smtpUrl, trustProxy }: Config): string[] => {
  const { demonstration } = settings;
  const not = (given: Setting<unknown>, why: string): string =>
    `${demonstration.env} and ${given.env} cannot both be set so: ${why}`;
  return [
    ...(isLoopback(host)
      ? []
      : [not(settings.host, 'a demonstration shows everybody’s mail to everybody, so it listens on 127.0.0.1 only')]),
    ...(publicUrl === '' || (publicUrl.startsWith('http:') && isLocal(publicUrl))
      ? []
      : [not(settings.publicUrl, 'a demonstration is only for this machine, at http://localhost')]),
    ...(smtpUrl === ''
      ? []
      : [not(settings.smtpUrl, 'a demonstration sends no mail, its mail is on its page /dev/mailbox')]),
    ...(trustProxy === 0
      ? []
      : [not(settings.trustProxy, 'a demonstration is only for this machine, and stands behind no proxy')]),
  ];
};

/** The content of the file that `<variable>_FILE` names, so that no secret stands in an environment. */
const fromSecretFile = (env: Record<string, string | undefined>, variable: string, faults: string[]) => {
  const path = env[`${variable}_FILE`];
  if (path === undefined || path === '' || `${variable}_FILE` === settings.mongodbUrlFile.env) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    faults.push(`${variable}_FILE: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
};

/**
 * The settings from the environment and the council's file. `also`: what else may be wrong with them.
 * @throws ConfigError naming every fault.
 */
export const readConfig = (
  env: Record<string, string | undefined>,
  also: (config: Config) => string[] = () => [],
): Config => {
  const faults: string[] = [];
  const wrong: string[] = [];
  const councilDir = env[settings.councilDir.env] ?? settings.councilDir.default;
  const file = fromFile(`${councilDir}/settings.json`, faults);
  const values: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(settings)) {
    const given = env[entry.env] ?? fromSecretFile(env, entry.env, faults);
    const value = given ?? file[name];
    try {
      values[name] = value === undefined ? entry.default : entry.read(value);
    } catch (error) {
      const where = given === undefined ? `${councilDir}/settings.json: ${name}` : entry.env;
      faults.push(`${where} ${error instanceof Error ? error.message : String(error)}`);
      values[name] = entry.default;
      wrong.push(entry.env);
    }
  }
  const known = Object.keys(settings).length;
  const isConfig = (candidate: Record<string, unknown>): candidate is Config => Object.keys(candidate).length === known;
  if (!isConfig(values)) throw new ConfigError(['a setting is missing from the table']);
  // What could not be read has its default now, of which nothing more need be said.
  const more = [...together(values), ...also(values)];
  faults.push(...more.filter((fault) => !wrong.some((env) => fault.startsWith(`${env} `))));
  if (faults.length > 0) throw new ConfigError(faults);
  return values;
};
