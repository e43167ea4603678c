import { tidyReference } from '../../core/reference.ts';
import { searchKey } from '../../core/search-key.ts';
import type { Filter } from '../../platform/storage/store.ts';

export const subjectKey = (firstName: string, lastName: string): string => searchKey(`${lastName} ${firstName}`);

/**
 * The filters to try for what an officer typed, in order, until one finds something: a reference, a name as `last first`,
 * a name as `first last`. Nothing typed: everything.
 */
export const searchFilters = (typed: string): Filter[] => {
  const key = searchKey(typed);
  if (key === '') return [{}];
  const filters: Filter[] = [];
  if (/^fw/i.test(key)) filters.push({ reference: { prefix: tidyReference(typed) } });
  const words = key.replaceAll(',', '').split(' ');
  filters.push({ subjectKey: { prefix: words.join(' ') } });
  const last = words.at(-1);
  if (words.length > 1 && last !== undefined) {
    filters.push({ subjectKey: { prefix: [last, ...words.slice(0, -1)].join(' ') } });
  }
  return filters;
};
