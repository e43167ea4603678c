/** The council's responses to a submitted form. The newest is shown first; none is ever changed or lost. */
import { mayRespond } from '../authorization/submissions.ts';
import type { Clock } from '../clock.ts';
import { earliest, effectsAsJson, mailEffect } from '../effects/pending.ts';
import type { Caller } from '../http/route.ts';
import type { Audit } from './audit.ts';
import type { SubmissionDocument } from './drafts-documents.ts';
import type { Submissions } from './submissions.ts';
import { shownUntil, type ShowParts } from './submissions-shown.ts';

export interface ResponsesParts extends ShowParts {
  clock: Clock;
  submissions: Pick<Submissions, 'read'>;
  audit: Audit;
  /** Says that an effect was written. */
  kick: () => void;
}

export interface Responses {
  /**
   * Posts a response and tells whoever submitted the form by mail. The same words again, sent twice by mistake, change nothing. Throws
   * what reading it throws, or forbidden for whoever only submitted it.
   */
  post: (caller: Caller, submission: string, text: string) => Promise<SubmissionDocument>;
}

export const createResponses = (parts: ResponsesParts): Responses => {
  const { store, clock, submissions, audit, kick } = parts;
  return {
    post: async (caller, id, given) => {
      const text = given.trim();
      for (;;) {
        const { submission, ...relations } = await submissions.read(caller, id);
        mayRespond(relations);
        const earlier = submission.responses ?? [];
        const last = earlier.at(-1);
        if (last?.text === text && last.by.id === caller.accountId) return submission;

        const postedAt = clock.now().toISOString();
        const response = { postedAt, text, by: { id: caller.accountId, name: caller.name } };
        const values = { reference: submission.reference, form: submission.form.title, path: `/submitted/${id}` };
        const effects = [
          ...submission.effects,
          mailEffect('response', { account: submission.owner }, values, clock.now()),
        ];
        const set = {
          response: { postedAt, text },
          responses: [...earlier, response],
          visibleUntil: await shownUntil(parts, submission),
          effects: effectsAsJson(effects),
          effectsDue: earliest(effects) ?? postedAt,
        };
        const filter = { _id: { eq: id }, revision: { eq: submission.revision } };
        const posted = await store.update<SubmissionDocument>('submissions', filter, { set });
        if (posted === undefined) continue;
        kick();
        const subject = { kind: 'submission', id };
        await audit.append({ actor: caller.accountId, action: 'response-posted', subject });
        return posted;
      }
    },
  };
};
