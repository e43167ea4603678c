/** Told after every change of the password. */
import type { MailTemplate } from './template.ts';

export const passwordChanged: MailTemplate = () => ({
  subject: 'Your password was changed',
  blocks: [
    { paragraph: 'The password of your account was changed, and all other devices were signed out.' },
    { paragraph: 'If it was not you, choose a new password now and tell the team below.' },
    { link: 'Choose a new password', path: '/forgotten-password' },
  ],
});
