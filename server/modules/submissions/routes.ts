/** Submitted forms: one's own for a time, those of one's teams for the council. */
import Type from 'typebox';
import { Submission, SubmissionSummary } from '../../../wire/form.ts';
import { Id } from '../../../wire/shapes.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { fileReply, pdfReply } from '../../platform/http/download.ts';
import { problem } from '../../core/errors.ts';
import { route } from '../../platform/http/route.ts';
import type { Caller, Route } from '../../platform/http/route.ts';
import type { ActAction } from '../../platform/audit/words.ts';
import type { SubmissionDocument } from '../drafts/index.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { Attachments } from '../drafts/index.ts';
import type { PrintService } from './print/print-service.ts';
import type { Submissions } from './submissions.ts';
import { pdfName } from './print/print-service.ts';
import { submissionOnWire, submissionSummary } from './submissions.ts';

const SubmissionId = Type.Object({ id: Id });

export interface SubmissionRouteParts {
  submissions: Submissions;
  attachments: Attachments;
  audit: Audit;
  prints: PrintService;
}

export const submissionRoutes = ({ submissions, prints, attachments, audit }: SubmissionRouteParts): Route[] => {
  /** Notes that somebody saw a record; an officer's look at one is noted too, one's own only when it leaves the service. */
  const note = async ({ accountId }: Caller, action: ActAction, { _id }: SubmissionDocument): Promise<void> =>
    audit.append({ actor: accountId, action, subject: { kind: 'submission', id: _id } });

  return [
    route({
      method: 'GET',
      path: '/api/submissions',
      summary: 'One’s own submitted forms, newest first',
      who: 'signed-in',
      responses: { 200: Type.Array(SubmissionSummary) },
      handler: async ({ caller }) => ({
        status: 200,
        body: (await submissions.list(signedIn(caller))).map(submissionSummary),
      }),
    }),
    route({
      method: 'GET',
      path: '/api/submissions/:id',
      scope: 'submissions:read',
      summary: 'A submitted form with its answers',
      who: 'signed-in',
      params: SubmissionId,
      responses: { 200: Submission },
      handler: async ({ caller, params }) => {
        const person = signedIn(caller);
        const { submission, own, council } = await submissions.read(person, params.id);
        const seen = await submissions.see(person.accountId, submission, council);
        if (!own) await note(person, 'submission-read', submission);
        const scans = await attachments.scans(submission.attachments.map(({ id }) => id));
        return { status: 200, body: submissionOnWire(submission, seen, scans) };
      },
    }),
    route({
      method: 'GET',
      path: '/api/submissions/:id/pdf',
      produces: 'application/pdf',
      scope: 'submissions:read',
      summary: 'A submitted form as PDF, from its own version',
      who: 'signed-in',
      params: SubmissionId,
      responses: { 200: 'stream' },
      handler: async ({ caller, params }) => {
        const person = signedIn(caller);
        const { submission, council } = await submissions.read(person, params.id);
        const seen = await submissions.see(person.accountId, submission, council);
        const printed = await prints.ofSubmission(person.accountId, submission, seen);
        await note(person, 'pdf-downloaded', submission);
        return pdfReply(printed, pdfName(submission.reference));
      },
    }),
    route({
      method: 'GET',
      path: '/api/submissions/:id/attachments/:attachment',
      scope: 'submissions:read',
      summary: 'A document of a submitted form, or of the council’s response to it',
      who: 'signed-in',
      params: Type.Object({ id: Id, attachment: Id }),
      responses: { 200: 'stream' },
      handler: async ({ caller, params }) => {
        const person = signedIn(caller);
        const { submission, council } = await submissions.read(person, params.id);
        const seen = await submissions.see(person.accountId, submission, council);
        const sent = (submission.responses ?? []).flatMap(({ documents = [] }) => documents);
        const named = (documents: readonly { id: string }[]) => documents.some(({ id }) => id === params.attachment);
        if (!named(submission.attachments) && !named(sent)) throw problem('not-found');
        const reader = named(sent) ? undefined : { accountId: person.accountId, seen };
        const { document, stream } = await attachments.open(params.id, params.attachment, 'submission', reader);
        await audit.append({
          actor: person.accountId,
          action: 'attachment-downloaded',
          subject: { kind: 'attachment', id: document._id },
          detail: { submission: params.id },
        });
        return fileReply(stream, document);
      },
    }),
    route({
      method: 'POST',
      path: '/api/submissions/:id/email',
      summary: 'Mail oneself a link to a submitted form',
      who: 'signed-in',
      params: SubmissionId,
      responses: { 202: null },
      handler: async ({ caller, params }) => {
        await submissions.sendLink(signedIn(caller), params.id);
        return { status: 202 };
      },
    }),
  ];
};
