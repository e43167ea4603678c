import { searchKey } from '../../../engine/index.ts';
import { isObject } from '../../../engine/json.ts';
import { wordsOfTeam } from '../../core/words-of-team.ts';
import type { Migration } from './migration.ts';
import { textAt, withKeys } from './with-keys.ts';

export const findTasks: Migration = {
  number: 7,
  name: 'find-tasks',
  why: 'Tasks are found and ordered by names without apostrophes and with hyphens between words.',
  collection: 'tasks',
  change: (task) => {
    const [first, last] = [textAt(task, 'subject', 'firstName'), textAt(task, 'subject', 'lastName')];
    const keys = isObject(task['keys']) ? task['keys'] : {};
    const changed = withKeys(keys, {
      form: searchKey(textAt(task, 'form', 'title')),
      name: searchKey(`${last} ${first}`),
      words: wordsOfTeam(textAt(keys, 'team'), keys['open'] === true, `${first} ${last}`),
    });
    return changed && { ...task, keys: changed };
  },
};
