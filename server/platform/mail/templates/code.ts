/** The six-digit code of a step. Values: `code`, `minutes`, `purpose`. */
import { textOf } from '../../../../engine/json.ts';
import type { MailTemplate } from './template.ts';

export const codePurposes: Record<string, string> = {
  registration: 'Use this code to confirm your email address and finish your registration.',
  'sign-in': 'Use this code to finish signing in.',
  'email-change': 'Use this code to confirm your new email address.',
};

export const code: MailTemplate = ({ code: digits, minutes, purpose }) => ({
  subject: 'Your code',
  blocks: [
    { paragraph: codePurposes[textOf(purpose)] ?? 'Use this code to continue.' },
    { code: textOf(digits) },
    {
      paragraph: `It lasts ${textOf(minutes)} minutes and can be used once. If you asked for another code, only the newest one works.`,
    },
    {
      paragraph:
        'Nobody from the council will ever ask you for this code. If you did not ask for it, you do not need to do anything.',
    },
  ],
});
