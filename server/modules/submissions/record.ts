/**
 * The second half of submitting: from a frozen draft to a submission that stands by itself. The request does it at once; the relay
 * does it again, so a server that dies in between delays a submission and never loses or doubles it.
 */
import { randomBytes } from 'node:crypto';
import { problem } from '../../core/errors.ts';
import { withEffects } from '../../platform/effects/pending.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { DraftDocument, Frozen, SubmissionDocument } from '../drafts/index.ts';
import { unseen } from '../../core/retain.ts';
import { effectsOf } from './effects.ts';
import { referenceFrom } from '../../core/reference.ts';
import { subjectWords } from './search.ts';

export interface RecordParts {
  store: Store;
  catalogue: Catalogue;
}

/** A fresh reference that no submission has. */
export const newReference = async (store: Store): Promise<string> => {
  let reference: string;
  do reference = referenceFrom(randomBytes(32));
  while ((await store.count('submissions', { reference: { eq: reference } })) > 0);
  return reference;
};

/** The submission of a submitted draft, made from what was frozen unless it is there already. */
export const recordSubmission = async (parts: RecordParts, draft: DraftDocument): Promise<SubmissionDocument> => {
  const { store } = parts;
  const present = await store.get('submissions', draft._id);
  if (present !== undefined) return present;
  if (draft.frozen === undefined) throw problem('gone');
  try {
    return await insertSubmission(parts, draft._id, draft.frozen);
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error;
    const made = await store.get('submissions', draft._id);
    if (made !== undefined) return made;
    return recordSubmission(parts, await withOtherReference(store, draft));
  }
};

const insertSubmission = async (
  { store, catalogue }: RecordParts,
  id: string,
  frozen: Frozen,
): Promise<SubmissionDocument> => {
  const formVersion = await catalogue.formVersion(frozen.form.hash);
  const own = await formVersion?.inLanguage(frozen.language);
  return store.insert('submissions', {
    _id: id,
    ...frozen,
    retain: unseen,
    ...(frozen.task === undefined ? { standing: 'new' as const } : {}),
    words: subjectWords(frozen.firstName, frozen.lastName),
    ...withEffects(effectsOf(id, frozen, { own, council: formVersion?.compiled() })),
  });
};

/** Two submissions drew the same reference in the same moment: this one, which nobody has been told of, draws again. */
const withOtherReference = async (store: Store, draft: DraftDocument): Promise<DraftDocument> => {
  const reference = await newReference(store);
  const filter = { _id: { eq: draft._id }, revision: { eq: draft.revision } };
  const changed = await store.update('drafts', filter, { set: { 'frozen.reference': reference } });
  const now = changed ?? (await store.get('drafts', draft._id));
  if (now === undefined) throw problem('gone');
  return now;
};

/** Takes the answers off a submitted draft once its submission stands, so that they are kept in one place only. */
export const emptyDraft = async (store: Store, id: string): Promise<void> => {
  if ((await store.count('submissions', { _id: { eq: id } })) === 0) return;
  await store.patch(
    'drafts',
    { _id: { eq: id }, status: { eq: 'submitted' } },
    { set: { answers: {}, pages: {}, prefilled: {}, locked: [], context: {} }, unset: ['frozen', 'lastSave'] },
  );
};
