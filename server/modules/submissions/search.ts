/** How officers find what came in: by a reference, or by words of the name of whom it is about. */
import { searchKey, searchWords, typedWords } from '../../../engine/index.ts';
import { tidyReference } from '../../core/reference.ts';
import { foundBy } from '../../platform/storage/found-by.ts';
import type { Filter } from '../../platform/storage/store.ts';

/** What a submission is found by. */
export const subjectWords = (firstName: string, lastName: string): string[] => searchWords(`${firstName} ${lastName}`);

/** The filters to try for what an officer typed, in order, until one finds something. Nothing typed: everything. */
export const searchFilters = (typed: string): Filter[] => {
  const words = typedWords(typed);
  if (words.length === 0) return [{}];
  const filters = [foundBy('words', words)];
  if (words[0]?.startsWith('fw') === true) filters.unshift({ reference: { prefix: tidyReference(typed) } });
  // What an older release wrote and no migration has been at yet: last name, then first.
  filters.push({ subjectKey: { prefix: searchKey(typed) } });
  return filters;
};
