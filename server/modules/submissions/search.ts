import { tidyReference } from './reference.ts';
import type { Filter } from '../../platform/storage/store.ts';

/** Small letters, no accents, single spaces: `Łucja  Ó Briain` is found by `lucja o briain`. */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** More words than this find nobody that these do not. */
const mostWords = 8;

/** The words of what somebody typed to find an account or a work group. */
export const searchWords = (typed: string): string[] =>
  searchKey(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);

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
