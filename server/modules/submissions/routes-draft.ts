/** What becomes of a form that is being filled in: its PDF so far, and its submission. */
import Type from 'typebox';
import { Submit, SubmissionSummary } from '../../../wire/form.ts';
import { Id } from '../../../wire/shapes.ts';
import { signedIn } from '../../platform/http/authorization.ts';
import { pdfReply } from '../../platform/http/download.ts';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Drafts } from '../drafts/index.ts';
import type { PrintService } from './print/print-service.ts';
import type { Submissions } from './submissions.ts';
import { pdfName } from './print/print-service.ts';
import { submissionSummary } from './submissions.ts';

const DraftId = Type.Object({ id: Id });

export interface SubmitRouteParts {
  drafts: Drafts;
  submissions: Submissions;
  prints: PrintService;
}

export const draftToSubmissionRoutes = ({ drafts, submissions, prints }: SubmitRouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/api/drafts/:id/pdf',
    produces: 'application/pdf',
    summary: 'The form as it is now, marked as a draft',
    who: 'signed-in',
    params: DraftId,
    responses: { 200: 'stream' },
    handler: async ({ caller, params }) => {
      const { accountId } = signedIn(caller);
      const draft = await drafts.open(accountId, params.id);
      return pdfReply(await prints.ofDraft(accountId, draft, await drafts.see(draft, accountId)), pdfName(undefined));
    },
  }),
  route({
    method: 'POST',
    path: '/api/drafts/:id/submit',
    summary: 'Submit, once',
    who: 'signed-in',
    params: DraftId,
    body: Submit,
    responses: { 200: SubmissionSummary, 201: SubmissionSummary },
    handler: async ({ caller, params, body }) => {
      const person = signedIn(caller);
      const { submission, fresh } = await submissions.submit(person, params.id, body.revision);
      return { status: fresh ? 201 : 200, body: submissionSummary(submission) };
    },
  }),
];
