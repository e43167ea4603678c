/** Welcome after the address is confirmed. */
import type { MailTemplate } from './template.ts';

export const registered: MailTemplate = () => ({
  subject: 'Registration completed',
  blocks: [
    {
      paragraph:
        'Your account is ready. Sign in with your email address and your password. Each time, we will send you a code as the second step.',
    },
    { link: 'Go to the service', path: '/' },
  ],
});
