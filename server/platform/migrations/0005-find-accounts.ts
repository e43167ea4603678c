import { searchKey, searchWords } from '../../../engine/index.ts';
import type { Migration } from './migration.ts';
import { textAt, withKeys } from './with-keys.ts';

export const findAccounts: Migration = {
  number: 5,
  name: 'find-accounts',
  why: 'Accounts are found by every word, without apostrophes and with hyphens between words.',
  collection: 'accounts',
  change: (account) => {
    const [forename, surname, organisation, jobRole] = ['forename', 'surname', 'organisation', 'jobRole'].map((name) =>
      textAt(account, 'profile', name),
    );
    return withKeys(account, {
      nameKey: searchKey(`${surname ?? ''} ${forename ?? ''}`),
      words: searchWords([forename, surname, organisation, jobRole, textAt(account, 'email')].join(' ')),
    });
  },
};
