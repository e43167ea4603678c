/** A whole installation in a folder of its own: mail server, store, settings for any number of servers, and people who are signed in. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../server/core/clock.ts';
import { readConfig } from '../../../server/core/config.ts';
import { hashPassword } from '../../../server/modules/accounts/sign-in/passwords.ts';
import type { Services } from '../../../server/composition/services.ts';
import { openStorage, type Storage } from '../../../server/platform/storage/open.ts';
import { servicesOf } from '../../../scripts/ops/open.ts';
import type { Role } from '../../../wire/account.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { memberAt } from './mongodb-address.ts';
import { primaryOf, startMongodb } from './mongodb.ts';
import { testPassword, testProfile } from '../portal.ts';
import { tcpGate, type TcpGate } from './tcp-gate.ts';

export type StoreKind = 'sqlite' | 'mongodb';

export interface Installation {
  folder: string;
  /** The settings that all its servers have; more may be put over them. */
  env: Record<string, string>;
  mailServer: MailServer;
  /** What is between the servers and the mail server, and, where it was asked for, between the servers and MongoDB. */
  mailGate: TcpGate;
  storeGate: TcpGate | undefined;
  /** The store as it is, past every server. */
  withStore: <T>(work: (storage: Storage, services: Services) => Promise<T>) => Promise<T>;
  remove: () => Promise<void>;
}

export interface InstallationOptions {
  store: StoreKind;
  /** `mongodb://…/database` of a server that runs already; else one is started. */
  mongodbUrl?: string;
  /** The servers reach MongoDB by way of `storeGate`, which can be shut. */
  gated?: boolean;
  env?: Record<string, string>;
}

/** By way of a gate there is one member to talk to, the primary of now. */
const mongodbThroughGate = async (address: string): Promise<{ gate: TcpGate; url: string }> => {
  const gate = await tcpGate(await primaryOf(address));
  return { gate, url: memberAt(address, `127.0.0.1:${gate.port}`) };
};

const throughGate = async (address: string): Promise<{ gate: TcpGate; url: string }> => {
  const url = new URL(address);
  const gate = await tcpGate({ host: url.hostname, port: Number(url.port) });
  url.host = `127.0.0.1:${gate.port}`;
  return { gate, url: url.href };
};

export const installation = async ({
  store,
  mongodbUrl,
  gated = false,
  env = {},
}: InstallationOptions): Promise<Installation> => {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-installation-'));
  const mailServer = await startMailServer();
  const mail = await throughGate(mailServer.url);
  const started = store === 'mongodb' && mongodbUrl === undefined ? await startMongodb() : undefined;
  const database = store === 'mongodb' ? (mongodbUrl ?? started?.database()) : undefined;
  const mongodb = database === undefined || !gated ? undefined : await mongodbThroughGate(database);
  const forms = join(folder, 'forms');
  for (const each of ['forms', 'task-forms']) cpSync(join(import.meta.dirname, '..', each), forms, { recursive: true });
  const settings = {
    FORMWORK_DATA_DIR: join(folder, 'data'),
    FORMWORK_FORMS_DIR: forms,
    FORMWORK_COUNCIL_DIR: join(import.meta.dirname, '../task-council'),
    FORMWORK_SERVE_UNPUBLISHED: 'yes',
    FORMWORK_SECRET: 'one secret for all servers of a test',
    FORMWORK_SMTP_URL: mail.url,
    FORMWORK_TEAMS: JSON.stringify({ 'upper-river': 'upper@council.example', rivers: 'rivers@council.example' }),
    ...(database === undefined ? {} : { MONGODB_URL: mongodb?.url ?? database }),
    ...env,
  };
  const config = readConfig({ ...settings, ...(database === undefined ? {} : { MONGODB_URL: database }) });
  return {
    folder,
    env: settings,
    mailServer,
    mailGate: mail.gate,
    storeGate: mongodb?.gate,
    withStore: async (work) => {
      const storage = await openStorage(config, systemClock);
      try {
        const services = await servicesOf({ ...storage, config, clock: systemClock });
        await services.load();
        return await work(storage, services);
      } finally {
        await storage.closeBlobs();
        await storage.store.close();
      }
    },
    remove: async () => {
      await mail.gate.stop();
      await mongodb?.gate.stop();
      await mailServer.stop();
      await started?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A new account with the usual password, and the cookie of a session of it. `isProfessional`: used in a professional capacity. */
export const signedInBy = async (
  { accounts, sessions }: Services,
  forename: string,
  role: Role = 'applicant',
  isProfessional = role !== 'applicant',
): Promise<{ id: string; email: string; cookie: string }> => {
  const email = `${forename.toLowerCase()}@example.org`;
  const professional = { professional: true, organisation: 'Angling Club', jobRole: 'Warden' };
  const profile = { ...testProfile, ...(isProfessional ? professional : {}), forename };
  const passwordHash = await hashPassword(testPassword);
  const account = await accounts.create({ email, passwordHash, role, profile });
  return { id: account._id, email, cookie: `session=${(await sessions.begin(account)).token}` };
};
