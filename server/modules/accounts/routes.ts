/** Accounts, for administrators, and what invited people see of theirs. */
import Type from 'typebox';
import { Me, Role } from '../../../wire/account.ts';
import {
  AccountLine,
  AccountPage,
  Invitation,
  InvitationAcceptance,
  InvitationToken,
  InvitationView,
  RoleChange,
  Suspension,
} from '../../../wire/council.ts';
import { Id } from '../../../wire/shapes.ts';
import { noteContacts } from '../../platform/audit/contacts.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { problem } from '../../core/errors.ts';
import { route, type Reply, type Route } from '../../platform/http/route.ts';
import { nameOf } from './many.ts';
import type { AccountRecord, Accounts } from './accounts.ts';
import { createSealer } from '../../core/sealed-cursor.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { Config } from '../../core/config.ts';
import type { AccountsAdmin } from './admin.ts';
import type { Invitations } from './invitations.ts';
import type { Devices } from './sign-in/devices.ts';
import type { Sessions } from './sign-in/sessions.ts';
import { meOf } from './routes-me.ts';

const AccountId = Type.Object({ id: Id });
const Query = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  role: Type.Optional(Role),
  state: Type.Optional(Type.Union([...AccountLine.properties.state.anyOf, Type.Literal('unconfirmed')])),
  after: Type.Optional(Type.String({ maxLength: 1000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

export interface AccountAdminRouteParts {
  accounts: Accounts;
  accountsAdmin: AccountsAdmin;
  audit: Audit;
  invitations: Invitations;
  sessions: Sessions;
  config: Config;
  devices: Devices;
}

export const accountAdminRoutes = ({
  accounts,
  accountsAdmin,
  audit,
  invitations,
  sessions,
  config,
  devices,
}: AccountAdminRouteParts): Route[] => {
  const sealer = createSealer(config.secret);

  const line = async (status: number, account: AccountRecord): Promise<Reply> => {
    const [body] = await accountsAdmin.lines([account]);
    if (body === undefined) throw problem('not-found');
    return { status, body };
  };

  return [
    route({
      method: 'GET',
      path: '/api/accounts',
      summary: 'Accounts by surname; `q` finds beginnings of words of names, organisations and addresses',
      who: ['administrator'],
      query: Query,
      responses: { 200: AccountPage },
      handler: async ({ query, caller }) => {
        const { q = '', limit = 50, after, ...rest } = query;
        const place = after === undefined ? {} : { after: sealer.open(after) };
        const { items, next } = await accountsAdmin.search({ ...rest, q, limit, ...place });
        const lines = await accountsAdmin.lines(items);
        const ids = items.map(({ _id }) => _id);
        await noteContacts(audit, signedIn(caller), { kind: 'list', id: 'accounts' }, ids);
        return { status: 200, body: { items: lines, ...(next === undefined ? {} : { next: sealer.seal(next) }) } };
      },
    }),
    route({
      method: 'POST',
      path: '/api/accounts/invitations',
      summary: 'Invites somebody by mail, or adds the account that the address has to groups and teams',
      who: ['administrator'],
      body: Invitation,
      responses: { 202: AccountLine },
      handler: async ({ body, caller }) => line(202, await invitations.invite(signedIn(caller).accountId, body)),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/suspend',
      summary: 'Ends somebody’s access and sessions at once',
      who: ['administrator'],
      params: AccountId,
      body: Suspension,
      responses: { 200: AccountLine },
      handler: async ({ params, body, caller }) =>
        line(200, await accountsAdmin.suspend(signedIn(caller).accountId, params.id, body.reason)),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/restore',
      summary: 'Gives a suspended account its access back',
      who: ['administrator'],
      params: AccountId,
      responses: { 200: AccountLine },
      handler: async ({ params, caller }) =>
        line(200, await accountsAdmin.restore(signedIn(caller).accountId, params.id)),
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/confirm',
      summary: 'Confirms that somebody is the professional that they say',
      who: ['administrator'],
      params: AccountId,
      responses: { 200: AccountLine },
      handler: async ({ params, caller }) =>
        line(200, await accountsAdmin.confirm(signedIn(caller).accountId, params.id)),
    }),
    route({
      method: 'PUT',
      path: '/api/accounts/:id/role',
      summary: 'Changes what an account may do',
      who: ['administrator'],
      params: AccountId,
      body: RoleChange,
      responses: { 200: AccountLine },
      handler: async ({ params, body, caller }) =>
        line(200, await accountsAdmin.setRole(signedIn(caller).accountId, params.id, body.role)),
    }),
    route({
      method: 'POST',
      path: '/api/invitations/read',
      summary: 'Whom the link in an invitation is for',
      who: 'anyone',
      body: InvitationToken,
      responses: { 200: InvitationView },
      handler: async ({ body }) => {
        const { email, role, profile, invitation } = await invitations.read(body.token);
        const { forename, surname, professional, jobRole, organisation } = profile;
        const by = invitation?.by === undefined ? undefined : await accounts.get(invitation.by);
        return {
          status: 200,
          body: {
            email,
            forename,
            surname,
            role,
            professional,
            ...(by === undefined ? {} : { invitedBy: nameOf(by) }),
            ...(jobRole === undefined ? {} : { jobRole }),
            ...(organisation === undefined ? {} : { organisation }),
            expiresAt: invitation?.expiresAt,
          },
        };
      },
    }),
    route({
      method: 'POST',
      path: '/api/invitations/accept',
      summary: 'Chooses a password by the link in an invitation, and signs in.',
      who: 'anyone',
      body: InvitationAcceptance,
      responses: { 200: Me },
      handler: async ({ body, caller, device, header }) => {
        const account = await invitations.accept(body);
        if (caller !== undefined) await sessions.end(caller.sessionId);
        const { token, session } = await sessions.begin(account, header('User-Agent'));
        const known = devices.remember(device, account._id);
        return { status: 200, body: meOf(account, session), session: { token }, device: known };
      },
    }),
  ];
};
