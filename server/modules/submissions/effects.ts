/** What must happen because something was submitted. The words of the mails are the form's own; no answer is ever among them. */
import type { CompiledForm } from '../../../engine/index.ts';
import { workEffect } from '../../platform/effects/pending.ts';
import type { Effect } from '../../platform/effects/effect.ts';
import { webhookEffect } from '../../platform/effects/webhook-effect.ts';
import { type Frozen, noticeEffect, titleOf } from '../drafts/index.ts';

/** Name of the work that notes whom the form was about, for the account's next form. */
export const personWork = 'note-person';

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
