/** The whole service in one process: store, services, HTTP. `main.ts` runs one; tests run many. */
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createScanner } from './platform/attachments/scan.ts';
import { createApp, type AppOptions } from './app.ts';
import type { Clock } from './core/clock.ts';
import type { Config } from './core/config.ts';
import { keepApart } from './demonstration/apart.ts';
import { seedDemonstration, showAccounts } from './demonstration/seed.ts';
import { starting } from './platform/http/starting.ts';
import { mailboxTransport, smtpTransport } from './platform/mail/transport.ts';
import { keptSecret } from './core/secret.ts';
import { startHousekeeping } from './modules/retention/index.ts';
import { createServices, type Services } from './composition/services.ts';
import { addChecks, lookAtKeys, startWatching } from './composition/watching.ts';
import { KeysError } from './platform/storage/sealed/keys.ts';
import { createTestedKeys } from './platform/storage/sealed/tested-keys.ts';
import { openWhenThere, type Storage } from './platform/storage/open.ts';
import { configurePdf } from './platform/pdf/index.ts';
import { openTracing } from './platform/tracing/open.ts';

export interface Portal {
  /** Without a slash at its end. */
  url: string;
  services: Services;
  server: Server;
  /** The demonstration is whole; at once where there is none. */
  seeded: Promise<void>;
  /** What the services keep everything in, and its keys. */
  storage: Storage;
  /** Takes no new requests, finishes those in flight, then closes the store. */
  stop: () => Promise<void>;
}

export interface PortalParts extends AppOptions {
  config: Config;
  clock: Clock;
  log: Logger;
  /** Off in tests that call the jobs themselves. */
  runJobs?: boolean;
  /** Offers unpublished versions with their errors too. For the preview. */
  offerFaulty?: boolean;
}

/** A slow telephone may need this long for one large file. */
const slowestRequest = 10 * 60_000;
/** Until a form that another server published is served here too. */
const followEvery = 15_000;

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const address = (): AddressInfo | undefined => {
      const found = server.address();
      return typeof found === 'object' && found !== null ? found : undefined;
    };
    server.once('error', reject);
    server.listen(port, host, () => resolve(address()?.port ?? port));
  });

/** Lets requests in flight finish for so many seconds, and lets go of connections as soon as they are idle. */
const close = (server: Server, seconds: number): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), seconds * 1000);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });

/** Opens everything and listens. Rejects when the store cannot be opened or the port is taken. */
export const openPortal = async ({
  config: given,
  clock,
  log,
  runJobs = true,
  offerFaulty = false,
  ...options
}: PortalParts): Promise<Portal> => {
  mkdirSync(given.dataDir, { recursive: true, mode: 0o700 });
  const server = createServer({
    requestTimeout: slowestRequest,
    headersTimeout: 30_000,
    keepAliveTimeout: 65_000,
    // A cursor with odd letters in an address is several times as long as it looks.
    maxHeaderSize: 64 * 1024,
  });
  let waits = false;
  const meanwhile = starting(() => waits);
  server.on('request', meanwhile);
  const port = await listen(server, given.port, given.host);
  const config: Config = {
    ...given,
    port,
    publicUrl: given.publicUrl === '' ? `http://localhost:${port}` : given.publicUrl,
    secret: given.secret === '' ? keptSecret(given.dataDir) : given.secret,
  };
  const storage = await openWhenThere(config, clock, (reason) => {
    waits = true;
    log.warn({ reason }, 'MongoDB is away: the service waits for it');
  }).catch(async (error: unknown) => {
    await close(server, given.stopSeconds);
    throw error;
  });
  const { store, blobs, closeBlobs, raw, seals } = storage;
  const tested = createTestedKeys(raw, seals?.keys);
  const keys = lookAtKeys(tested, log);
  try {
    await keys();
    // What is sealed would be shown as it lies there, and what is written would be kept plain beside it.
    if (seals === undefined && tested.faults().length > 0)
      throw new KeysError(`No keys are set, and the store is sealed. ${tested.faults().join(' ')}`);
    await keepApart(store, config);
  } catch (error) {
    await closeBlobs();
    await store.close();
    await close(server, given.stopSeconds);
    throw error;
  }
  configurePdf(config.pdfThreads > 0 ? { workers: config.pdfThreads } : {});
  const tracing = await openTracing(config);
  const transport = config.smtpUrl === '' ? mailboxTransport(store, clock) : smtpTransport(config.smtpUrl);
  const scanner = config.scannerUrl === '' ? undefined : createScanner({ url: config.scannerUrl });
  const services = createServices({
    config,
    clock,
    log,
    store,
    transport,
    tracing,
    blobs,
    scanner,
    offerFaulty,
    keysTaken: tested.taken,
  });
  addChecks(services, tested, () => seals?.keys.fault());
  await services.load();
  const app = createApp(services, services.routes, options);
  const callback = app.callback();
  server.off('request', meanwhile).on('request', (request, response) => void callback(request, response));
  if (config.demonstration) await showAccounts(services);
  const seeding = config.demonstration ? await seedDemonstration(services) : undefined;
  let stopping = false;
  const startWork = (): void => {
    if (stopping) return;
    services.relay.start();
    if (!runJobs) return;
    services.migrations.start();
    services.jobs.start();
  };
  // What the demonstration tells of the past is not work for today; mail of today goes out anyway, by the relay's kick.
  if (seeding === undefined) startWork();
  const seeded = seeding === undefined ? Promise.resolve() : seeding.done.then(startWork);
  const following = setInterval(() => {
    services.catalogue.follow().catch((error: unknown) => log.warn({ err: error }, 'publications not looked up'));
  }, followEvery);
  following.unref();
  const stopWatching = runJobs ? startWatching(services, { keys, transport }) : () => Promise.resolve();
  const housekeeping = startHousekeeping(services);

  return {
    url: config.publicUrl,
    services,
    server,
    seeded,
    storage,
    stop: async () => {
      clearInterval(following);
      stopping = true;
      await stopWatching();
      await seeding?.stop();
      await close(server, given.stopSeconds);
      await services.migrations.stop();
      await services.jobs.stop();
      await housekeeping.stop();
      await services.relay.stop();
      await services.judging.close();
      transport.close();
      await tracing.stop();
      await closeBlobs();
      await store.close();
    },
  };
};
