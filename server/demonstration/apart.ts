/** Keeps a demonstration and a service for real people apart: neither starts over the other's store. */
import type { Config } from '../core/config.ts';
import { normaliseEmail } from '../modules/accounts/index.ts';
import type { Store } from '../platform/storage/store.ts';
import { readDemonstration } from './demonstration.ts';
import { isMarked } from './mark.ts';

type Kind = 'empty' | 'demonstration' | 'real';

/** What a store is for, by its mark; by its accounts where an early release left none. */
const kindOf = async (store: Store, councilDir: string): Promise<Kind> => {
  if (await isMarked(store)) return 'demonstration';
  if ((await store.count('accounts', {})) === 0) return 'empty';
  const { accounts, people } = await readDemonstration(councilDir);
  const known = new Set([...accounts, ...people].map(({ email }) => normaliseEmail(email)));
  const sort = { path: '_id', direction: 'asc' } as const;
  const { items } = await store.find('accounts', { filter: {}, sort, limit: known.size + 1 });
  return items.every(({ email }) => known.has(email)) ? 'demonstration' : 'real';
};

const elsewhere = 'set FORMWORK_DATA_DIR or MONGODB_URL to a store of its own';

/** Rejects, with what to do, when this store must not be served in this way. */
export const keepApart = async (store: Store, config: Pick<Config, 'demonstration' | 'councilDir'>): Promise<void> => {
  const kind = await kindOf(store, config.councilDir);
  if (config.demonstration && kind === 'real')
    throw new Error(
      `This store holds accounts of real people, and a demonstration would show their mail to everybody and add accounts with public passwords. For the demonstration ${elsewhere}; to serve these people, take FORMWORK_DEMONSTRATION out.`,
    );
  if (!config.demonstration && kind === 'demonstration')
    throw new Error(
      `This store holds a demonstration, with accounts whose passwords are public. For real people ${elsewhere}; to look at the demonstration again, use “npm start”.`,
    );
};
