/** Told to the old address. */
import type { MailTemplate } from './template.ts';

export const emailChanged: MailTemplate = () => ({
  subject: 'The email address of your account was changed',
  blocks: [
    {
      paragraph:
        'The email address of your account was changed. From now on you sign in with the new one, and mail goes there.',
    },
    { paragraph: 'If it was not you, tell the team below at once.' },
  ],
});
