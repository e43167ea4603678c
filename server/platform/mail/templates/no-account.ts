/** Instead of a link, when a new password is asked for and the address has no account. */
import type { MailTemplate } from './template.ts';

export const noAccount: MailTemplate = () => ({
  subject: 'There is no account with this email address',
  blocks: [
    { paragraph: 'Somebody asked for a new password with your email address, but there is no account with it.' },
    {
      paragraph:
        'If it was you, perhaps you registered with another address. If you have not registered yet, you can do it now.',
    },
    { link: 'Register', path: '/register' },
    { paragraph: 'If it was not you, you do not need to do anything.' },
  ],
});
