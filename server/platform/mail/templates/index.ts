/** Every mail that the server sends, by the name that effects use. */
import { accountExists } from './account-exists.ts';
import { auditHead } from './audit-head.ts';
import { code, codePurposes } from './code.ts';
import { emailChanged } from './email-changed.ts';
import { groupsJoined } from './groups-joined.ts';
import { invitation, invitationWords } from './invitation.ts';
import { locked } from './locked.ts';
import { message } from './message.ts';
import { noAccount } from './no-account.ts';
import { notice } from './notice.ts';
import { passwordChanged } from './password-changed.ts';
import { passwordReset } from './password-reset.ts';
import { passwordTried } from './password-tried.ts';
import { registered } from './registered.ts';
import { response } from './response.ts';
import { suspended } from './suspended.ts';
import { task, taskEvents } from './task.ts';
import type { MailTemplate } from './template.ts';

export const templates: Record<string, MailTemplate> = {
  'account-exists': accountExists,
  'audit-head': auditHead,
  code,
  'email-changed': emailChanged,
  'groups-joined': groupsJoined,
  invitation,
  locked,
  message,
  'no-account': noAccount,
  notice,
  'password-changed': passwordChanged,
  'password-reset': passwordReset,
  'password-tried': passwordTried,
  registered,
  response,
  suspended,
  task,
};

/** What a template's words depend on, by its name: the values that `event`, `purpose` or `tried` may have. Those not named here have one form. */
export const mailVariants: Record<string, readonly string[]> = {
  code: Object.keys(codePurposes),
  invitation: ['', ...Object.keys(invitationWords)],
  task: Object.keys(taskEvents),
};
