/** Whether somebody asked for something to be kept: a case, what belongs to it, and what the family sent in about its child. */
import { searchWords } from '../../../engine/index.ts';
import { every } from '../../platform/storage/every.ts';
import type { Store } from '../../platform/storage/store.ts';
import { type CaseDocument, likeNames } from '../cases/index.ts';
import type { SubmissionDocument } from '../drafts/index.ts';

/** False where a record belongs to no case. */
export const isCaseHeld = async (store: Store, id: string | undefined): Promise<boolean> =>
  id !== undefined && (await store.get('cases', id))?.hold !== undefined;

/** Submissions that may be about whom a case is about, by name and date of birth. */
export const submissionsLike = async function* (store: Store, { subject }: Pick<CaseDocument, 'subject'>) {
  const [word] = searchWords(subject.lastName);
  if (word === undefined) return;
  const query = { filter: { words: { eq: word } }, sort: { path: '_id', direction: 'asc' } } as const;
  for await (const found of every(store, 'submissions', query))
    if (found.dateOfBirth === subject.dateOfBirth && likeNames(subject, found)) yield found;
};

/** Cases of whoever may be the child of a submission: by the date of birth, or where none is known by a word of the last name. */
const casesLike = async function* (store: Store, submission: SubmissionDocument) {
  const { dateOfBirth, lastName } = submission;
  const [word] = searchWords(lastName);
  if (dateOfBirth === undefined && word === undefined) return;
  const [filter, path] =
    dateOfBirth === undefined
      ? [{ words: { eq: word ?? '' } }, '_id']
      : [{ 'subject.dateOfBirth': { eq: dateOfBirth } }, 'subject.dateOfBirth'];
  for await (const found of every(store, 'cases', { filter, sort: { path, direction: 'asc' } }))
    if (likeNames(found.subject, submission)) yield found;
};

/** A submission of a held case, the one that opened it, or one about the child of a held case. */
export const isSubmissionHeld = async (store: Store, submission: SubmissionDocument): Promise<boolean> => {
  if (await isCaseHeld(store, submission.case)) return true;
  if ((await store.findOne('cases', { openedFrom: { eq: submission._id } }))?.hold !== undefined) return true;
  for await (const { hold } of casesLike(store, submission)) if (hold !== undefined) return true;
  return false;
};
