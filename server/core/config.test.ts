import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emailFormat } from '../../engine/index.ts';
import { ConfigError, readConfig, servingFaults } from './config.ts';

const faultsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig({ FORMWORK_COUNCIL_DIR: '/nowhere', ...env }, servingFaults);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.faults : [String(error)];
  }
};

test('a demonstration needs nothing set', () => {
  expect(faultsOf({ FORMWORK_DEMONSTRATION: '1' })).toEqual([]);
});

test('without mail the service does not start, unless it is a demonstration', () => {
  expect(faultsOf({})).toEqual([expect.stringContaining('FORMWORK_SMTP_URL is needed')]);
});

test('all faults are told at once', () => {
  const faults = faultsOf({
    FORMWORK_SMTP_URL: 'mail.example.org',
    FORMWORK_PORT: '70000',
    FORMWORK_TIME_ZONE: 'Oxford',
    FORMWORK_LINKS: '{"privacy": 1}',
    FORMWORK_DEMONSTRATION: 'perhaps',
    FORMWORK_SECRET: 'short',
    FORMWORK_PUBLIC_URL: 'http://forms.example.org',
    FORMWORK_BRAND_COLOUR: 'blue',
    FORMWORK_TEAMS: '{"Team A": "team a"}',
    FORMWORK_LOGO: 'gone.svg',
  });
  expect(faults).toEqual([
    'FORMWORK_PORT must be a whole number from 0 to 65535',
    'FORMWORK_TIME_ZONE must be a time zone such as Europe/London',
    'FORMWORK_LINKS has a value that is not a text at “privacy”',
    'FORMWORK_TEAMS at “Team A” must be an email address',
    'FORMWORK_BRAND_COLOUR must be a colour such as #1f4e79',
    'FORMWORK_SMTP_URL must be an address that starts with smtp: or smtps:',
    'FORMWORK_DEMONSTRATION must be yes or no',
    'FORMWORK_LOGO: there is no file gone.svg in /nowhere',
    'FORMWORK_SECRET must have at least 32 characters',
    expect.stringContaining('FORMWORK_PUBLIC_URL must start with https:'),
  ]);
});

test('the council’s file sets what the environment does not, and its mistakes are told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-council-'));
  try {
    const write = (settings: object) => writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
    const env = { FORMWORK_COUNCIL_DIR: folder, FORMWORK_DEMONSTRATION: 'yes', FORMWORK_IDLE_MINUTES: '20' };
    write({ council: 'Anyshire Council', idleMinutes: 45, links: { privacy: 'https://example.org/privacy' } });
    expect(readConfig(env)).toMatchObject({
      council: 'Anyshire Council',
      idleMinutes: 20,
      links: { privacy: 'https://example.org/privacy' },
      demonstration: true,
    });
    write({ counsil: 'Anyshire', idleMinutes: 1 });
    expect(faultsOf({ FORMWORK_COUNCIL_DIR: folder, FORMWORK_DEMONSTRATION: 'yes' })).toEqual([
      expect.stringContaining('there is no setting “counsil”'),
      expect.stringContaining('idleMinutes must be a whole number from 5 to 480'),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a secret may stand in a file, and a file that is not there is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-config-'));
  try {
    const file = join(folder, 'smtp');
    writeFileSync(file, 'smtp://user:secret@mail.example\n');
    const none = { FORMWORK_COUNCIL_DIR: folder };
    expect(readConfig({ ...none, FORMWORK_SMTP_URL_FILE: file }).smtpUrl).toBe('smtp://user:secret@mail.example');
    const missing = { ...none, FORMWORK_DEMONSTRATION: 'yes', FORMWORK_SECRET_FILE: join(folder, 'no') };
    expect(() => readConfig(missing)).toThrow('FORMWORK_SECRET_FILE');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([...emailFormat.valid, ...emailFormat.invalid])(
  'a setting takes %j as an address where a form does',
  (typed) => {
    const read = () =>
      readConfig({ FORMWORK_SMTP_URL: 'smtp://localhost', FORMWORK_CONTACT_EMAIL: typed }).contactEmail;
    if (emailFormat.test(typed)) expect(read()).toBe(emailFormat.tidy(typed));
    else expect(read).toThrow('must be an email address');
  },
);
