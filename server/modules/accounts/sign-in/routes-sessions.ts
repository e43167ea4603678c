/** Where somebody is signed in, for the person alone. */
import Type from 'typebox';
import { OwnSession } from '../../../../wire/account.ts';
import { Id } from '../../../../wire/shapes.ts';
import { signedIn } from '../../../platform/http/authorization.ts';
import { problem } from '../../../core/errors.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import type { Sessions } from './sessions.ts';

export interface SessionRouteParts {
  sessions: Sessions;
}

export const sessionRoutes = ({ sessions }: SessionRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/me/sessions',
    summary: 'Where the account is signed in, this session first, then by last use.',
    who: 'signed-in',
    responses: { 200: Type.Array(OwnSession) },
    handler: async ({ caller }) => {
      const { accountId, sessionId } = signedIn(caller);
      return { status: 200, body: await sessions.list(accountId, sessionId) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/me/sessions/:id',
    summary: 'Signs the account out in one place.',
    who: 'signed-in',
    params: Type.Object({ id: Id }),
    responses: { 204: null },
    handler: async ({ caller, params }) => {
      const { accountId, sessionId } = signedIn(caller);
      if ((await sessions.endNoted(accountId, { only: params.id }, 'sessions-ended')) === 0) throw problem('not-found');
      return { status: 204, ...(params.id === sessionId ? { session: null } : {}) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/me/sessions',
    summary: 'Signs the account out everywhere but here.',
    who: 'signed-in',
    responses: { 204: null },
    handler: async ({ caller }) => {
      const { accountId, sessionId } = signedIn(caller);
      await sessions.endNoted(accountId, { except: sessionId }, 'sessions-ended');
      return { status: 204 };
    },
  }),
];
