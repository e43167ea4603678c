/** What the parts of the tasks service work with. */
import type { Logger } from 'pino';
import type { Scanner } from '../../platform/attachments/scan.ts';
import type { Config } from '../../core/config.ts';
import type { Clock } from '../../core/clock.ts';
import type { Blobs } from '../../platform/storage/blobs.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { AutomaticReplies, Groups, Teams } from '../groups/index.ts';
import type { CaseDocument, CaseSettingsFile } from '../cases/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Attachments, Drafts } from '../drafts/index.ts';
import type { KnownValues } from '../../core/known-values.ts';
import type { BlankPrintService, PrintService, Submissions } from '../submissions/index.ts';

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
  prints: PrintService;
  blankPrints: BlankPrintService;
  automaticReplies: AutomaticReplies;
  /** Says that an effect was written. */
  kick: () => void;
}
