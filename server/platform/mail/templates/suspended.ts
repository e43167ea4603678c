/** Instead of a code or a link, when the account is suspended. */
import type { MailTemplate } from './template.ts';

export const suspended: MailTemplate = () => ({
  subject: 'Your account cannot be used at the moment',
  blocks: [
    {
      paragraph: 'Somebody tried to sign in to your account or asked for a new password. The council has suspended it.',
    },
    { paragraph: 'Nothing was deleted. To learn why, or to use it again, ask the team below.' },
  ],
});
