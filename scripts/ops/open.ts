/** The store and the services of an installation, opened from the settings of the service itself and closed again. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { systemClock } from '../../server/core/clock.ts';
import { ConfigError, readConfig, type Config } from '../../server/core/config.ts';
import { isMarked } from '../../server/demonstration/mark.ts';
import { mailboxTransport, type Transport } from '../../server/platform/mail/transport.ts';
import { keptSecret } from '../../server/core/secret.ts';
import { createServices, type Services } from '../../server/composition/services.ts';
import { noTracing } from '../../server/platform/tracing/tracing.ts';
import { createTestedKeys } from '../../server/platform/storage/sealed/tested-keys.ts';
import { openStorage, type Storage } from '../../server/platform/storage/open.ts';
import { recordsOf } from '../../server/platform/storage/store.ts';

export interface Installation extends Storage {
  config: Config;
  clock: typeof systemClock;
}

/** Whether the settings name a store that may be there. Makes none. */
const isThere = ({ mongodbUrl, mongodbUrlFile, dataDir }: Config): boolean =>
  mongodbUrl !== '' || mongodbUrlFile !== '' || existsSync(join(dataDir, 'formwork.db'));

const holdsDemonstration = async (config: Config): Promise<boolean> => {
  if (!isThere(config)) return false;
  const { raw, store, closeBlobs } = await openStorage(config, systemClock);
  try {
    return await isMarked(recordsOf(raw.store));
  } finally {
    await closeBlobs();
    await store.close();
  }
};

/** As a demonstration, if the store is one's. */
const asDemonstration = async (env: NodeJS.ProcessEnv): Promise<Config | undefined> => {
  if (env['FORMWORK_DEMONSTRATION'] !== undefined) return undefined;
  try {
    const config = readConfig({ ...env, FORMWORK_DEMONSTRATION: 'yes' });
    return (await holdsDemonstration(config)) ? config : undefined;
  } catch {
    // What was wrong first is what there is to put right.
    return undefined;
  }
};

/**
 * Whoever looks after a demonstration need not say that it is one: its store does. A mail server is needed by no command but those that send mail.
 * `fresh`: the store may not be there yet.
 */
const settingsOf = async (env: NodeJS.ProcessEnv, fresh: boolean): Promise<Config> => {
  try {
    const config = readConfig(env);
    if (config.demonstration || config.smtpUrl !== '') return config;
    const demonstration = await asDemonstration(env);
    if (demonstration !== undefined) return demonstration;
    if (!fresh && !isThere(config))
      throw new Error(
        `There is no store in ${config.dataDir}. Give the settings of the service: FORMWORK_DATA_DIR or MONGODB_URL`,
      );
    return config;
  } catch (error) {
    const demonstration = error instanceof ConfigError ? await asDemonstration(env) : undefined;
    if (demonstration === undefined) throw error;
    return demonstration;
  }
};

/** Rejects with ConfigError, or StoreUnavailableError. */
export const withInstallation = async <T>(
  work: (installation: Installation) => Promise<T>,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<T> => {
  const config = await settingsOf(process.env, fresh);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const storage = await openStorage(config, systemClock);
  try {
    return await work({ ...storage, config, clock: systemClock });
  } finally {
    await storage.closeBlobs();
    await storage.store.close();
  }
};

/** Warnings and errors only, beside what a command prints. */
export const quietLog = (): Logger => pino({ level: 'warn', base: null }, pino.destination({ dest: 2, sync: true }));

/**
 * The services without jobs and requests: effects that they write are carried out by the service that runs, unless a command that brings its
 * own `transport` carries them out. Rejects where the keys are not those of the store.
 */
export const servicesOf = async (
  { store, blobs, raw, seals, config: given, clock }: Installation,
  transport: Transport = mailboxTransport(store, clock),
): Promise<Services> => {
  // Beside servers that go on well, a command must neither show nor write what is sealed otherwise.
  const tested = createTestedKeys(raw, seals?.keys, false);
  await tested.test();
  if (tested.faults().length > 0) throw new Error(tested.faults().join('\n'));
  const publicUrl = given.publicUrl === '' ? `http://localhost:${given.port}` : given.publicUrl;
  const config = { ...given, publicUrl };
  const log = quietLog();
  const secret = config.secret === '' ? keptSecret(config.dataDir) : config.secret;
  const foundations = {
    config: { ...config, secret },
    clock,
    log,
    store,
    blobs,
    transport,
    tracing: noTracing,
    scanner: undefined,
  };
  const services = createServices(foundations);
  await Promise.all([services.catalogue.reload(), services.retainSchedule.reload()]);
  return services;
};
