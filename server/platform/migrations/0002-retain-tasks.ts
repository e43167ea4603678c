import type { Migration } from './migration.ts';
import { withRetain } from './with-retain.ts';

export const retainTasks: Migration = {
  number: 2,
  name: 'retain-tasks',
  why: 'Retention finds tasks by the day on which it looks at them next.',
  collection: 'tasks',
  change: withRetain,
};
