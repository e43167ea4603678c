import { Challenge, ChallengeAnswer, Me, NewCode, Registration } from '../../../wire/account.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { beginRegistration, finishRegistration } from './registration.ts';
import type { AccountParts } from './parts.ts';
import { meOf } from './routes-me.ts';

export const registrationRoutes = (services: AccountParts): Route[] => [
  route({
    method: 'POST',
    path: '/api/registrations',
    summary: 'Registers an account, which a code from a mail confirms. The reply is the same for every address.',
    who: 'anyone',
    body: Registration,
    responses: { 200: Challenge },
    handler: async ({ body, address, device }) => ({
      status: 200,
      body: await beginRegistration(services, body, { address, device }),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/registrations/confirm',
    summary: 'Confirms the address by the six-digit code, makes the account and signs in.',
    who: 'anyone',
    body: ChallengeAnswer,
    responses: { 200: Me },
    handler: async ({ body, address, device, caller, header }) => {
      const account = await finishRegistration(services, body, { address, device });
      if (caller !== undefined) await services.sessions.end(caller.sessionId);
      const { token, session } = await services.sessions.begin(account, header('User-Agent'));
      const known = services.devices.remember(device, account._id);
      return { status: 200, body: meOf(account, session), session: { token }, device: known };
    },
  }),
  route({
    method: 'POST',
    path: '/api/registrations/new-code',
    summary: 'Sends another code; the earlier one no longer works.',
    who: 'anyone',
    body: NewCode,
    responses: { 200: Challenge },
    handler: async ({ body }) => ({
      status: 200,
      body: await services.challenges.renew('registration', body.challenge),
    }),
  }),
];
