import { isObject } from '../../../engine/json.ts';
import type { Migration } from './migration.ts';
import { workListSince } from './since-when.ts';
import { textAt } from './with-keys.ts';

export const answeredTasks: Migration = {
  number: 12,
  name: 'answered-tasks',
  why: 'The work list has the answers that came in and that nobody of the council has read.',
  collection: 'tasks',
  change: (task) => {
    const keys = isObject(task['keys']) ? task['keys'] : {};
    if (keys['answered'] !== undefined) return undefined;
    const submittedAt = textAt(task, 'keys', 'state') === 'submitted' ? textAt(task, 'task', 'submittedAt') : '';
    const answered = submittedAt >= workListSince;
    // An older one counts as read, also when something happens to it later.
    const read = submittedAt !== '' && !answered ? { readOf: submittedAt } : {};
    return { ...task, ...read, keys: { ...keys, answered } };
  },
};
