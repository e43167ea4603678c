import { Challenge, ChallengeAnswer, Me, NewCode, SignIn } from '../../../../wire/account.ts';
import { signedIn } from '../../../platform/http/authorization.ts';
import { problem } from '../../../core/errors.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { beginSignIn, finishSignIn } from './sign-in.ts';
import { stateOf } from '../accounts.ts';
import type { AccountParts } from '../parts.ts';
import { meOf } from '../routes-me.ts';

export const signInRoutes = (services: AccountParts): Route[] => [
  route({
    method: 'POST',
    path: '/api/sign-in',
    summary: 'First step of signing in: email and password. The reply is the same for every address and password.',
    who: 'anyone',
    body: SignIn,
    responses: { 200: Challenge },
    handler: async ({ body, address, device }) => ({
      status: 200,
      body: await beginSignIn(services, body, { address, device }),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/code',
    summary: 'Second step of signing in: the six-digit code from the mail.',
    who: 'anyone',
    body: ChallengeAnswer,
    responses: { 200: Me },
    handler: async ({ body, address, device, caller, header }) => {
      const account = await finishSignIn(services, body, { address, device });
      if (caller !== undefined) await services.sessions.end(caller.sessionId);
      const { token, session } = await services.sessions.begin(account, header('User-Agent'));
      // Suspended in this moment: the session was begun after the others were ended.
      const now = await services.accounts.get(account._id);
      if (now === undefined || stateOf(now) !== 'active') {
        await services.sessions.end(session.caller.sessionId);
        throw problem('start-again');
      }
      const known = services.devices.remember(device, account._id);
      return { status: 200, body: meOf(account, session), session: { token }, device: known };
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/new-code',
    summary: 'Sends another code; the earlier one no longer works.',
    who: 'anyone',
    body: NewCode,
    responses: { 200: Challenge },
    handler: async ({ body }) => ({ status: 200, body: await services.challenges.renew('sign-in', body.challenge) }),
  }),
  route({
    method: 'POST',
    path: '/api/sign-out',
    summary: 'Ends the session.',
    who: 'anyone',
    responses: { 204: null },
    handler: async ({ caller }) => {
      if (caller !== undefined) {
        const { accountId, sessionId } = caller;
        await services.sessions.endNoted(accountId, { only: sessionId }, 'signed-out');
      }
      return { status: 204, session: null };
    },
  }),
  route({
    method: 'POST',
    path: '/api/session/extend',
    summary: 'Keeps an idle session open.',
    who: 'signed-in',
    responses: { 200: Me },
    handler: async ({ caller }) => {
      const { accountId, sessionId } = signedIn(caller);
      const session = await services.sessions.extend(sessionId);
      const account = await services.accounts.get(accountId);
      if (session === undefined || account === undefined) throw problem('sign-in-needed');
      return { status: 200, body: meOf(account, session) };
    },
  }),
];
