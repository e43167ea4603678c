/** Teams of the council: what a team has is what its officers may see. Which teams there are, and their addresses, is a setting. */
import type { Config } from '../../core/config.ts';
import { problem } from '../../core/errors.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { WithEffects } from '../../platform/effects/effect.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { changedWith, notesOf, type Noted } from '../../platform/effects/pending.ts';
import { editionOf, nextEdition, type WithEdition } from '../../platform/storage/edition.ts';
import { DuplicateError, type Store, type Stored } from '../../platform/storage/store.ts';
import { type AccountRecord, accountsById, stateOf } from '../accounts/index.ts';
import { listOf } from '../../platform/storage/every.ts';

/** `_id` is the name that settings and forms give the team. A release before 0.3.0 wrote no effects. */
export interface TeamDocument extends Stored, WithEdition, Partial<WithEffects> {
  name: string;
  department: string;
  telephone: string;
  address: string;
  /** Account ids. */
  officers: string[];
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    teams: TeamDocument;
  }
}

export type TeamContent = Pick<TeamDocument, 'name' | 'department' | 'telephone' | 'address' | 'officers'>;

export interface Teams {
  get: (id: string) => Promise<TeamDocument | undefined>;
  list: () => Promise<TeamDocument[]>;
  /** Ids of the teams that somebody works for; administrators work for all, applicants for none. */
  of: (accountId: string) => Promise<string[]>;
  /** The active accounts of a team's officers. */
  officers: (id: string) => Promise<AccountRecord[]>;
  /** Throws `conflict` unless `edition` is the stored one. */
  replace: (id: string, edition: number, content: TeamContent, noted?: Noted) => Promise<TeamDocument>;
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

export interface TeamsParts {
  store: Store;
  config: Config;
  audit: Audit;
}

export const createTeams = (parts: TeamsParts): Teams => {
  const { store, config } = parts;
  const get = (id: string): Promise<TeamDocument | undefined> => store.get(collection, id);

  const list = async (): Promise<TeamDocument[]> => {
    const sort = { path: '_id', direction: 'asc' } as const;
    const teams = await listOf(store, collection, { filter: {}, sort });
    return teams.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  };

  return {
    get,
    list,
    of: async (accountId) => {
      const account = await store.get('accounts', accountId);
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
    replace: async (id, edition, { name, department, telephone, address, officers }, noted = 'not noted') => {
      const set = { name: name.trim(), department, telephone, address, officers: [...new Set(officers)] };
      const change = (current: TeamDocument) => ({ set: { ...set, edition: nextEdition(current, edition) } });
      const changed = await changedWith(store, collection, id, change, notesOf(noted));
      if (changed === undefined) throw problem('not-found');
      await writeNotes(parts, collection, changed);
      return changed;
    },
    join: async (id, accountId) => {
      const change = (current: TeamDocument) =>
        current.officers.includes(accountId)
          ? undefined
          : { push: { officers: accountId }, set: { edition: editionOf(current) + 1 } };
      await changedWith(store, collection, id, change, []);
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
          await store.insert(collection, { _id, ...content, officers: [] });
        } catch (error) {
          if (!(error instanceof DuplicateError)) throw error;
        }
      }
    },
  };
};
