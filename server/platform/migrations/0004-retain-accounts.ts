import type { Migration } from './migration.ts';
import { withRetain } from './with-retain.ts';

export const retainAccounts: Migration = {
  number: 4,
  name: 'retain-accounts',
  why: 'Retention finds accounts by the day on which it looks at them next.',
  collection: 'accounts',
  change: withRetain,
};
