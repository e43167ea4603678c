/** How somebody stands to a work group, and what follows for changing it. */
import type { Role } from '../../../wire/account.ts';
import { problem } from '../../core/errors.ts';
import type { GroupContent, GroupDocument } from './groups.ts';

interface GroupCaller {
  accountId: string;
  role: Role;
}

/** The group for whoever may see it: its members and managers, and the council. Throws not-found for all others. */
export const seenGroup = (group: GroupDocument | undefined, { accountId, role }: GroupCaller): GroupDocument => {
  if (group === undefined) throw problem('not-found');
  const own = group.members.includes(accountId) || group.managers.includes(accountId);
  if (!own && role === 'applicant') throw problem('not-found');
  return group;
};

const forbidden = (detail: string) => problem('forbidden', { detail });

/** Throws not-found or forbidden unless the caller may change who is in the group: its managers and administrators. */
export const mayChangeMembers = (found: GroupDocument | undefined, caller: GroupCaller): GroupDocument => {
  const group = seenGroup(found, caller);
  if (caller.role !== 'administrator' && !group.managers.includes(caller.accountId))
    throw forbidden('Only the managers of this work group and administrators may change it.');
  return group;
};

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/**
 * The group when the caller may change it to `content`: administrators everything, managers its members. `within`: the people of the
 * groups that the caller manages, from whom a manager may choose. Throws not-found or forbidden.
 */
export const mayChangeGroup = (
  found: GroupDocument | undefined,
  caller: GroupCaller,
  content: GroupContent,
  within: ReadonlySet<string>,
): GroupDocument => {
  const group = mayChangeMembers(found, caller);
  if (caller.role === 'administrator') return group;
  const { name, organisation, managers } = content;
  if (name.trim() !== group.name || organisation.trim() !== group.organisation || !same(managers, group.managers))
    throw forbidden('A manager may change the members of a work group. For anything else ask an administrator.');
  if (content.members.some((id) => !group.members.includes(id) && !within.has(id)))
    throw forbidden('A manager may add people from the work groups that they manage, or by their email address.');
  return group;
};
