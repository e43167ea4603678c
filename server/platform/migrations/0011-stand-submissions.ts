import type { Migration } from './migration.ts';
import { workListSince } from './since-when.ts';
import { textAt, withKeys } from './with-keys.ts';

export const standSubmissions: Migration = {
  number: 11,
  name: 'stand-submissions',
  why: 'The work list has the forms that came in and that nobody has responded to.',
  collection: 'submissions',
  change: (submission) => {
    // What answers a task stands at its task.
    if (submission['standing'] !== undefined || submission['task'] !== undefined) return undefined;
    const waits = submission['response'] === undefined && textAt(submission, 'submittedAt') >= workListSince;
    return withKeys(submission, { standing: waits ? 'new' : 'handled' });
  },
};
