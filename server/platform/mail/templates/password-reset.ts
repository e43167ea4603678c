/** The one-use link for a new password. Values: `token`, `minutes`. The token stands behind #, which browsers keep to themselves. */
import { textOf } from '../../../../engine/json.ts';
import type { MailTemplate } from './template.ts';

export const passwordReset: MailTemplate = ({ token, minutes }) => ({
  subject: 'Choose a new password',
  blocks: [
    { paragraph: 'Somebody asked for a new password for your account. If it was you, choose it here:' },
    { link: 'Choose a new password', path: `/reset-password#${textOf(token)}` },
    { paragraph: `The link lasts ${textOf(minutes)} minutes and can be used once.` },
    { paragraph: 'If it was not you, you do not need to do anything. Your password stays as it is.' },
  ],
});
