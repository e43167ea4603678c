/** Accounts as administrators look after them: found, suspended, restored, given a role. */
import type { Role } from '../../../wire/account.ts';
import type { AccountLine } from '../../../wire/council.ts';
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import { typedWords } from '../../../engine/index.ts';
import { foundBy } from '../../platform/storage/found-by.ts';
import type { NoteEffect } from '../../platform/effects/effect.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { changedWith, effectsChange, noteEffect } from '../../platform/effects/pending.ts';
import type { Change, Filter, Page, Store } from '../../platform/storage/store.ts';
import { nameOf } from './many.ts';
import { isUnconfirmed } from './audience.ts';
import { accountKeys, stateOf, type AccountRecord, type AccountState } from './accounts.ts';
import type { Audit, AuditEntry } from '../../platform/audit/entry.ts';
import { every } from '../../platform/storage/every.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
import type { TeamsOfPeople, WorkGroupsOfPeople } from './memberships.ts';
import type { Sessions } from './sign-in/sessions.ts';

export interface AccountsAdminParts {
  store: Store;
  clock: Clock;
  sessions: Sessions;
  groups: WorkGroupsOfPeople;
  teams: TeamsOfPeople;
  audit: Audit;
}

export interface AccountSearch {
  /** Words, each the beginning of a word of the name, organisation or job role, or of the address. */
  q: string;
  role?: Role;
  /** `unconfirmed`: those who say that they are professional, and of whom the council does not know it. */
  state?: AccountState | 'unconfirmed';
  limit: number;
  after?: string;
}

export interface AccountsAdmin {
  /** By surname. A page may have fewer than `limit` while there are more. */
  search: (search: AccountSearch) => Promise<Page<AccountRecord>>;
  /** With the names of their groups and teams. */
  lines: (accounts: readonly AccountRecord[]) => Promise<AccountLine[]>;
  /** Ends access and all sessions at once. Throws not-found, or forbidden for oneself and the last administrator. */
  suspend: (by: string, id: string, reason: string) => Promise<AccountRecord>;
  restore: (by: string, id: string) => Promise<AccountRecord>;
  /** Throws not-found, or forbidden for oneself and the last administrator. `also`: what else the trail says of it. */
  setRole: (by: string, id: string, role: Role, also?: readonly AuditEntry['action'][]) => Promise<AccountRecord>;
  /** Says for the council that somebody is the professional that they say. Throws not-found, or forbidden where they say nothing like it. */
  confirm: (by: string, id: string) => Promise<AccountRecord>;
  /** Gives accounts of earlier versions of the service what lists and searches look at. */
  load: () => Promise<void>;
}

const active = { in: ['active', null] };

const stateFilter = (state: AccountState | 'unconfirmed'): Filter =>
  state === 'unconfirmed'
    ? { state: active, role: { eq: 'applicant' }, 'profile.professional': { eq: true } }
    : { state: state === 'active' ? active : { eq: state } };

const groupsOf = <Group extends { members: string[]; managers: string[] }>(
  all: readonly Group[],
  { _id }: AccountRecord,
): Group[] => all.filter(({ members, managers }) => [...members, ...managers].includes(_id));

