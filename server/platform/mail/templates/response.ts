/** Tells that the council has answered a submitted form, never what it says. Values: `reference`, `form`, `path`. */
import type { MailTemplate } from './template.ts';

export const response: MailTemplate = ({ reference, form, path }) => ({
  subject: `There is a response to your form ${String(reference)}`,
  blocks: [
    { paragraph: `The council has responded to your form “${String(form)}” with the reference ${String(reference)}.` },
    { paragraph: 'To keep it private, the response can only be read after you have signed in.' },
    { link: 'Read the response', path: String(path) },
  ],
});
