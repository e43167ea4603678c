/** Several accounts at once, for lists of people. */
import { every } from '../../platform/storage/every.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { AccountRecord } from './accounts.ts';

const atOnce = 400;

/** The accounts with these ids by id; ids that nobody has are left out. */
export const accountsById = async (store: Store, ids: Iterable<string>): Promise<Map<string, AccountRecord>> => {
  const wanted = [...new Set(ids)];
  const found = new Map<string, AccountRecord>();
  for (let start = 0; start < wanted.length; start += atOnce) {
    const page = await store.find('accounts', {
      filter: { _id: { in: wanted.slice(start, start + atOnce) } },
      sort: { path: '_id', direction: 'asc' },
      limit: atOnce,
    });
    for (const account of page.items) found.set(account._id, account);
  }
  return found;
};

/** Ids of all accounts that are suspended. */
export const suspendedIds = async (store: Store): Promise<string[]> => {
  const ids: string[] = [];
  const query = { filter: { state: { eq: 'suspended' } }, sort: { path: 'nameKey', direction: 'asc' } } as const;
  for await (const { _id } of every(store, 'accounts', query)) ids.push(_id);
  return ids;
};

/** “Ada Byron”. */
export const nameOf = ({ profile }: Pick<AccountRecord, 'profile'>): string => `${profile.forename} ${profile.surname}`;

/** As lists of members show somebody. */
export const memberOnWire = ({ _id, email, profile }: AccountRecord) => ({
  id: _id,
  name: nameOf({ profile }),
  email,
  ...(profile.jobRole === undefined ? {} : { jobRole: profile.jobRole }),
});
