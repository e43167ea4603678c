/** Instead of a link, when a new password is asked for and the address has no account. */
import type { MailTemplate } from './template.ts';

export const noAccount: MailTemplate = () => ({
  subject: 'There is no account with this e-mail address',
  blocks: [
    { paragraph: 'Somebody asked for a new password with your e-mail address, but there is no account with it.' },
    {
      paragraph:
        'If it was you, perhaps you registered with another address. If you have not registered yet, you can do it now.',
    },
    { link: 'Register', path: '/register' },
    { paragraph: 'If it was not you, you need not do anything.' },
  ],
});
