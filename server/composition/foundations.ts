/** What every service may work with: the ground they stand on, accounts and signing in. */
import type { Logger } from 'pino';
import type { MyDataPart } from '../core/my-data.ts';
import type { Scanner } from '../platform/attachments/scan.ts';
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Transport } from '../platform/mail/transport.ts';
import type { Store } from '../platform/storage/store.ts';
import type { Tracing } from '../platform/tracing/tracing.ts';
import type { Blobs } from '../platform/storage/blobs.ts';
import type { AccountParts } from '../modules/accounts/index.ts';
import type { DemoAccount } from '../modules/service/index.ts';
import type { Readiness } from '../core/readiness.ts';

/** Where documents lie and who looks at them first. */
export interface FormFoundations {
  /** Unpublished versions are offered with their errors. For the preview only. */
  offerFaulty?: boolean;
  blobs: Blobs;
  /** Absent where no scanner is configured. */
  scanner: Scanner | undefined;
}

/** What the services stand on; made once at start, by the tests in their own way. */
export interface Foundations extends FormFoundations {
  config: Config;
  clock: Clock;
  log: Logger;
  store: Store;
  transport: Transport;
  tracing: Tracing;
  /** Ids of the keys that this server has taken up, the one that seals first; none where nobody asks. */
  keysTaken?: () => string[];
}

/** What accounts and signing in work with; forms build on it. */
export interface Core extends Foundations, AccountParts {
  readiness: Readiness;
  /** By heading; each module that keeps something about people adds its part. */
  myData: Map<string, MyDataPart>;
  /** Shown on the sign-in page of a demonstration; empty otherwise. */
  demoAccounts: DemoAccount[];
}
