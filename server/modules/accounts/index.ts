export { createAccounts, normaliseEmail, stateOf, type AccountRecord, type Accounts } from './accounts.ts';
export { createAccountsAdmin, type AccountsAdmin } from './admin.ts';
export {
  asConfirmed,
  audienceInWords,
  isUnconfirmed,
  isVouchedFor,
  mayBeGiven,
  mayHave,
  notForPerson,
  privateParties,
  rolesOf,
} from './audience.ts';
export { createApiKeys, type ApiKeys } from './api-keys.ts';
export type { Core, Foundations } from './core.ts';
export { invitationDays, inviteAgain, inviteAgainWork } from './invitations-link.ts';
export { createInvitations, joinGroupsWork, type Invitations } from './invitations.ts';
export { sessionsOfAccount } from './my-data.ts';
export { accountsById, memberOnWire, nameOf, suspendedIds } from './many.ts';
export { createChallenges } from './sign-in/challenges.ts';
export { createDevices } from './sign-in/devices.ts';
export { hashPassword } from './sign-in/passwords.ts';
export { createSessions } from './sign-in/sessions.ts';
