/** The council's responses to a submitted form. The newest is shown first; none is ever changed or lost. */
import type { Logger } from 'pino';
import type { Readable } from 'node:stream';
import type { Attachment, SentFile } from '../../../wire/form.ts';
import type { Scanner } from '../../platform/attachments/scan.ts';
import { mayRespond } from './access.ts';
import type { Clock } from '../../core/clock.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { effectsChange, mailEffect, noteEffect } from '../../platform/effects/pending.ts';
import type { Caller } from '../../platform/http/route.ts';
import type { Blobs } from '../../platform/storage/blobs.ts';
import { overtaken, untilWritten } from '../../platform/storage/until-written.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import { type SubmissionDocument, keepToSend, uploadToSend } from '../drafts/index.ts';
import type { Submissions } from './submissions.ts';
import { shownUntil, type ShowParts } from './shown.ts';

export interface ResponsesParts extends ShowParts {
  clock: Clock;
  blobs: Blobs;
  scanner: Scanner | undefined;
  log: Pick<Logger, 'warn'>;
  submissions: Pick<Submissions, 'read'>;
  audit: Audit;
  /** Says that an effect was written. */
  kick: () => void;
}

interface Given {
  text: string;
  /** Ids of documents that were uploaded for it. */
  documents?: readonly string[];
}

export interface Responses {
  /**
   * Posts a response and tells whoever submitted the form by mail. The same words and documents again, sent twice by mistake, change
   * nothing. Throws what reading it throws, forbidden for whoever only submitted it, or request-invalid for a document that is not here.
   */
  post: (caller: Caller, submission: string, given: Given) => Promise<SubmissionDocument>;
  /** Takes in a document for a response that is being written. Throws as `post` does, or file-refused. */
  upload: (caller: Caller, submission: string, name: string, stream: Readable) => Promise<Attachment>;
}

const isSame = (
  response: { text: string; documents?: readonly SentFile[] },
  { text, documents = [] }: Given,
): boolean =>
  response.text === text.trim() &&
  JSON.stringify((response.documents ?? []).map(({ id }) => id)) === JSON.stringify(documents);

export const createResponses = (parts: ResponsesParts): Responses => {
  const { store, clock, submissions, kick } = parts;
  return {
    post: async (caller, id, given) => {
      const text = given.text.trim();
      return untilWritten('submissions', async () => {
        const { submission, ...relations } = await submissions.read(caller, id);
        mayRespond(relations);
        const earlier = submission.responses ?? [];
        const last = earlier.at(-1);
        if (last !== undefined && isSame(last, given) && last.by.id === caller.accountId) return submission;

        const documents = await keepToSend(parts, caller.accountId, given.documents ?? [], id);
        const postedAt = clock.now().toISOString();
        const response = {
          postedAt,
          text,
          documents,
          by: { id: caller.accountId, name: caller.name },
        };
        const values = { reference: submission.reference, form: submission.form.title, path: `/submitted/${id}` };
        const effects = [
          ...submission.effects,
          noteEffect(
            { actor: caller.accountId, action: 'response-posted', subject: { kind: 'submission', id } },
            clock.now(),
          ),
          mailEffect('response', { account: submission.owner }, values, clock.now()),
        ];
        const set = {
          response: { postedAt, text, documents: response.documents },
          responses: [...earlier, response].map((each) => ({ ...each })),
          ...(submission.standing === undefined ? {} : { standing: 'handled' }),
          visibleUntil: await shownUntil(parts, submission),
        };
        const filter = { _id: { eq: id }, revision: { eq: submission.revision } };
        const posted = await store.update('submissions', filter, effectsChange(effects, { set }));
        if (posted === undefined) return overtaken;
        kick();
        await writeNotes(parts, 'submissions', posted);
        return posted;
      });
    },

    upload: async (caller, id, name, stream) => {
      mayRespond(await submissions.read(caller, id));
      return uploadToSend(parts, caller.accountId, name, stream);
    },
  };
};
