/** What must happen because something was submitted. The words of the mails are the form's own; no answer is ever among them. */
import type { JsonValue } from '../../engine/json.ts';
import { fill } from '../../engine/index.ts';
import { mailEffect, workEffect } from '../effects/pending.ts';
import type { Effect, MailEffect } from '../effects/effect.ts';
import type { Edition } from './catalogue-edition.ts';
import { webhookEffect } from './webhooks.ts';
import type { Frozen } from './drafts-documents.ts';

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

/** The words for `event`: the form's own where it has some. Paragraphs are parted by an empty line. */
export const wordsFor = (
  event: string,
  edition: Edition | undefined,
  values: Record<string, string>,
): Omit<Notice, 'link' | 'path'> => {
  const keys = edition?.definition.manifest.mail[event];
  const own = (key: string | undefined): string | undefined =>
    key === undefined ? undefined : edition?.compiled().text(key, values);
  const fallback = standard[event] ?? { subject: event, body: '' };
  const body = own(keys?.body) ?? fill(fallback.body, values);
  return {
    subject: own(keys?.subject) ?? fill(fallback.subject, values),
    paragraphs: body
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== ''),
  };
};

/** A mail effect with the words for `event`. */
export const noticeEffect = (
  event: string,
  edition: Edition | undefined,
  values: Record<string, string>,
  to: MailEffect['to'],
  link: { link: string; path: string },
  now: Date,
): MailEffect => {
  const notice: Record<string, JsonValue> = { ...wordsFor(event, edition, values), ...link };
  return mailEffect('notice', to, notice, now);
};

/** The effects of a new submission: both mails, and the person remembered for the account. */
export const effectsOf = (id: string, frozen: Frozen, edition: Edition | undefined): Effect[] => {
  const now = new Date(frozen.submittedAt);
  const values = { reference: frozen.reference, form: frozen.form.title };
  const own = { link: 'See your form', path: `/submitted/${id}` };
  const council = { link: 'Open the form', path: `/received/${id}` };
  return [
    noticeEffect('submitted', edition, values, { account: frozen.owner }, own, now),
    noticeEffect('received', edition, values, { team: frozen.team }, council, now),
    webhookEffect(
      'submission.received',
      { submission: id, reference: frozen.reference, form: frozen.form.id, team: frozen.team },
      now,
    ),
    // Whom a task is about is the council's to know, not what an account's next form begins with.
    ...(frozen.task === undefined ? [workEffect(personWork, { submission: id }, now)] : []),
  ];
};
