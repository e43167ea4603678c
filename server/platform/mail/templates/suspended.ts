/** Instead of a code or a link, when the account is suspended. */
import type { MailTemplate } from './template.ts';

export const suspended: MailTemplate = () => ({
  subject: 'Your account cannot be used at the moment',
  blocks: [
    {
      paragraph:
        'Somebody tried to use your email address to sign in, to register, or to choose a new password. Your account is suspended by the council.',
    },
    { paragraph: 'Nothing was deleted. To learn why, or to use it again, ask the team below.' },
  ],
});
