/** What must happen because something was submitted. The words of the mails are the form's own; no answer is ever among them. */
import type { JsonValue } from '../../../engine/json.ts';
import { fill } from '../../../engine/index.ts';
import type { CompiledForm } from '../../../engine/index.ts';
import { mailEffect, workEffect } from '../../platform/effects/pending.ts';
import type { Effect, MailEffect } from '../../platform/effects/effect.ts';
import { webhookEffect } from '../webhooks/webhooks.ts';
import type { Frozen } from '../drafts/documents.ts';

/** Name of the work that notes whom the form was about, for the account's next form. */
export const personWork = 'note-person';

type Notice = { subject: string; paragraphs: string[]; link: string; path: string };

const standard: Record<string, { subject: string; body: string }> = {
  submitted: {
    subject: 'We have your form ({reference})',
    body: 'Your form “{form}” was submitted. Its reference is {reference}.',
  },
  received: {
    subject: 'A new form has come in ({reference})',
    body: 'The form “{form}” was submitted for your team. Its reference is {reference}.',
  },
  reminder: {
    subject: 'A form that you began will be deleted on {date}',
    body: 'You began the form “{form}” and have not submitted it. It is kept until {date} and then deleted. Each time that you save, it is kept longer.',
  },
  link: {
    subject: 'Your form {reference}',
    body: 'Here is the link to your form “{form}” with the reference {reference}. You need to sign in to see it.',
  },
};

/** What a form is called in its language. */
export const titleOf = (form: CompiledForm | undefined): string | undefined =>
  form?.text(form.definition.manifest.title);

/**
 * The words for `event` in the form's language: the form's own where it has some, else what is said for every form. Paragraphs are parted
 * by an empty line.
 */
export const wordsFor = (
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

/** The effects of a new submission: both mails, and the person remembered for the account. */
export const effectsOf = (
  id: string,
  frozen: Frozen,
  /** The form in the language of who submitted it, and in that of the council. */
  form: { own: CompiledForm | undefined; council: CompiledForm | undefined },
): Effect[] => {
  const now = new Date(frozen.submittedAt);
  const values = { reference: frozen.reference, form: frozen.form.title };
  const ownValues = { ...values, form: titleOf(form.own) ?? values.form };
  const own = { link: 'See your form', path: `/submitted/${id}` };
  const council = { link: 'Open the form', path: `/received/${id}` };
  return [
    noticeEffect('submitted', form.own, ownValues, { account: frozen.owner }, own, now),
    noticeEffect('received', form.council, values, { team: frozen.team }, council, now),
    webhookEffect(
      'submission.received',
      { submission: id, reference: frozen.reference, form: frozen.form.id, team: frozen.team },
      now,
    ),
    // Whom a task is about is the council's to know, not what an account's next form begins with.
    ...(frozen.task === undefined ? [workEffect(personWork, { submission: id }, now)] : []),
  ];
};
