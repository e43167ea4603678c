/** Cases that may be about the same person. */
import type { Subject } from '../../../wire/case.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { CaseDocument } from './documents.ts';
import { likeNames, subjectKeys } from './subject.ts';
import { every } from '../../platform/storage/every.ts';

const sort = { path: '_id', direction: 'asc' } as const;

/** Those of all teams with the same date of birth and a like name, or with the same identifier. */
export const likeCases = async (store: Store, subject: Subject): Promise<CaseDocument[]> => {
  const found = new Map<string, CaseDocument>();
  const born = { 'subject.dateOfBirth': { eq: subject.dateOfBirth } };
  for await (const other of every(store, 'cases', { filter: born, sort }))
    if (likeNames(subject, other.subject)) found.set(other._id, other);
  const { identifierKeys } = subjectKeys(subject);
  if (identifierKeys.length > 0) {
    const same = { identifierKeys: { in: identifierKeys } };
    for await (const other of every(store, 'cases', { filter: same, sort })) found.set(other._id, other);
  }
  return [...found.values()];
};
