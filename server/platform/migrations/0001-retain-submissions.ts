import type { Migration } from './migration.ts';
import { withRetain } from './with-retain.ts';

export const retainSubmissions: Migration = {
  number: 1,
  name: 'retain-submissions',
  why: 'Retention finds submissions by the day on which it looks at them next.',
  collection: 'submissions',
  change: withRetain,
};
