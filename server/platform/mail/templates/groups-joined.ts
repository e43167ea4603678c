/** Told when an account that exists is added to work groups or teams. Values: `names` (texts). */
import type { MailTemplate } from './template.ts';

export const groupsJoined: MailTemplate = ({ names }) => {
  const texts = Array.isArray(names) ? names.map(String) : [];
  return {
    subject: 'You were added to a group',
    blocks: [
      { paragraph: `The council has added your account to: ${texts.join(', ')}.` },
      { paragraph: 'You can find what is sent there after you sign in. Your password has not changed.' },
      { link: 'Sign in', path: '/sign-in' },
      { paragraph: 'If this is not right, tell the team below.' },
    ],
  };
};
