/** Tells that there is a message, never what it says or about whom. Values: `link`, `path`. */
import type { MailTemplate } from './template.ts';

export const message: MailTemplate = ({ link, path }) => ({
  subject: 'You have a new message',
  blocks: [
    { paragraph: 'There is a new message for you. To keep it private, it can only be read after you have signed in.' },
    { link: String(link), path: String(path) },
  ],
});
