import type { SubmissionSummary } from '../../wire/form.ts';
import { call, ProblemError } from '../api/client.ts';
import { hasUnderway, type OpenDraft } from './open-draft.ts';

export type Outcome =
  | { is: 'submitted'; submission: SubmissionSummary }
  /** Some answers are missing or not right. */
  | { is: 'problems' }
  /** Saving asks the person something first: another window changed the form, or they are signed out. */
  | { is: 'unsettled' }
  /** It may be tried again. */
  | { is: 'failed'; message: string };

const unreached =
  'The service could not be reached, so the form may not have been submitted yet. Press Submit again: it is never submitted twice.';

const underway = 'A document is still on its way. Wait until it has arrived, then press Submit again.';

/** Saves what is not saved, then submits that revision. Safe to repeat. */
export const submitDraft = async ({ draft, saving, filling, uploads }: OpenDraft): Promise<Outcome> => {
  if (hasUnderway(uploads)) return { is: 'failed', message: underway };
  filling.commitTyped();
  const saved = await saving.flush();
  const { phase, revision } = saving.state();
  if (!saved && phase === 'offline') return { is: 'failed', message: unreached };
  // A draft that is gone may be one whose submission was carried out while the reply was lost: asking again tells.
  if (!saved && phase !== 'gone') return { is: 'unsettled' };
  try {
    const submission = await call<SubmissionSummary>('POST', `/api/drafts/${draft.id}/submit`, { revision });
    return { is: 'submitted', submission };
  } catch (error) {
    if (!(error instanceof ProblemError)) return { is: 'failed', message: unreached };
    if (error.body.code === 'answers-invalid') return { is: 'problems' };
    return { is: 'failed', message: error.message };
  }
};
