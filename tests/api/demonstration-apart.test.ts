/** Made-up people and real ones never share a store: every way to start, over every store. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigError, readConfig, servingFaults } from '../../server/core/config.ts';
import { readDemonstration } from '../../server/demonstration/demonstration.ts';
import type { NewAccount } from '../../server/modules/accounts/accounts.ts';
import { createClient } from '../support/client.ts';
import { startPortal, testProfile, type TestPortal } from '../support/portal.ts';
import { like } from '../support/like.ts';

const hosts = { '127.0.0.1': true, '127.9.9.9': true, '::1': true, localhost: true, '0.0.0.0': false, '::': false };
const addresses = {
  '': true,
  'http://localhost:3000': true,
  'http://127.0.0.1': true,
  'http://[::1]:3000': true,
  'https://localhost': false,
  'https://forms.example.org': false,
  'http://forms.example.org': false,
  'http://localhost.example.org': false,
};
const mailServers = { '': true, 'smtp://127.0.0.1:25': false, 'smtps://mail.example.org': false };
const proxies = { '0': true, '1': false };

const faultsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig({ FORMWORK_COUNCIL_DIR: '/nowhere', ...env }, servingFaults);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

test('a demonstration starts only on this machine, without https, mail server or proxy, whatever else is set', () => {
  let looked = 0;
  for (const [FORMWORK_HOST, ownHost] of Object.entries(hosts))
    for (const [FORMWORK_PUBLIC_URL, ownAddress] of Object.entries(addresses))
      for (const [FORMWORK_SMTP_URL, noMail] of Object.entries(mailServers))
        for (const [FORMWORK_TRUST_PROXY, noProxy] of Object.entries(proxies)) {
          const env = { FORMWORK_HOST, FORMWORK_PUBLIC_URL, FORMWORK_SMTP_URL, FORMWORK_TRUST_PROXY };
          const faults = faultsOf({ ...env, FORMWORK_DEMONSTRATION: 'yes' });
          const named = Object.entries({
            FORMWORK_HOST: ownHost,
            FORMWORK_PUBLIC_URL: ownAddress,
            FORMWORK_SMTP_URL: noMail,
            FORMWORK_TRUST_PROXY: noProxy,
          }).flatMap(([name, fine]) => (fine ? [] : [name]));
          expect([env, faults]).toEqual([
            env,
            named.map((name) => like.stringMatching(new RegExp(`^FORMWORK_DEMONSTRATION .*${name}`))),
          ]);
          looked += 1;
        }
  expect(looked).toBe(6 * 8 * 3 * 2);
});

test('without a mail server nobody is told to switch the demonstration on', () => {
  const faults = faultsOf({});
  expect(faults).toEqual([like.stringMatching(/^FORMWORK_SMTP_URL is needed/)]);
  expect(faults.join()).not.toContain('FORMWORK_DEMONSTRATION');
});

/** The council's people without their cases and forms, which take long to make and say nothing here. */
const councilDir = mkdtempSync(join(tmpdir(), 'formwork-apart-council-'));
cpSync('council', councilDir, { recursive: true });
for (const name of ['cases', 'forms', 'stories']) rmSync(join(councilDir, 'demonstration', `${name}.json`));
afterAll(() => {
  rmSync(councilDir, { recursive: true, force: true });
});

const demonstration = { demonstration: true, smtpUrl: '', councilDir, formsDir: 'forms' };
const service = { demonstration: false, councilDir, formsDir: 'forms' };

const somebody = (email: string): NewAccount => ({ email, passwordHash: '', role: 'applicant', profile: testProfile });
const made = (first: Partial<typeof service>, emails: string[]) => async (dataDir: string) => {
  const portal = await startPortal({ dataDir, config: { ...service, ...first } });
  for (const email of emails) await portal.services.accounts.create(somebody(email));
  await portal.stop();
};
const known = (await readDemonstration('council')).accounts.map(({ email }) => email);

interface Kept {
  store: string;
  make: (dataDir: string) => Promise<void>;
  demonstration: boolean;
  service: boolean;
}

const begun = made(demonstration, []);
const stores: Kept[] = [
  { store: 'an empty store', make: () => Promise.resolve(), demonstration: true, service: true },
  { store: 'a served store without accounts', make: made({}, []), demonstration: true, service: true },
  { store: 'the store of a demonstration', make: begun, demonstration: true, service: false },
  {
    store: 'the store of a demonstration in which people registered',
    make: made(demonstration, ['new@example.org']),
    demonstration: true,
    service: false,
  },
  {
    store: 'a demonstration of an early release, which left no mark',
    make: made({}, known),
    demonstration: true,
    service: false,
  },
  { store: 'a store with one real account', make: made({}, ['x@council.gov.uk']), demonstration: false, service: true },
  {
    store: 'a store with real accounts beside such of the demonstration',
    make: made({}, [...known, 'x@council.gov.uk']),
    demonstration: false,
    service: true,
  },
];

/** What kept it from starting; it is stopped again when nothing did. */
const refusalOf = async (start: () => Promise<TestPortal>): Promise<string | undefined> => {
  const portal = await start().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  if (typeof portal === 'string') return portal;
  expect((await createClient(portal.url).get('/health')).status).toBe(200);
  await portal.stop();
  return undefined;
};

test.each(stores)('$store', async ({ make, ...starts }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'formwork-apart-'));
  try {
    await make(dataDir);
    const asService = await refusalOf(() => startPortal({ dataDir, config: service }));
    expect(asService).toEqual(
      starts.service ? undefined : like.stringMatching(/holds a demonstration.*FORMWORK_DATA_DIR or MONGODB_URL/),
    );
    const asDemonstration = await refusalOf(() => startPortal({ dataDir, config: demonstration }));
    expect(asDemonstration).toEqual(
      starts.demonstration
        ? undefined
        : like.stringMatching(/accounts of real people.*FORMWORK_DATA_DIR or MONGODB_URL/),
    );
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
