/** Groups with the people in them, and who may be put there. */
import { searchKey } from '../../../engine/index.ts';
import type { Group } from '../../../wire/council.ts';
import { problem } from '../../core/errors.ts';
import { editionOf } from '../../platform/storage/edition.ts';
import type { Store } from '../../platform/storage/store.ts';
import {
  type AccountRecord,
  type Accounts,
  accountsById,
  isVouchedFor,
  memberOnWire,
  stateOf,
} from '../accounts/index.ts';
import type { GroupContent, GroupDocument, Groups } from './groups.ts';

/** Tasks that concern a group and are still to be answered. */
export const openTasksOf = (store: Store, groupId: string): Promise<number> =>
  store.count('tasks', { 'keys.group': { eq: groupId } });

const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name, 'en');

export const groupsOnWire = async (store: Store, groups: readonly GroupDocument[]): Promise<Group[]> => {
  const accounts = await accountsById(
    store,
    groups.flatMap(({ members, managers }) => [...members, ...managers]),
  );
  const people = (ids: readonly string[]) =>
    ids
      .flatMap((id) => accounts.get(id) ?? [])
      .map(memberOnWire)
      .sort(byName);
  return Promise.all(
    groups.map(async (group) => ({
      id: group._id,
      revision: editionOf(group),
      name: group.name,
      organisation: group.organisation,
      members: people(group.members),
      managers: people(group.managers),
      openTasks: await openTasksOf(store, group._id),
    })),
  );
};

/** Throws `request-invalid` at whoever is new in the group and has no account that can be used. */
export const refuseStrangers = async (
  store: Store,
  content: GroupContent,
  before: GroupContent | undefined,
): Promise<void> => {
  const accounts = await accountsById(store, [...content.members, ...content.managers]);
  const present = [...(before?.members ?? []), ...(before?.managers ?? [])];
  const errors = (['members', 'managers'] as const).flatMap((list) =>
    content[list].flatMap((id, index) => {
      const account = accounts.get(id);
      const usable = present.includes(id) || (account !== undefined && stateOf(account) !== 'suspended');
      return usable ? [] : [{ pointer: `/${list}/${index}`, message: 'There is no account that can be used' }];
    }),
  );
  if (errors.length > 0) throw problem('request-invalid', { errors });
};

/** Whether the council knows somebody for a professional of an organisation: their own word for it is not enough. */
const worksIn = async (account: AccountRecord, organisation: string, groups: Pick<Groups, 'of'>): Promise<boolean> => {
  const isThere = (name: string): boolean => searchKey(name) === searchKey(organisation);
  const { professional, organisation: said } = account.profile;
  if (!professional || said === undefined || !isThere(said)) return false;
  const { member, manages } = await groups.of(account._id);
  return isVouchedFor(
    account,
    [...member, ...manages].filter((group) => isThere(group.organisation)),
  );
};

/**
 * The account of an address that is to join `group`. `anybody`: an administrator asks; a manager finds only accounts of which the
 * council knows that they are at work in the group's organisation, and cannot tell whether there are others.
 */
export const joinerOf = async (
  { accounts, groups }: { accounts: Accounts; groups: Pick<Groups, 'of'> },
  group: GroupDocument,
  email: string,
  anybody: boolean,
): Promise<AccountRecord> => {
  const account = await accounts.byEmail(email);
  const colleague = account !== undefined && (await worksIn(account, group.organisation, groups));
  if (account !== undefined && stateOf(account) !== 'suspended' && (anybody || colleague)) return account;
  const where = anybody ? '' : ` at ${group.organisation}`;
  const message = `There is no account with this address${where}. Ask the council to invite the person, or to confirm their account`;
  throw problem('request-invalid', { errors: [{ pointer: '/email', message }] });
};
