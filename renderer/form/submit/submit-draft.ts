import { ProblemError } from '../../api/client.ts';
import { hasUnderway } from '../open/open-draft.ts';
import type { OpenDraft } from '../open/opened.ts';
import type { FormTranslate } from '../words.ts';

export type Outcome =
  /** `address`: the page that says so. */
  | { is: 'submitted'; address: string }
  /** Some answers are missing or not right. */
  | { is: 'problems' }
  /** Saving asks the person something first: another window changed the form, or they are signed out. */
  | { is: 'unsettled' }
  /** It may be tried again. */
  | { is: 'failed'; message: string };

/** Saves what is not saved, lets the person sign when they do, then submits that revision. Safe to repeat. */
export const submitDraft = async (
  { saving, filling, uploads, mode }: OpenDraft,
  t: FormTranslate,
  sign?: () => Promise<unknown>,
): Promise<Outcome> => {
  if (hasUnderway(uploads)) return { is: 'failed', message: t('submit.underway') };
  filling.commitTyped();
  const saved = await saving.flush();
  const { phase, revision } = saving.state();
  if (!saved && phase === 'offline') return { is: 'failed', message: t('submit.unreached') };
  // A draft that is gone may be one whose submission was carried out while the reply was lost: asking again tells.
  if (!saved && phase !== 'gone') return { is: 'unsettled' };
  try {
    await sign?.();
    return { is: 'submitted', address: await mode.submit(revision) };
  } catch (error) {
    if (!(error instanceof ProblemError)) return { is: 'failed', message: t('submit.unreached') };
    if (error.body.code === 'answers-invalid') return { is: 'problems' };
    return { is: 'failed', message: error.message };
  }
};
