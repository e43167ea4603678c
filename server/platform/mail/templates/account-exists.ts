/** Instead of a code, when somebody registers with an address that has an account. */
import type { MailTemplate } from './template.ts';

export const accountExists: MailTemplate = () => ({
  subject: 'You already have an account',
  blocks: [
    {
      paragraph:
        'Somebody tried to register with your email address. You already have an account, so we did not create a new one and nothing has changed.',
    },
    {
      paragraph:
        'If it was you, sign in with the password that you have. If you have forgotten it, you can choose a new one.',
    },
    { link: 'Sign in', path: '/sign-in' },
    { link: 'I have forgotten my password', path: '/forgotten-password' },
    { paragraph: 'If it was not you, you do not need to do anything.' },
  ],
});
