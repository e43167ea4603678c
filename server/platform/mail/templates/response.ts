/** Tells that the council has answered a submitted form, never what it says. Values: `reference`, `form`, `path`. */
import { textOf } from '../../../../engine/json.ts';
import type { MailTemplate } from './template.ts';

export const response: MailTemplate = ({ reference, form, path }) => ({
  subject: `There is a response to your form ${textOf(reference)}`,
  blocks: [
    { paragraph: `The council has responded to your form “${textOf(form)}” with the reference ${textOf(reference)}.` },
    { paragraph: 'To keep it private, the response can only be read after you have signed in.' },
    { link: 'Read the response', path: textOf(path) },
  ],
});
