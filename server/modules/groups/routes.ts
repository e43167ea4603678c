/** Work groups: seen by whoever is in them and by the council, changed by their managers and by administrators. */
import Type from 'typebox';
import { Group, GroupChange, GroupJoin } from '../../../wire/council.ts';
import { Id } from '../../../wire/shapes.ts';
import { mayChangeGroup, mayChangeMembers, seenGroup } from './access.ts';
import { noteContacts } from '../../platform/audit/contacts.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { problem } from '../../core/errors.ts';
import { noteEffect } from '../../platform/effects/pending.ts';
import { etag, ifMatch } from '../../platform/http/if-match.ts';
import { editionOf } from '../../platform/storage/edition.ts';
import { route, type Caller, type Reply, type Route } from '../../platform/http/route.ts';
import type { GroupDocument } from './groups.ts';
import { groupsOnWire, joinerOf, openTasksOf, refuseStrangers } from './people.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Groups } from './groups.ts';
import type { Clock } from '../../core/clock.ts';

const GroupId = Type.Object({ id: Id });

const peopleIn = ({ members, managers }: GroupDocument): string[] => [...members, ...managers];

export interface GroupRouteParts {
  groups: Groups;
  accounts: Accounts;
  audit: Audit;
  store: Store;
  clock: Clock;
}

export const groupRoutes = ({ groups, accounts, audit, clock, store }: GroupRouteParts): Route[] => {
  const reply = async (status: number, group: GroupDocument): Promise<Reply> => {
    const [body] = await groupsOnWire(store, [group]);
    if (body === undefined) throw problem('not-found');
    return { status, body, headers: etag(editionOf(group)) };
  };

  const noteOf = ({ accountId }: Caller, action: 'group-made' | 'group-changed' | 'group-deleted', id: string) =>
    noteEffect({ actor: accountId, action, subject: { kind: 'group', id } }, clock.now());

  /** People among whom a manager may choose. */
  const peopleOf = async ({ accountId, role }: Caller): Promise<Set<string>> => {
    if (role === 'administrator') return new Set();
    const { manages } = await groups.of(accountId);
    return new Set((await groups.peopleWithin(manages.map(({ _id }) => _id))).map(({ _id }) => _id));
  };

  return [
    route({
      method: 'GET',
      path: '/api/groups',
      scope: 'groups:read',
      summary: 'Work groups: all for the council, for others those that they are in or manage',
      who: 'signed-in',
      responses: { 200: Type.Array(Group) },
      handler: async ({ caller }) => {
        const person = signedIn(caller);
        if (person.role !== 'applicant') {
          const all = await groups.all();
          await noteContacts(audit, person, { kind: 'list', id: 'groups' }, all.flatMap(peopleIn));
          return { status: 200, body: await groupsOnWire(store, all) };
        }
        const { member, manages } = await groups.of(person.accountId);
        const own = new Map([...manages, ...member].map((group) => [group._id, group]));
        return { status: 200, body: await groupsOnWire(store, [...own.values()]) };
      },
    }),
    route({
      method: 'GET',
      path: '/api/groups/:id',
      scope: 'groups:read',
      summary: 'One work group',
      who: 'signed-in',
      params: GroupId,
      responses: { 200: Group },
      handler: async ({ caller, params }) => {
        const person = signedIn(caller);
        const group = seenGroup(await groups.get(params.id), person);
        await noteContacts(audit, person, { kind: 'group', id: group._id }, peopleIn(group));
        return reply(200, group);
      },
    }),
    route({
      method: 'POST',
      path: '/api/groups',
      scope: 'groups:write',
      summary: 'Makes a work group',
      who: ['administrator'],
      body: GroupChange,
      responses: { 201: Group },
      handler: async ({ body, caller }) => {
        await refuseStrangers(store, body, undefined);
        const person = signedIn(caller);
        return reply(201, await groups.create(body, (id) => noteOf(person, 'group-made', id)));
      },
    }),
    route({
      method: 'PUT',
      path: '/api/groups/:id',
      scope: 'groups:write',
      summary: 'Changes a work group: managers its members, administrators all of it',
      who: 'signed-in',
      params: GroupId,
      body: GroupChange,
      responses: { 200: Group },
      handler: async ({ params, body, caller, header }) => {
        const person = signedIn(caller);
        const before = mayChangeGroup(await groups.get(params.id), person, body, await peopleOf(person));
        const revision = ifMatch({ header });
        await refuseStrangers(store, body, before);
        const noted = noteOf(person, 'group-changed', params.id);
        return reply(200, await groups.replace(params.id, revision, body, noted));
      },
    }),
    route({
      method: 'POST',
      path: '/api/groups/:id/members',
      scope: 'groups:write',
      summary: 'Adds somebody to a work group by email address',
      who: 'signed-in',
      params: GroupId,
      body: GroupJoin,
      responses: { 200: Group },
      handler: async ({ params, body, caller }) => {
        const person = signedIn(caller);
        const group = mayChangeMembers(await groups.get(params.id), person);
        const account = await joinerOf({ accounts, groups }, group, body.email, person.role === 'administrator');
        await groups.join(params.id, account._id, noteOf(person, 'group-changed', params.id));
        return reply(200, (await groups.get(params.id)) ?? group);
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/groups/:id',
      scope: 'groups:write',
      summary: 'Deletes a work group that has no open task',
      who: ['administrator'],
      params: GroupId,
      responses: { 204: null },
      handler: async ({ params, caller, header }) => {
        const person = signedIn(caller);
        const group = seenGroup(await groups.get(params.id), person);
        const revision = ifMatch({ header });
        const open = await openTasksOf(store, params.id);
        if (open > 0)
          throw problem('conflict', {
            revision: editionOf(group),
            detail: `${open === 1 ? 'A task is' : `${open} tasks are`} still with this work group. Re-assign or retract what is open, then delete it.`,
          });
        await groups.remove(params.id, revision, noteOf(person, 'group-deleted', params.id));
        return { status: 204 };
      },
    }),
  ];
};
