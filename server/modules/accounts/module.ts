/** What accounts and signing in add to the service. */
import { textOf } from '../../../engine/json.ts';
import type { Module } from '../../platform/module.ts';
import { joinGroupsWork } from './invitations.ts';
import { inviteAgain, inviteAgainWork } from './invitations-link.ts';
import { sessionsOfAccount } from './my-data.ts';
import { accountAdminRoutes, type AccountAdminRouteParts } from './routes.ts';
import { accountRoutes, type AccountRouteParts } from './routes-account.ts';
import { keyRoutes, type KeyRouteParts } from './routes-keys.ts';
import { registrationRoutes } from './routes-registration.ts';
import { passwordResetRoutes } from './sign-in/routes-password-reset.ts';
import { sessionRoutes } from './sign-in/routes-sessions.ts';
import { signInRoutes } from './sign-in/routes-sign-in.ts';

type Parts = AccountRouteParts & AccountAdminRouteParts & KeyRouteParts;

export const accountsModule = (parts: Parts): Module => ({
  routes: [
    ...registrationRoutes(parts),
    ...signInRoutes(parts),
    ...sessionRoutes(parts),
    ...passwordResetRoutes(parts),
    ...accountRoutes(parts),
    ...accountAdminRoutes(parts),
    ...keyRoutes(parts),
  ],
  work: {
    [inviteAgainWork]: ({ values }) => inviteAgain(parts, textOf(values['account']), textOf(values['tried'])),
    [joinGroupsWork]: (effect, { id }) => parts.invitations.join(effect, id),
  },
  myData: { sessions: sessionsOfAccount(parts.sessions) },
  load: () => parts.accountsAdmin.load(),
});
