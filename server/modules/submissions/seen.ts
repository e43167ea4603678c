/** What somebody sees of what was submitted. */
import { answersFor } from '../../../engine/index.ts';
import type { CompiledForm, Party } from '../../../engine/index.ts';
import { type ViewerContext, type SeenCopy, type SubmissionDocument, viewerOf } from '../drafts/index.ts';

/**
 * Hidden answers were left out when it was submitted, but for those that show for somebody else who wrote in it: the council reads all of
 * these, and everybody else what the form shows them.
 */
export const seenInSubmission = (
  form: CompiledForm,
  submission: SubmissionDocument,
  viewerContext: ViewerContext,
  council: boolean,
  added: ReadonlySet<string>,
): SeenCopy => {
  const own: Party[] = submission.owner === viewerContext.accountId ? ['submitter'] : [];
  const viewer = viewerOf(
    submission,
    { ...viewerContext, parties: new Set([...viewerContext.parties, ...own]) },
    added,
  );
  const values = { ...submission.context, ...viewerContext.user, ...viewerContext.holding };
  const seen = answersFor(form, submission.answers, council ? { ...viewer, wrote: () => true } : viewer, {
    today: submission.today,
    values,
  });
  return { ...seen, context: { ...seen.context, nothingHidden: true }, copy: council ? 'council' : 'own' };
};
