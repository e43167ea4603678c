/** Work groups: people to whom a task can be sent together, and those who manage them. */
import { searchKey } from '../../../engine/index.ts';
import { problem } from '../../core/errors.ts';
import type { Filter, Store, Stored } from '../../platform/storage/store.ts';
import { type AccountRecord, accountsById, stateOf } from '../accounts/index.ts';
import { listOf } from '../../platform/storage/every.ts';
import { newId } from '../../core/ids.ts';

export interface GroupDocument extends Stored {
  name: string;
  /** The organisation it belongs to, as registers and accounts have it. */
  organisation: string;
  /** Account ids. */
  members: string[];
  managers: string[];
  /** Organisation and name in search spelling: the order of lists. */
  nameKey: string;
}

export type GroupContent = Pick<GroupDocument, 'name' | 'organisation' | 'members' | 'managers'>;

export interface Groups {
  get: (id: string) => Promise<GroupDocument | undefined>;
  /** All of them, by organisation and name. */
  all: () => Promise<GroupDocument[]>;
  /** The groups that somebody is a member of, and those that somebody manages. */
  of: (accountId: string) => Promise<{ member: GroupDocument[]; manages: GroupDocument[] }>;
  /** Members and managers of these groups whose accounts are active, each once, by surname. */
  peopleWithin: (groupIds: readonly string[]) => Promise<AccountRecord[]>;
  create: (content: GroupContent) => Promise<GroupDocument>;
  /** Throws `conflict` unless `revision` is the stored one. */
  replace: (id: string, revision: number, content: GroupContent) => Promise<GroupDocument>;
  /** Adds somebody, who may be in it already. */
  join: (id: string, accountId: string) => Promise<void>;
  /** Throws `conflict` unless `revision` is the stored one. */
  remove: (id: string, revision: number) => Promise<void>;
}

const collection = 'groups';
const sort = { path: 'nameKey', direction: 'asc' } as const;

const tidy = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');

const tidied = ({ name, organisation, members, managers }: GroupContent) => ({
  name: tidy(name),
  organisation: tidy(organisation),
  members: [...new Set(members)],
  managers: [...new Set(managers)],
  nameKey: searchKey(`${organisation} ${name}`),
});

export const createGroups = ({ store }: { store: Store }): Groups => {
  const get = (id: string): Promise<GroupDocument | undefined> => store.get<GroupDocument>(collection, id);

  const list = (filter: Filter): Promise<GroupDocument[]> => listOf<GroupDocument>(store, collection, { filter, sort });

  /** Throws the problem of a change that was not made. */
  const refuse = async (id: string): Promise<never> => {
    const current = await get(id);
    if (current === undefined) throw problem('not-found');
    throw problem('conflict', { revision: current.revision });
  };

  return {
    get,
    all: () => list({}),
    of: async (accountId) => {
      const [member, manages] = await Promise.all([
        list({ members: { eq: accountId } }),
        list({ managers: { eq: accountId } }),
      ]);
      return { member, manages };
    },
    peopleWithin: async (groupIds) => {
      const groups = await list({ _id: { in: [...new Set(groupIds)] } });
      const accounts = await accountsById(
        store,
        groups.flatMap(({ members, managers }) => [...members, ...managers]),
      );
      return [...accounts.values()]
        .filter((account) => stateOf(account) === 'active')
        .sort((one, other) => one.profile.surname.localeCompare(other.profile.surname, 'en'));
    },
    create: (content) => store.insert<GroupDocument>(collection, { _id: newId(), ...tidied(content) }),
    replace: async (id, revision, content) => {
      const filter = { _id: { eq: id }, revision: { eq: revision } };
      const changed = await store.update<GroupDocument>(collection, filter, { set: tidied(content) });
      return changed ?? refuse(id);
    },
    join: async (id, accountId) => {
      for (;;) {
        const group = await get(id);
        if (group === undefined || group.members.includes(accountId)) return;
        const filter = { _id: { eq: id }, revision: { eq: group.revision } };
        if ((await store.patch(collection, filter, { push: { members: accountId } })) !== undefined) return;
      }
    },
    remove: async (id, revision) => {
      if (!(await store.delete(collection, { _id: { eq: id }, revision: { eq: revision } }))) await refuse(id);
    },
  };
};
