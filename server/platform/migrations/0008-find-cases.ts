import { searchKey, searchWords } from '../../../engine/index.ts';
import type { Migration } from './migration.ts';
import { textAt, withKeys } from './with-keys.ts';

export const findCases: Migration = {
  number: 8,
  name: 'find-cases',
  why: 'Cases are found and ordered by names without apostrophes and with hyphens between words.',
  collection: 'cases',
  change: (found) => {
    const [first, last] = [textAt(found, 'subject', 'firstName'), textAt(found, 'subject', 'lastName')];
    return withKeys(found, { nameKey: searchKey(`${last} ${first}`), words: searchWords(`${first} ${last}`) });
  },
};
