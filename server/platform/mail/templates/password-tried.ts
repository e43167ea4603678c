/** Instead of a code, when the password was wrong. */
import type { MailTemplate } from './template.ts';

export const passwordTried: MailTemplate = () => ({
  subject: 'The password was not right',
  blocks: [
    { paragraph: 'Somebody tried to sign in to your account with a wrong password, so we did not send a code.' },
    { paragraph: 'If it was you, go back and try again, or choose a new password.' },
    { link: 'Sign in', path: '/sign-in' },
    { link: 'I have forgotten my password', path: '/forgotten-password' },
    {
      paragraph:
        'If it was not you, nobody has got in. If such mails go on, choose a new password or tell the team below.',
    },
  ],
});
