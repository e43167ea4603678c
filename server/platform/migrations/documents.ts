import type { Stored } from '../storage/store.ts';

/** How far a migration is, in the collection `migrations` under its number. */
export interface MigrationDocument extends Stored {
  name: string;
  /** The release that began it. */
  release: string;
  state: 'running' | 'done';
  /** The last document that was looked at in this pass; absent at its beginning. */
  after?: string;
  /** Documents that this pass has changed: one that changes none is the last. */
  changedInPass: number;
  /** In all passes. */
  looked: number;
  changed: number;
  startedAt: string;
  doneAt?: string;
}

declare module '../storage/store.ts' {
  interface Collections {
    migrations: MigrationDocument;
  }
}
