/** Everything that routes and jobs work with. Each service has its own file; this one only puts them together. */
import { createRelay } from '../effects/relay.ts';
import { createPost } from '../mail/post.ts';
import { createAccounts } from './accounts.ts';
import { createAudit } from './audit.ts';
import { createChallenges } from './challenges.ts';
import type { Core, Foundations } from './core.ts';
import { createCouncilServices, type CouncilServices } from './council-services.ts';
import { createFormServices, type FormServices } from './form-services.ts';
import { createLimits } from './limits.ts';
import { createReadiness } from './readiness.ts';
import { createSessions } from './sessions.ts';

export interface Services extends Core, FormServices, CouncilServices {}

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
  const forms = createFormServices(core);
  const council = createCouncilServices(core, forms);
  const load = async (): Promise<void> => {
    await Promise.all([forms.load(), council.prepare()]);
  };
  return { ...core, ...forms, ...council, load };
};
