/** The whole service on a free port with a real mail server, a store of its own and a clock that tests move. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock } from '../../server/core/clock.ts';
import { readConfig, type Config } from '../../server/core/config.ts';
import { openPortal } from '../../server/portal.ts';
import type { AccountRecord } from '../../server/modules/accounts/accounts.ts';
import { hashPassword } from '../../server/modules/accounts/sign-in/passwords.ts';
import type { Services } from '../../server/composition/services.ts';
import type { Storage } from '../../server/platform/storage/open.ts';
import type { Store } from '../../server/platform/storage/store.ts';
import type { Profile, Role } from '../../wire/account.ts';
import { createClient, type Client } from './client.ts';
import { databaseAt } from './servers/mongodb-address.ts';
import { startMailServer, type MailServer, type ReceivedMail } from './servers/mail-server.ts';
import { writeKeys } from './servers/seal-keys.ts';

export interface TestClock extends Clock {
  forward: (time: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void;
}

/** A clock that stands still until it is moved. */
/** Today at ten in the morning, UTC, whatever the time is: some work is not done at night. */
export const thisMorning = (): Date => new Date(`${new Date().toISOString().slice(0, 10)}T10:00:00.000Z`);

export const testClock = (start: Date = new Date()): TestClock => {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    forward: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      now += ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000;
    },
  };
};

const invited = () => ({
  tokenHash: randomBytes(16).toString('hex'),
  expiresAt: '2020-01-08T00:00:00.000Z',
  acceptedAt: '2020-01-02T00:00:00.000Z',
  by: 'the council',
});

export interface PortalOptions {
  config?: Partial<Config>;
  /** Kept after `stop`, for a restart on the same data. */
  dataDir?: string;
  clock?: TestClock;
}

export interface Person {
  email?: string;
  password?: string;
  role?: Role;
  /** Teams that an officer works for; none unless they are named, and an officer without a team sees nobody's records. */
  teams?: string[];
  /** Whether the council invited them, where they are professional. */
  vouched?: boolean;
  profile?: Partial<Profile>;
}

export interface SignedIn extends Client {
  account: AccountRecord;
  email: string;
  password: string;
}

export interface TestPortal {
  url: string;
  clock: TestClock;
  store: Store;
  services: Services;
  storage: Storage;
  mailServer: MailServer;
  /** Every line logged so far. */
  logs: string[];
  client: () => Client;
  /** All mail so far, after what is due has been sent; `to` narrows it to one address. */
  mail: (to?: string) => Promise<ReceivedMail[]>;
  /** The code in the newest mail to an address. */
  code: (to: string) => Promise<string>;
  /** A new account that is signed in. */
  signedIn: (person?: Person) => Promise<SignedIn>;
  stop: () => Promise<void>;
}

export const testPassword = 'river lantern forty';

export const testProfile: Profile = {
  forename: 'Ada',
  surname: 'Byron',
  professional: false,
  address: { houseNo: '1', street: 'High Street', town: 'Oxford', postcode: 'OX1 1ND' },
};

let people = 0;

/** A hash is slow to make on purpose: one is enough for everybody with the same password. */
const hashes = new Map<string, Promise<string>>();
const hashOf = (password: string): Promise<string> => {
  const hash = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hash);
  return hash;
};

/** Where the run is on MongoDB: a database of its own for each data folder, the same after a restart. */
const databaseFor = (folder: string): string => {
  const base = process.env['FORMWORK_TEST_MONGODB'];
  if (process.env['FORMWORK_TEST_STORE'] !== 'mongodb' || base === undefined) return '';
  return databaseAt(base, `formwork_${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
};

export const startPortal = async ({
  config = {},
  dataDir,
  clock = testClock(),
}: PortalOptions = {}): Promise<TestPortal> => {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'formwork-'));
  const mailServer = await startMailServer();
  const logs: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void logs.push(line) });
  const defaults = readConfig({
    FORMWORK_SMTP_URL: mailServer.url,
    FORMWORK_COUNCIL_DIR: join(folder, 'council'),
    FORMWORK_SERVE_UNPUBLISHED: 'yes',
  });
  const whole: Config = {
    ...defaults,
    port: 0,
    dataDir: folder,
    mongodbUrl: databaseFor(folder),
    keysFile: config.keysFile ?? writeKeys(join(folder, 'keys'), 'first'),
    ...config,
  };
  const portal = await openPortal({ config: whole, clock, log, checkResponses: true, runJobs: false });
  await portal.seeded;
  const { services } = portal;
  const url = `http://127.0.0.1:${services.config.port}`;

  const mail: TestPortal['mail'] = async (to) => {
    await services.relay.run();
    return mailServer.received.filter((received) => to === undefined || received.to === to);
  };

  return {
    url,
    clock,
    store: services.store,
    services,
    storage: portal.storage,
    mailServer,
    logs,
    client: () => createClient(url),
    mail,
    code: async (to) => {
      const newest = (await mail(to)).at(-1);
      const found = newest === undefined ? undefined : /^\s*(\d{6})\s*$/m.exec(newest.text)?.[1];
      if (found === undefined)
        throw new Error(`The newest mail to ${to} has no code: ${newest?.subject ?? 'there is none'}`);
      return found;
    },
    signedIn: async ({
      email,
      password = testPassword,
      role = 'applicant',
      teams = [],
      profile = {},
      vouched = true,
    } = {}) => {
      people += 1;
      const address = email ?? `person${people}@example.org`;
      const passwordHash = await hashOf(password);
      const account = await services.accounts.create({
        email: address,
        passwordHash,
        role,
        profile: { ...testProfile, ...profile },
        // Professionals of tests are known to the council, unless the test is about that.
        ...(profile.professional === true && vouched ? { invitation: invited() } : {}),
      });
      for (const team of teams) await services.teams.join(team, account._id);
      const { token } = await services.sessions.begin(account);
      return { ...createClient(url, `session=${token}`), account, email: address, password };
    },
    stop: async () => {
      await portal.stop();
      await mailServer.stop();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};
