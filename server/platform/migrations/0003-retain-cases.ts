import type { Migration } from './migration.ts';
import { withRetain } from './with-retain.ts';

export const retainCases: Migration = {
  number: 3,
  name: 'retain-cases',
  why: 'Retention finds cases by the day on which it looks at them next.',
  collection: 'cases',
  change: withRetain,
};
