/** Every service of the portal, made once, and what the modules add to it. Each service has its own file; this one only puts them together. */
import type { JsonValue } from '../../engine/json.ts';
import { writeNote } from '../platform/effects/notes.ts';
import { finishRemoval, removalWork } from '../platform/effects/removal.ts';
import { createRelay } from '../platform/effects/relay.ts';
import { measuredStore } from '../platform/metrics/measured-store.ts';
import { createMetrics, type Metrics } from '../platform/metrics/metrics.ts';
import { createState } from '../platform/metrics/state.ts';
import { isMailServerAway } from '../platform/mail/transport.ts';
import { createPost } from '../platform/mail/post.ts';
import { createMigrations } from '../platform/migrations/run.ts';
import { createAccounts, createChallenges, createDevices, createSessions } from '../modules/accounts/index.ts';
import { auditKey, createAudit } from '../modules/audit/index.ts';
import { createCouncilServices } from './council-services.ts';
import type { Core, Foundations } from './foundations.ts';
import type { Made } from './made.ts';
import { modulesOf, routesOf } from './modules.ts';
import { createFormServices } from './form-services.ts';
import { carriers } from '../platform/storage/collections.ts';
import { createLimits } from '../platform/limits/limits.ts';
import type { Route } from '../platform/http/route.ts';
import { createReadiness } from '../core/readiness.ts';

export interface Services extends Made {
  /** Reads forms, registers and the council's files; to be awaited before the first request. */
  load: () => Promise<void>;
  /** Every route, in the order in which they are tried. */
  routes: Route[];
}

/** What went wrong, without its words: a mail server repeats the person's address in them. */
const faultOf = (error: unknown): Record<string, JsonValue> => {
  if (!(error instanceof Error)) return {};
  const told = Object.entries(error).filter(([key]) => ['code', 'responseCode', 'command', 'errno'].includes(key));
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, ...Object.fromEntries(told), stack: stack.join('\n') };
};

/** A mail that is not taken counts, and is tried again. */
const countedPost =
  (post: ReturnType<typeof createPost>, metrics: Metrics): typeof post =>
  async (effect) => {
    await post(effect).catch((error: unknown) => {
      metrics.mail('failed');
      throw error;
    });
    metrics.mail('sent');
  };

export const createServices = (given: Foundations): Services => {
  const metrics = createMetrics();
  const store = measuredStore(given.store, metrics);
  const foundations = { ...given, store };
  const { config, clock, log, transport, tracing } = foundations;
  const accounts = createAccounts(store);
  const audit = createAudit(store, clock, auditKey(config.secret));
  const relay = createRelay({
    store,
    clock,
    note: (effect) => writeNote(audit, effect),
    tracing,
    post: countedPost(
      createPost(config, async (id) => (await accounts.get(id))?.email, transport),
      metrics,
    ),
    isAway: isMailServerAway,
    onFailure: (effect, error, lost) => {
      if (lost) metrics.givenUp(effect.what.split(' ')[0] ?? '');
      const fault = faultOf(error);
      log[lost ? 'error' : 'warn']({ effect, fault }, lost ? 'effect given up' : 'effect failed, will be tried again');
    },
  });
  for (const collection of carriers) relay.watch(collection);
  relay.handle(removalWork, (_, { id }) => finishRemoval({ store, audit }, id));
  const { kick } = relay;
  const readiness = createReadiness();
  const core: Core = {
    ...foundations,
    relay,
    accounts,
    sessions: createSessions({
      store,
      clock,
      config,
      audit,
      onError: (error) => log.warn({ err: error }, 'session not extended'),
    }),
    challenges: createChallenges(store, clock, config.secret, kick),
    devices: createDevices(config.secret),
    limits: createLimits(store, clock, config.secret, kick),
    audit,
    readiness,
    myData: new Map(),
    demoAccounts: [],
  };
  const forms = createFormServices(core);
  const council = createCouncilServices(core, forms);
  const migrations = createMigrations({ store, clock, log });
  readiness.add('migrations', async () => {
    const pending = (await migrations.progress()).filter(({ state: at }) => at !== 'done');
    if (pending.length === 0) return undefined;
    const words = pending.map(
      ({ number, name, state: at, looked, changed }) =>
        `${number} ${name}: ${at}, ${looked} records looked at, ${changed} changed`,
    );
    return { level: 'note', detail: words.join('; ') };
  });
  const { keysTaken = () => [] } = given;
  readiness.add('mail', () => {
    const since = relay.mailAwaySince();
    return since === undefined ? undefined : { level: 'fault', detail: `The mail server is away since ${since}` };
  });
  const state = createState({
    store,
    clock,
    catalogue: forms.catalogue,
    migrations,
    readiness,
    keysTaken,
    dataDir: config.dataDir,
  });
  const made: Made = { ...core, ...forms, ...council, metrics, migrations, state, keysTaken };
  const modules = modulesOf(made);
  for (const { work = {}, jobs = [], ready = {}, myData = {} } of modules) {
    for (const [name, worker] of Object.entries(work)) relay.handle(name, worker);
    forms.jobs.add(...jobs);
    for (const [name, check] of Object.entries(ready)) readiness.add(name, check);
    for (const [heading, part] of Object.entries(myData)) core.myData.set(heading, part);
  }
  const load = async (): Promise<void> => {
    await Promise.all(modules.map(async ({ load }) => load?.()));
  };
  return { ...made, load, routes: routesOf(modules) };
};
