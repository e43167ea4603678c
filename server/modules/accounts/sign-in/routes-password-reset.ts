import { PasswordReset, PasswordResetLink, PasswordResetRequest } from '../../../../wire/account.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { finishReset, readReset, requestReset } from './password.ts';
import type { AccountParts } from '../parts.ts';

export const passwordResetRoutes = (services: AccountParts): Route[] => [
  route({
    method: 'POST',
    path: '/api/password-resets',
    summary: 'Mails a link for a new password. The reply is the same for every address.',
    who: 'anyone',
    body: PasswordResetRequest,
    responses: { 202: null },
    handler: async ({ body, address, device }) => {
      await requestReset(services, body.email, { address, device });
      return { status: 202 };
    },
  }),
  route({
    method: 'POST',
    path: '/api/password-resets/read',
    summary: 'Whether the link for a new password can still be used.',
    who: 'anyone',
    body: PasswordResetLink,
    responses: { 204: null },
    handler: async ({ body }) => {
      await readReset(services, body.token);
      return { status: 204 };
    },
  }),
  route({
    method: 'POST',
    path: '/api/password-resets/confirm',
    summary: 'Puts the new password in place and ends all sessions.',
    who: 'anyone',
    body: PasswordReset,
    responses: { 204: null },
    handler: async ({ body }) => {
      await finishReset(services, body);
      return { status: 204, session: null };
    },
  }),
];
