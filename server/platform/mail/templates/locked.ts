/** Told once, when waits begin after many wrong attempts. */
import type { MailTemplate } from './template.ts';

export const locked: MailTemplate = () => ({
  subject: 'Many attempts to sign in to your account',
  blocks: [
    {
      paragraph:
        'There were many unsuccessful attempts to sign in to your account. To keep it safe, everybody must now wait between attempts.',
    },
    { paragraph: 'If it was you, wait a few minutes, or choose a new password: that ends the wait.' },
    { link: 'Choose a new password', path: '/forgotten-password' },
    { paragraph: 'If it was not you, nobody has got in.' },
  ],
});
