/** Every mail that the server sends, by the name that effects use. */
import { accountExists } from './account-exists.ts';
import { code } from './code.ts';
import { emailChanged } from './email-changed.ts';
import { groupsJoined } from './groups-joined.ts';
import { invitation } from './invitation.ts';
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
import { task } from './task.ts';
import type { MailTemplate } from './template.ts';

export const templates: Record<string, MailTemplate> = {
  'account-exists': accountExists,
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
