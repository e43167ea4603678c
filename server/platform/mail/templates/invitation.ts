/**
 * The one-use link by which somebody who was invited chooses a password. Values: `token`, `days`, and `tried`: what was done with the
 * address where the council did not invite just now.
 */
import { textOf } from '../../../../engine/json.ts';
import type { MailTemplate } from './template.ts';

const account = 'The council has created an account for you with this email address.';
export const invitationWords: Record<string, string> = {
  registration: `Somebody tried to register with this email address. ${account} You do not need to register, and there is no code to enter. If it was you, choose a password to use the account:`,
  'sign-in': `Somebody tried to sign in with this email address. ${account} It has no password yet, so there is no code to enter. If it was you, choose a password to use the account:`,
  'password-reset': `Somebody asked for a new password with this email address. ${account} It has no password yet. If it was you, choose one to use the account:`,
  'email-change': `Somebody tried to use this email address for another account. ${account} If it was you, choose a password to use it:`,
};

export const invitation: MailTemplate = ({ token, days, tried }) => ({
  subject: 'You are invited to the online services',
  blocks: [
    { paragraph: invitationWords[textOf(tried)] ?? `${account} Choose a password to use it:` },
    { link: 'Choose a password', path: `/accept-invitation#${textOf(token)}` },
    {
      paragraph: `The link lasts ${textOf(days)} days and can be used once. If you were invited before, only this newest link works.`,
    },
    { paragraph: 'If you do not know why you were invited, ask the team below. Without a password nobody can use it.' },
  ],
});
