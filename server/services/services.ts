/** Everything that routes and jobs work with. Each service has its own file; this one only puts them together. */
import type { Logger } from 'pino';
import type { JsonValue } from '../../engine/json.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { createRelay, type Relay } from '../effects/relay.ts';
import { createPost } from '../mail/post.ts';
import type { Transport } from '../mail/transport.ts';
import type { Store } from '../storage/store.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createAudit, type Audit } from './audit.ts';
import { createChallenges, type Challenges } from './challenges.ts';
import { createFormServices, type FormFoundations, type FormServices } from './form-services.ts';
import { createLimits, type Limits } from './limits.ts';
import { createReadiness, type Readiness } from './readiness.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** What the services stand on; made once at start, by the tests in their own way. */
export interface Foundations extends FormFoundations {
  config: Config;
  clock: Clock;
  log: Logger;
  store: Store;
  transport: Transport;
}

/** One part of “my data”: what the service holds about an account, as it goes into the download. */
export type MyDataPart = (accountId: string) => Promise<JsonValue>;

/** What accounts and signing in work with; forms build on it. */
export interface Core extends Foundations {
  relay: Relay;
  accounts: Accounts;
  sessions: Sessions;
  challenges: Challenges;
  limits: Limits;
  audit: Audit;
  readiness: Readiness;
  /** By heading; each service that keeps something about people adds its part. */
  myData: Map<string, MyDataPart>;
  /** Shown on the sign-in page of a demonstration; empty otherwise. */
  demoAccounts: { email: string; password: string; who: string }[];
}

export interface Services extends Core, FormServices {}

export const createServices = (foundations: Foundations): Services => {
  const { config, clock, log, store, transport } = foundations;
  const accounts = createAccounts(store);
  const relay = createRelay({
    store,
    clock,
    post: createPost(config, accounts, transport),
    onFailure: (effect, error, lost) => {
      const fault = error instanceof Error ? { name: error.name, stack: error.stack } : {};
      log[lost ? 'error' : 'warn']({ effect, fault }, lost ? 'effect given up' : 'effect failed, will be tried again');
    },
  });
  for (const collection of ['accounts', 'challenges', 'limits']) relay.watch(collection);
  const { kick } = relay;
  const readiness = createReadiness();
  readiness.add('store', async () => {
    await store.ping();
    return undefined;
  });
  const core: Core = {
    ...foundations,
    relay,
    accounts,
    sessions: createSessions(store, clock, config, (error) => log.warn({ err: error }, 'session not extended')),
    challenges: createChallenges(store, clock, config.secret, kick),
    limits: createLimits(store, clock, config.secret, kick),
    audit: createAudit(store, clock),
    readiness,
    myData: new Map(),
    demoAccounts: [],
  };
  return { ...core, ...createFormServices(core) };
};
