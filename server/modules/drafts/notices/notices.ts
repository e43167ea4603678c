/** Mails about somebody's form, in the words of the form and in its language; no answer is ever among them. */
import type { JsonValue } from '../../../../engine/json.ts';
import { fill } from '../../../../engine/index.ts';
import type { CompiledForm } from '../../../../engine/index.ts';
import type { MailEffect } from '../../../platform/effects/effect.ts';
import { mailEffect } from '../../../platform/effects/pending.ts';

type Notice = { subject: string; paragraphs: string[]; link: string; path: string };

const standard: Record<string, { subject: string; body: string }> = {
  submitted: {
    subject: 'We have your form ({reference})',
    body: 'Your form “{form}” was submitted. Its reference is {reference}.',
  },
  received: {
    subject: 'A new form has been received ({reference})',
    body: 'The form “{form}” was submitted for your team. Its reference is {reference}.',
  },
  reminder: {
    subject: 'A form you started will be deleted on {date}',
    body: 'You started the form “{form}” and have not submitted it. We will keep it until {date} and then delete it. Each time you save it, we keep it for longer.',
  },
  moved: {
    subject: 'Somebody else has the form now: {form}',
    body: 'The form “{form}”, which you had, was given to somebody else. You do not need to do anything more with it.\n\nWhat you saved in it is kept.',
  },
  link: {
    subject: 'Your form {reference}',
    body: 'Here is the link to your form “{form}” with the reference {reference}. You need to sign in to see it.',
  },
};

/** Every event of a form that is told by mail. */
export const noticeEvents: readonly string[] = Object.keys(standard);

/** What a form is called in its language. */
export const titleOf = (form: CompiledForm | undefined): string | undefined =>
  form?.text(form.definition.manifest.title);

/**
 * The words for `event` in the form's language: the form's own where it has some, else what is said for every form. Paragraphs are parted
 * by an empty line.
 */
const wordsFor = (
  event: string,
  form: CompiledForm | undefined,
  values: Record<string, string>,
): Omit<Notice, 'link' | 'path'> => {
  const keys = form?.definition.manifest.mail[event];
  const fallback = standard[event] ?? { subject: event, body: '' };
  const words = (part: 'subject' | 'body'): string => {
    const key = keys?.[part];
    const own = key === undefined ? undefined : form?.text(key, values);
    return own ?? form?.text(`word.mail.${event}.${part}`, values) ?? fill(fallback[part], values);
  };
  const body = words('body');
  return {
    subject: words('subject'),
    paragraphs: body
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== ''),
  };
};

/** What a mail in another language says besides: at its foot, and which language it is in. */
const foreign = (form: CompiledForm | undefined): Record<string, JsonValue> => {
  const [help, machine] = [form?.text('word.mail.help'), form?.text('word.mail.machine')];
  if (form === undefined || form.language === 'en') return {};
  return { language: form.language, ...(help && machine ? { foot: { help, machine } } : {}) };
};

/** A mail effect with the words for `event`, in the form's language. */
export const noticeEffect = (
  event: string,
  form: CompiledForm | undefined,
  values: Record<string, string>,
  to: MailEffect['to'],
  link: { link: string; path: string },
  now: Date,
): MailEffect => {
  const { path } = link;
  const notice: Record<string, JsonValue> = {
    ...wordsFor(event, form, values),
    link: form?.text(`word.mail.${event}.link`) ?? link.link,
    path,
    ...foreign(form),
  };
  return mailEffect('notice', to, notice, now);
};
