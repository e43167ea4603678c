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
export { invitationDays } from './invitations-link.ts';
export { createInvitations, type Invitations } from './invitations.ts';
export { accountsById, memberOnWire, nameOf, suspendedIds } from './many.ts';
export { createChallenges } from './sign-in/challenges.ts';
export { createDevices } from './sign-in/devices.ts';
export { hashPassword } from './sign-in/passwords.ts';
export { createSessions } from './sign-in/sessions.ts';
export { accountsModule } from './module.ts';
export type { AccountParts } from './parts.ts';
