/** Teams of the council: what a team has is what its officers may see. Which teams there are, and their addresses, is a setting. */
import type { Config } from '../../core/config.ts';
import { problem } from '../../core/errors.ts';
import { DuplicateError, type Store, type Stored } from '../../platform/storage/store.ts';
import { type AccountRecord, accountsById, stateOf } from '../accounts/index.ts';
import { listOf } from '../../platform/storage/every.ts';

/** `_id` is the name that settings and forms give the team. */
export interface TeamDocument extends Stored {
  name: string;
  department: string;
  telephone: string;
  address: string;
  /** Account ids. */
  officers: string[];
}

export type TeamContent = Pick<TeamDocument, 'name' | 'department' | 'telephone' | 'address' | 'officers'>;

export interface Teams {
  get: (id: string) => Promise<TeamDocument | undefined>;
  list: () => Promise<TeamDocument[]>;
  /** Ids of the teams that somebody works for; administrators work for all, applicants for none. */
  of: (accountId: string) => Promise<string[]>;
  /** The active accounts of a team's officers. */
  officers: (id: string) => Promise<AccountRecord[]>;
  /** Throws `conflict` unless `revision` is the stored one. */
  replace: (id: string, revision: number, content: TeamContent) => Promise<TeamDocument>;
  /** Adds an officer, who may be in it already. */
  join: (id: string, accountId: string) => Promise<void>;
  /** Makes the teams that the settings name and the store does not have yet. */
  load: () => Promise<void>;
}

const collection = 'teams';

/** `upper-river` → `Upper river`, until somebody gives the team its proper name. */
const firstName = (id: string): string => {
  const words = id.replaceAll(/[-_]+/g, ' ').trim();
  return words === '' ? id : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

export const createTeams = ({ store, config }: { store: Store; config: Config }): Teams => {
  const get = (id: string): Promise<TeamDocument | undefined> => store.get<TeamDocument>(collection, id);

  const list = async (): Promise<TeamDocument[]> => {
    const sort = { path: '_id', direction: 'asc' } as const;
    const teams = await listOf<TeamDocument>(store, collection, { filter: {}, sort });
    return teams.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  };

  return {
    get,
    list,
    of: async (accountId) => {
      const account = await store.get<AccountRecord>('accounts', accountId);
      if (account === undefined || account.role === 'applicant') return [];
      const teams = await list();
      return teams
        .filter(({ officers }) => account.role === 'administrator' || officers.includes(accountId))
        .map(({ _id }) => _id);
    },
    officers: async (id) => {
      const team = await get(id);
      const accounts = await accountsById(store, team?.officers ?? []);
      return [...accounts.values()].filter((account) => account.role !== 'applicant' && stateOf(account) === 'active');
    },
    replace: async (id, revision, { name, department, telephone, address, officers }) => {
      const set = { name: name.trim(), department, telephone, address, officers: [...new Set(officers)] };
      const filter = { _id: { eq: id }, revision: { eq: revision } };
      const changed = await store.update<TeamDocument>(collection, filter, { set });
      if (changed !== undefined) return changed;
      const current = await get(id);
      if (current === undefined) throw problem('not-found');
      throw problem('conflict', { revision: current.revision });
    },
    join: async (id, accountId) => {
      for (;;) {
        const team = await get(id);
        if (team === undefined || team.officers.includes(accountId)) return;
        const filter = { _id: { eq: id }, revision: { eq: team.revision } };
        if ((await store.patch(collection, filter, { push: { officers: accountId } })) !== undefined) return;
      }
    },
    load: async () => {
      for (const _id of Object.keys(config.teams)) {
        const content = {
          name: firstName(_id),
          department: config.council,
          telephone: config.contactPhone,
          address: '',
        };
        try {
          await store.insert<TeamDocument>(collection, { _id, ...content, officers: [] });
        } catch (error) {
          if (!(error instanceof DuplicateError)) throw error;
        }
      }
    },
  };
};
