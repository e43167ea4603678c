/** A portal of its own with one form on the bench, on this machine only and gone when it stops. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { systemClock } from '../../server/core/clock.ts';
import { readConfig, type Config } from '../../server/core/config.ts';
import { closePdf } from '../../server/platform/pdf/index.ts';
import { openPortal, type Portal } from '../../server/portal.ts';
import type { AccountRecord } from '../../server/modules/accounts/index.ts';
import { createBench } from './bench.ts';
import { guard } from './guard.ts';
import { createPreviewDrafts } from './drafts.ts';
import { createEvents } from './events.ts';
import { previewRoutes } from './routes.ts';
import { foldersUnder, watchFolders } from './watch.ts';

export interface PreviewOptions {
  formsDir: string;
  form: string;
  /** 0 takes a free one. */
  port?: number;
  /** Folder of the built pages; by default as the server's settings say. */
  rendererDir?: string;
}

export interface Preview {
  /** Of the preview's page. */
  url: string;
  stop: () => Promise<void>;
}

const aWorkingDay = 8 * 60;

/** The council's own settings, so that links and colours are as families see them, and nothing that reaches beyond this machine. */
const configOf = ({ formsDir, port = 0, rendererDir }: PreviewOptions, dataDir: string): Config => {
  const { FORMWORK_COUNCIL_DIR, FORMWORK_RENDERER_DIR } = process.env;
  const asGiven = readConfig({ FORMWORK_COUNCIL_DIR, FORMWORK_RENDERER_DIR, FORMWORK_DEMONSTRATION: 'yes' });
  return {
    ...asGiven,
    ...(rendererDir === undefined ? {} : { rendererDir }),
    formsDir,
    dataDir,
    port,
    host: '127.0.0.1',
    publicUrl: '',
    trustProxy: 0,
    secret: '',
    // Without a mail server mail is kept in the store, and there it ends.
    smtpUrl: '',
    scannerUrl: '',
    demonstration: false,
    serveUnpublished: true,
    idleMinutes: aWorkingDay,
  };
};

/** Nobody knows its password, since it has none. */
const somebody = ({ services }: Portal): Promise<AccountRecord> =>
  services.accounts.create({
    email: 'preview@example.org',
    passwordHash: '',
    role: 'applicant',
    profile: {
      forename: 'Alex',
      surname: 'Preview',
      professional: true,
      jobRole: 'Adviser',
      organisation: 'Example Organisation',
      phone: '020 7946 0018',
      address: { houseNo: '1', street: 'High Street', town: 'Example Town', postcode: 'OX1 1ND' },
    },
  });

/** Rejects when there is no such form or the port is taken. */
export const startPreview = async (options: PreviewOptions): Promise<Preview> => {
  const { formsDir, form } = options;
  const folder = join(formsDir, form);
  if (!existsSync(folder)) throw new Error(`There is no form ${form} in ${formsDir}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'formwork-preview-'));
  const removeData = (): void => rmSync(dataDir, { recursive: true, force: true });
  const config = configOf(options, dataDir);
  const log = pino({ level: 'silent' });
  const opening = openPortal({ config, clock: systemClock, log, runJobs: false, offerFaulty: true });
  const portal = await opening.catch((error: unknown) => {
    removeData();
    throw error;
  });
  const { services, server } = portal;
  const owner = await somebody(portal);
  const bench = createBench(services.catalogue, formsDir, form);
  await bench.read();
  const events = createEvents();
  const drafts = createPreviewDrafts(services, bench, owner);
  const routes = [...previewRoutes({ services, bench, drafts, events, owner }), ...services.routes];
  server.removeAllListeners('request');
  const answer = createApp(services, routes).callback();
  const listener = guard((request, response) => void answer(request, response), events);
  server.on('request', listener);

  /** One after the other: the second of two quick changes must be the one that stays. */
  let reading: Promise<unknown> = Promise.resolve();
  const readAgain = (): void => {
    reading = reading.then(bench.read).then((changed) => {
      if (changed) events.tell('changed');
    });
  };
  const watched = (): string[] => [formsDir, ...foldersUnder(folder), ...foldersUnder(join(formsDir, 'shared'))];
  const stopWatching = watchFolders(watched, readAgain);

  return {
    url: `http://127.0.0.1:${services.config.port}/preview`,
    stop: async () => {
      stopWatching();
      await reading;
      events.end();
      await portal.stop();
      await closePdf();
      removeData();
    },
  };
};
