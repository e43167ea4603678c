/** The one-use link by which somebody who was invited chooses a password. Values: `token`, `days`. */
import type { MailTemplate } from './template.ts';

export const invitation: MailTemplate = ({ token, days }) => ({
  subject: 'You are invited to the online services',
  blocks: [
    { paragraph: 'The council has made an account for you under this e-mail address. Choose a password to use it:' },
    { link: 'Choose a password', path: `/accept-invitation#${String(token)}` },
    {
      paragraph: `The link lasts ${String(days)} days and can be used once. If you were invited before, only this newest link works.`,
    },
    { paragraph: 'If you do not know why you were invited, ask the team below. Without a password nobody can use it.' },
  ],
});
