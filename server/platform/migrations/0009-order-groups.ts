import { searchKey } from '../../../engine/index.ts';
import type { Migration } from './migration.ts';
import { textAt, withKeys } from './with-keys.ts';

export const orderGroups: Migration = {
  number: 9,
  name: 'order-groups',
  why: 'Work groups stand in the order of names without apostrophes and with hyphens between words.',
  collection: 'groups',
  change: (group) =>
    withKeys(group, { nameKey: searchKey(`${textAt(group, 'organisation')} ${textAt(group, 'name')}`) }),
};
