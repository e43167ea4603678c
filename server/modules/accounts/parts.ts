/** What registering, signing in and a person's own account work with. */
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { Relay } from '../../platform/effects/relay.ts';
import type { Limits } from '../../platform/limits/limits.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Accounts } from './accounts.ts';
import type { Challenges } from './sign-in/challenges.ts';
import type { Devices } from './sign-in/devices.ts';
import type { Sessions } from './sign-in/sessions.ts';

export interface AccountParts {
  config: Config;
  clock: Clock;
  store: Store;
  relay: Relay;
  accounts: Accounts;
  sessions: Sessions;
  challenges: Challenges;
  limits: Limits;
  devices: Devices;
  audit: Audit;
}