export const createAccountsAdmin = (parts: AccountsAdminParts): AccountsAdmin => {
  const { store, clock, sessions, groups, teams } = parts;

  const noteOf = (by: string, action: AuditEntry['action'], id: string, detail?: AuditEntry['detail']): NoteEffect =>
    noteEffect(
      { actor: by, action, subject: { kind: 'account', id }, ...(detail === undefined ? {} : { detail }) },
      clock.now(),
    );

  /** Makes a change with its entry of the audit trail, unless it is made already. */
  const update = async (
    id: string,
    change: (current: AccountRecord) => Change | undefined,
    ...noted: NoteEffect[]
  ): Promise<AccountRecord> => {
    const changed = await changedWith(store, 'accounts', id, change, noted);
    if (changed === undefined) throw problem('not-found');
    return changed;
  };

  const existing = async (id: string): Promise<AccountRecord> => {
    const account = await store.get('accounts', id);
    if (account === undefined) throw problem('not-found');
    return account;
  };

  /** Takes a change back together with its entry, or says so where that is in the trail already. */
  const takeBack = async (id: string, noted: NoteEffect, change: Change, opposite: NoteEffect): Promise<void> => {
    await untilWritten('accounts', async () => {
      const { effects, revision } = await existing(id);
      const others = effects.filter((effect) => effect.id !== noted.id);
      const waiting = others.length < effects.length ? others : [...others, opposite];
      const filter = { _id: { eq: id }, revision: { eq: revision } };
      return (await store.patch('accounts', filter, effectsChange(waiting, change))) ?? overtaken;
    });
  };

  /** Takes a change back when it has left nobody who could undo it: of two administrators who act on each other at once both stay. */
  const keepOne = async (undo: () => Promise<void>): Promise<void> => {
    if ((await store.count('accounts', { role: { eq: 'administrator' }, state: active })) > 0) return;
    await undo();
    throw problem('forbidden', {
      detail: 'This is the last administrator. Make somebody else an administrator first.',
    });
  };

  const notOneself = (by: string, id: string, what: string): void => {
    if (by === id) throw problem('forbidden', { detail: `You cannot ${what}. Ask another administrator.` });
  };

  const stateAfter = ({ invitation }: AccountRecord): AccountState =>
    invitation === undefined || invitation.acceptedAt !== undefined ? 'active' : 'invited';
  const unsuspended = (account: AccountRecord): Change => ({
    set: { state: stateAfter(account) },
    unset: ['suspended'],
  });

  return {
    search: async ({ q, role, state, limit, after }) => {
      const page = (from: string | undefined): Promise<Page<AccountRecord>> =>
        store.find('accounts', {
          filter: {
            ...foundBy('words', typedWords(q)),
            ...(role === undefined ? {} : { role: { eq: role } }),
            ...(state === undefined ? {} : stateFilter(state)),
          },
          sort: { path: 'nameKey', direction: 'asc' },
          limit,
          ...(from === undefined ? {} : { after: from }),
        });
      if (state !== 'unconfirmed') return page(after);
      const all = await groups.all();
      let found: Page<AccountRecord> = { items: [], ...(after === undefined ? {} : { next: after }) };
      do {
        const { items, ...rest } = await page(found.next);
        found = { ...rest, items: items.filter((account) => isUnconfirmed(account, groupsOf(all, account))) };
      } while (found.items.length === 0 && found.next !== undefined);
      return found;
    },

    lines: async (accounts) => {
      const [allGroups, allTeams] = await Promise.all([groups.all(), teams.list()]);
      return accounts.map((account): AccountLine => {
        const { _id, email, role, profile, lastSignedInAt, suspended } = account;
        const { organisation, jobRole } = profile;
        const inGroup = groupsOf(allGroups, account);
        return {
          id: _id,
          name: nameOf(account),
          email,
          role,
          state: stateOf(account),
          groups: inGroup.map(({ name }) => name),
          unconfirmed: isUnconfirmed(account, inGroup),
          teams: allTeams.filter(({ officers }) => officers.includes(_id)).map(({ name }) => name),
          ...(organisation === undefined ? {} : { organisation }),
          ...(jobRole === undefined ? {} : { jobRole }),
          ...(lastSignedInAt === undefined ? {} : { lastSignedInAt }),
          ...(suspended === undefined ? {} : { suspended: { at: suspended.at, reason: suspended.reason } }),
        };
      });
    },

    suspend: async (by, id, reason) => {
      notOneself(by, id, 'suspend your own account');
      const before = await existing(id);
      if (stateOf(before) === 'suspended') {
        // A server may have died when it was suspended and its sessions had not ended yet.
        await sessions.endAll(id);
        return before;
      }
      const suspended = { at: clock.now().toISOString(), by, reason: reason.trim() };
      const noted = noteOf(by, 'account-suspended', id);
      const account = await update(
        id,
        (current) => (stateOf(current) === 'suspended' ? undefined : { set: { state: 'suspended', suspended } }),
        noted,
      );
      await keepOne(() => takeBack(id, noted, unsuspended(account), noteOf(by, 'account-restored', id)));
      await writeNotes(parts, 'accounts', account);
      await sessions.endAll(id);
      return account;
    },

    restore: async (by, id) => {
      const before = await existing(id);
      if (stateOf(before) !== 'suspended') return before;
      const restored = (current: AccountRecord) =>
        stateOf(current) === 'suspended' ? unsuspended(current) : undefined;
      const account = await update(id, restored, noteOf(by, 'account-restored', id));
      await writeNotes(parts, 'accounts', account);
      return account;
    },

    setRole: async (by, id, role, also = []) => {
      notOneself(by, id, 'change your own role');
      const before = await existing(id);
      if (before.role === role) return before;
      const noted = noteOf(by, 'role-changed', id, { from: before.role, to: role });
      const others = also.map((action) => noteOf(by, action, id));
      const back = noteOf(by, 'role-changed', id, { from: role, to: before.role });
      const account = await update(
        id,
        (current) => (current.role === role ? undefined : { set: { role } }),
        noted,
        ...others,
      );
      await keepOne(() => takeBack(id, noted, { set: { role: before.role } }, back));
      await writeNotes(parts, 'accounts', account);
      await sessions.refresh(account);
      return account;
    },

    confirm: async (by, id) => {
      const before = await existing(id);
      if (before.role !== 'applicant' || !before.profile.professional)
        throw problem('forbidden', {
          detail: `${nameOf(before)} does not use the account in a professional capacity.`,
        });
      if (before.vouched?.is === true) return before;
      const vouched = { is: true, at: clock.now().toISOString(), by };
      const account = await update(id, () => ({ set: { vouched } }), noteOf(by, 'account-confirmed', id));
      await writeNotes(parts, 'accounts', account);
      return account;
    },

    load: async () => {
      const sort = { path: '_id', direction: 'asc' } as const;
      for await (const account of every(store, 'accounts', { filter: { nameKey: { eq: null } }, sort }))
        await store.patch('accounts', { _id: { eq: account._id } }, { set: accountKeys(account) });
    },
  };
};
