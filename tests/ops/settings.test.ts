/** Each wrong setting ends with one message that names it and says what is wrong; what only shows at the start ends the start so. */
import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigError, readConfig, servingFaults, unknownSettings } from '../../server/core/config.ts';
import { like } from '../support/like.ts';
import { keyNamed } from '../support/servers/seal-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'formwork-settings-'));
const at = (name: string): string => join(folder, name);
const file = (name: string, text: string): string => {
  mkdirSync(join(at(name), '..'), { recursive: true });
  writeFileSync(at(name), text, { mode: 0o600 });
  return at(name);
};
const council = (name: string, text: string): string => join(file(`${name}/settings.json`, text), '..');

beforeAll(() => {
  file('none/kept', '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const right = { FORMWORK_SMTP_URL: 'smtp://localhost', FORMWORK_COUNCIL_DIR: at('none') };
const demonstration = { FORMWORK_SMTP_URL: '', FORMWORK_DEMONSTRATION: 'yes' };
const secret = { FORMWORK_SECRET: 'a secret of more than 32 characters' };

const faultsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig({ ...right, ...env }, servingFaults);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

test('with the mail server alone it is well', () => expect(faultsOf({})).toEqual([]));

test.each<[Record<string, string>, string]>([
  [{ FORMWORK_SMTP_URL: '' }, 'FORMWORK_SMTP_URL is needed'],
  [
    { FORMWORK_SMTP_URL: 'mail.example.gov.uk:25' },
    'FORMWORK_SMTP_URL must be an address that starts with smtp: or smtps:',
  ],
  [{ FORMWORK_PORT: '' }, 'FORMWORK_PORT must be a whole number'],
  [{ FORMWORK_PORT: 'tcp://10.0.0.1:80' }, 'FORMWORK_PORT must be a whole number'],
  [{ FORMWORK_PUBLIC_URL: 'forms.example.gov.uk' }, 'FORMWORK_PUBLIC_URL must be an address that starts with https:'],
  [{ FORMWORK_PUBLIC_URL: 'http://forms.example.gov.uk' }, 'FORMWORK_PUBLIC_URL must start with https:'],
  [{ FORMWORK_TRUST_PROXY: 'yes' }, 'FORMWORK_TRUST_PROXY must be a whole number'],
  [{ FORMWORK_TRUST_PROXY: '10' }, 'FORMWORK_TRUST_PROXY must be a whole number'],
  [{ MONGODB_URL: 'postgres://host/formwork', ...secret }, 'MONGODB_URL must be an address that starts with mongodb:'],
  [{ MONGODB_URL: 'mongodb://a,b,c/?replicaSet=rs0', ...secret }, 'MONGODB_URL names no database'],
  [{ MONGODB_URL: 'mongodb+srv://user:word@cluster.example', ...secret }, 'MONGODB_URL names no database'],
  [{ MONGODB_URL_FILE: at('no-such-file'), ...secret }, 'MONGODB_URL_FILE: ENOENT'],
  [{ MONGODB_URL_FILE: file('mongodb-url', 'mongodb://a/\n'), ...secret }, 'MONGODB_URL_FILE names no database'],
  [{ MONGODB_URL_FILE: file('mongodb-word', 'formwork'), ...secret }, 'MONGODB_URL_FILE must hold an address'],
  [{ MONGODB_URL: 'mongodb://a,b,c/formwork?replicaSet=rs0' }, 'FORMWORK_SECRET is needed with MongoDB'],
  [{ FORMWORK_SECRET: 'short' }, 'FORMWORK_SECRET must have at least 32 characters'],
  [{ FORMWORK_SECRET_FILE: at('no-such-file') }, 'FORMWORK_SECRET_FILE: ENOENT'],
  [{ FORMWORK_SECRET_FILE: file('short', 'short\n') }, 'FORMWORK_SECRET must have at least 32 characters'],
  [
    { FORMWORK_KEYS_FILE: 'keys', FORMWORK_KEYS_COMMAND: 'kms' },
    'FORMWORK_KEYS_FILE and FORMWORK_KEYS_COMMAND are both set',
  ],
  [{ FORMWORK_KEYS_COMMAND: '["kms", 3]' }, 'FORMWORK_KEYS_COMMAND must be a path or a JSON list of texts'],
  [{ FORMWORK_COUNCIL_DIR: council('broken', '{') }, 'broken/settings.json: '],
  [{ FORMWORK_COUNCIL_DIR: council('list', '[]') }, 'list/settings.json: it must hold a JSON object'],
  [{ FORMWORK_COUNCIL_DIR: council('unknown', '{"counsil": "A"}') }, 'there is no setting “counsil”'],
  [
    { FORMWORK_COUNCIL_DIR: council('wrong', '{"idleMinutes": 1}') },
    'wrong/settings.json: idleMinutes must be a whole number',
  ],
  [{ FORMWORK_TEAMS: '{"send": "nobody"}' }, 'FORMWORK_TEAMS at “send” must be an email address'],
  [{ FORMWORK_LINKS: 'privacy' }, 'FORMWORK_LINKS must be a JSON object'],
  [{ FORMWORK_CONTACT_EMAIL: 'the team' }, 'FORMWORK_CONTACT_EMAIL must be an email address'],
  [{ FORMWORK_MAIL_FROM: 'no-reply' }, 'FORMWORK_MAIL_FROM must be an email address'],
  [{ FORMWORK_AUDIT_HEADS_MAIL: 'auditor' }, 'FORMWORK_AUDIT_HEADS_MAIL must be an email address'],
  [{ FORMWORK_TIME_ZONE: 'Oxford' }, 'FORMWORK_TIME_ZONE must be a time zone'],
  [{ FORMWORK_BRAND_COLOUR: 'blue' }, 'FORMWORK_BRAND_COLOUR must be a colour'],
  [{ FORMWORK_LOGO: 'gone.svg' }, 'FORMWORK_LOGO: there is no file gone.svg'],
  [{ FORMWORK_SCANNER_URL: 'clamd:3310' }, 'FORMWORK_SCANNER_URL must be an address that starts with tcp: or unix:'],
  [
    { FORMWORK_DRAFTS_PER_ACCOUNT: '100', FORMWORK_ANSWERS_PER_ACCOUNT: '2' },
    'FORMWORK_ANSWERS_PER_ACCOUNT must be at least a quarter',
  ],
  [{ FORMWORK_IDLE_MINUTES: '1' }, 'FORMWORK_IDLE_MINUTES must be a whole number from 5 to 480'],
  [{ FORMWORK_LOG_LEVEL: 'loud' }, 'FORMWORK_LOG_LEVEL must be one of'],
  [{ FORMWORK_DEMONSTRATION: 'perhaps' }, 'FORMWORK_DEMONSTRATION must be yes or no'],
  [{ ...demonstration, FORMWORK_HOST: '0.0.0.0' }, 'FORMWORK_DEMONSTRATION and FORMWORK_HOST'],
  [{ ...demonstration, FORMWORK_SMTP_URL: 'smtp://localhost' }, 'FORMWORK_DEMONSTRATION and FORMWORK_SMTP_URL'],
  [{ ...demonstration, FORMWORK_TRUST_PROXY: '1' }, 'FORMWORK_DEMONSTRATION and FORMWORK_TRUST_PROXY'],
])('%j', (env, message) => {
  expect(faultsOf(env)).toEqual([like.stringContaining(message)]);
});

test('a name that is no setting is told, and what the settings name is not', () => {
  const env = { FORMWORK_PUBLC_URL: '', FORMWORK_PUBLIC_URL: '', FORMWORK_SECRET_FILE: '', PATH: '' };
  expect(unknownSettings(env)).toEqual(['FORMWORK_PUBLC_URL']);
});

interface Ended {
  code: number;
  said: string;
}

const started = async (env: Record<string, string>): Promise<Ended> => {
  const own = { PATH: process.env['PATH'] ?? '', ...right, FORMWORK_PORT: '0', FORMWORK_DATA_DIR: at('data'), ...env };
  const run = promisify(execFile)(process.execPath, ['server/main.ts'], { env: own, timeout: 60_000 });
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const { code, stderr } = error as { code: number; stderr: string };
  return { code, said: stderr.trim() };
};

test('what only shows at the start ends it with one message', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', () => resolve()));
  const { port } = taken.address() as AddressInfo;
  const cannot = 'The service cannot start: ';
  const wrong: [Record<string, string>, string][] = [
    [{ FORMWORK_PORT: String(port) }, `${cannot}listen EADDRINUSE`],
    [{ FORMWORK_KEYS_FILE: at('no-such-file') }, `${cannot}${at('no-such-file')} cannot be read`],
    [
      { FORMWORK_KEYS_FILE: file('half', `k1 ${keyNamed('a').slice(4)}`) },
      `${cannot}${at('half')}, key 1: the key k1 is not 32 bytes`,
    ],
    [{ FORMWORK_DATA_DIR: join(file('no-folder', ''), 'data') }, `${cannot}ENOTDIR`],
    [{ MONGODB_URL: 'mongodb://localhost:1/formwork?replicaset=', ...secret }, cannot],
  ];
  try {
    for (const [env, message] of wrong) {
      const { code, said } = await started(env);
      expect([code, said.split('\n').length], said).toEqual([1, 1]);
      expect(said).toContain(message);
    }
  } finally {
    taken.close();
  }
}, 120_000);
