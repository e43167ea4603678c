/** Work groups: people to whom a task can be sent together, and those who manage them. */
import { searchKey } from '../../../engine/index.ts';
import { problem } from '../../core/errors.ts';
import type { Clock } from '../../core/clock.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { NoteEffect, WithEffects } from '../../platform/effects/effect.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { changedWith, notesOf, withEffects, type Noted } from '../../platform/effects/pending.ts';
import { removeNoted } from '../../platform/effects/removal.ts';
import { editionOf, nextEdition, type WithEdition } from '../../platform/storage/edition.ts';
import type { Filter, Store, Stored } from '../../platform/storage/store.ts';
import { type AccountRecord, accountsById, stateOf } from '../accounts/index.ts';
import { listOf } from '../../platform/storage/every.ts';
import { newId } from '../../core/ids.ts';

/** A release before 0.3.0 wrote no effects. */
export interface GroupDocument extends Stored, WithEdition, Partial<WithEffects> {
  name: string;
  /** The organisation it belongs to, as registers and accounts have it. */
  organisation: string;
  /** Account ids. */
  members: string[];
  managers: string[];
  /** Organisation and name in search spelling: the order of lists. */
  nameKey: string;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    groups: GroupDocument;
  }
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
  create: (content: GroupContent, noted?: (id: string) => Noted) => Promise<GroupDocument>;
  /** Throws `conflict` unless `edition` is the stored one. */
  replace: (id: string, edition: number, content: GroupContent, noted?: Noted) => Promise<GroupDocument>;
  /** Adds somebody, who may be in it already; then nothing is noted. */
  join: (id: string, accountId: string, noted?: Noted) => Promise<void>;
  /** Throws `conflict` unless `edition` is the stored one. */
  remove: (id: string, edition: number, noted: NoteEffect) => Promise<void>;
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

export interface GroupsParts {
  store: Store;
  clock: Clock;
  audit: Audit;
}

export const createGroups = (parts: GroupsParts): Groups => {
  const { store } = parts;
  const get = (id: string): Promise<GroupDocument | undefined> => store.get(collection, id);

  const list = (filter: Filter): Promise<GroupDocument[]> => listOf(store, collection, { filter, sort });

  /** Throws the problem of a change that was not made. */
  const refuse = async (id: string): Promise<never> => {
    const current = await get(id);
    if (current === undefined) throw problem('not-found');
    throw problem('conflict', { revision: editionOf(current) });
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
    create: async (content, noted = () => 'not noted') => {
      const _id = newId();
      const made = await store.insert(collection, {
        _id,
        edition: 1,
        ...tidied(content),
        ...withEffects(notesOf(noted(_id))),
      });
      await writeNotes(parts, collection, made);
      return made;
    },
    replace: async (id, edition, content, noted = 'not noted') => {
      const change = (current: GroupDocument) => ({
        set: { ...tidied(content), edition: nextEdition(current, edition) },
      });
      const changed = await changedWith(store, collection, id, change, notesOf(noted));
      if (changed === undefined) return refuse(id);
      await writeNotes(parts, collection, changed);
      return changed;
    },
    join: async (id, accountId, noted = 'not noted') => {
      const change = (current: GroupDocument) =>
        current.members.includes(accountId)
          ? undefined
          : { push: { members: accountId }, set: { edition: editionOf(current) + 1 } };
      const joined = await changedWith(store, collection, id, change, notesOf(noted));
      if (joined !== undefined) await writeNotes(parts, collection, joined);
    },
    remove: async (id, edition, noted) => {
      const found = await get(id);
      if (found === undefined || editionOf(found) !== edition) return refuse(id);
      // What an earlier release wrote last has only its revision.
      const only = found.edition === undefined ? { revision: edition } : { edition };
      if (!(await removeNoted(parts, { collection, documents: [found], only }, noted))) await refuse(id);
    },
  };
};
