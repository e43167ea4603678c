/** Told when an account that exists is added to work groups or teams. Values: `names` (texts). */
import type { MailTemplate } from './template.ts';

export const groupsJoined: MailTemplate = ({ names }) => {
  const texts = Array.isArray(names) ? names.map(String) : [];
  return {
    subject: 'You were added to a group',
    blocks: [
      { paragraph: `The council has added your account to: ${texts.join(', ')}.` },
      { paragraph: 'What is sent there you find from now on when you have signed in. Your password stays as it is.' },
      { link: 'Sign in', path: '/sign-in' },
      { paragraph: 'If this is not right, tell the team below.' },
    ],
  };
};
