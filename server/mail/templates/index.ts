/** Every mail that the server sends, by the name that effects use. */
import type { JsonValue } from '../../../engine/json.ts';
import type { MailContent } from '../message.ts';
import { accountExists } from './account-exists.ts';
import { code } from './code.ts';
import { emailChanged } from './email-changed.ts';
import { locked } from './locked.ts';
import { noAccount } from './no-account.ts';
import { notice } from './notice.ts';
import { passwordChanged } from './password-changed.ts';
import { passwordReset } from './password-reset.ts';
import { passwordTried } from './password-tried.ts';
import { registered } from './registered.ts';

export type MailValues = Record<string, JsonValue>;
export type MailTemplate = (values: MailValues) => MailContent;

export const templates: Record<string, MailTemplate> = {
  'account-exists': accountExists,
  code,
  'email-changed': emailChanged,
  locked,
  'no-account': noAccount,
  notice,
  'password-changed': passwordChanged,
  'password-reset': passwordReset,
  'password-tried': passwordTried,
  registered,
};
