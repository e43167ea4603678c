/** What the demonstration's stories are told with. */
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Store } from '../platform/storage/store.ts';
import type { Accounts } from '../modules/accounts/index.ts';
import type { Cases } from '../modules/cases/index.ts';
import type { Catalogue } from '../modules/catalogue/index.ts';
import type { Attachments, Drafts } from '../modules/drafts/index.ts';
import type { AutomaticReplies, Groups, Teams } from '../modules/groups/index.ts';
import type { Threads } from '../modules/messages/index.ts';
import type { Responses, Submissions } from '../modules/submissions/index.ts';
import type { Schedules, Tasks } from '../modules/tasks/index.ts';

export interface DemonstrationParts {
  config: Config;
  clock: Clock;
  log: Logger;
  store: Store;
  accounts: Accounts;
  attachments: Attachments;
  automaticReplies: AutomaticReplies;
  cases: Cases;
  catalogue: Catalogue;
  drafts: Drafts;
  groups: Groups;
  responses: Responses;
  schedules: Schedules;
  submissions: Submissions;
  tasks: Tasks;
  teams: Teams;
  threads: Threads;
}
