/** What the parts of the tasks service work with. */
import type { Logger } from 'pino';
import type { Scanner } from '../../platform/attachments/scan.ts';
import type { Config } from '../../core/config.ts';
import type { Clock } from '../../core/clock.ts';
import type { Blobs } from '../../platform/storage/blobs.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { AutomaticReplies } from '../groups/automatic-reply.ts';
import type { CaseDocument } from '../cases/documents.ts';
import type { CaseSettingsFile } from '../cases/settings.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Attachments } from '../drafts/attachments.ts';
import type { KnownValues } from '../../core/known-values.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Groups } from '../groups/groups.ts';
import type { BlankPaper } from '../submissions/blank-paper.ts';
import type { PrintService } from '../submissions/print-service.ts';
import type { Submissions } from '../submissions/submissions.ts';
import type { Teams } from '../groups/teams.ts';

/** What tasks need of cases. */
export interface CasesOfTasks {
  get: (id: string) => Promise<CaseDocument | undefined>;
  /** Known values by dotted name, each with where it comes from. */
  known: (found: CaseDocument) => KnownValues;
}

export interface TaskParts {
  store: Store;
  blobs: Blobs;
  scanner: Scanner | undefined;
  clock: Clock;
  config: Config;
  log: Logger;
  accounts: Accounts;
  audit: Audit;
  groups: Pick<Groups, 'get' | 'all' | 'of' | 'peopleWithin'>;
  teams: Pick<Teams, 'get' | 'of'>;
  cases: CasesOfTasks;
  caseSettings: Pick<CaseSettingsFile, 'current'>;
  catalogue: Catalogue;
  drafts: Drafts;
  attachments: Attachments;
  submissions: Submissions;
  paper: PrintService;
  blankPaper: BlankPaper;
  automaticReplies: AutomaticReplies;
  /** Says that an effect was written. */
  kick: () => void;
}
