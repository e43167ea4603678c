/** The collection that the tests of stores use. */
import type { Collection } from '../../server/platform/storage/store.ts';

export const items: Collection = {
  name: 'items',
  indexes: [
    { paths: ['owner', 'rank'] },
    { paths: ['code'], unique: true },
    { paths: ['open'] },
    { paths: ['form.id'] },
    { paths: ['tags'] },
  ],
  arrays: ['tags'],
};
