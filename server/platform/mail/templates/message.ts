/** Tells that there is a message, never what it says or about whom. Values: `link`, `path`. */
import { textOf } from '../../../../engine/json.ts';
import type { MailTemplate } from './template.ts';

export const message: MailTemplate = ({ link, path }) => ({
  subject: 'You have a new message',
  blocks: [
    { paragraph: 'There is a new message for you. To keep it private, it can only be read after you have signed in.' },
    { link: textOf(link), path: textOf(path) },
  ],
});
