/** What is taken out of the page's memory when whoever was signed in is not any more. */
import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from './portal.ts';

/** What anybody may find, by the first part of its key; and an open form, which saves first. All else goes with whoever was signed in. */
const anybodys = new Set<unknown>([
  'service',
  'me',
  'forms',
  'definition',
  'ready-form',
  'register',
  'open-draft',
  'invitation',
  'reset-link',
]);

/** Takes away all that belongs to the person who was signed in. */
export const forgetPerson = (queries: QueryClient): void => {
  queries.setQueryData(meQuery.queryKey, { account: null });
  queries.removeQueries({ predicate: ({ queryKey }) => !anybodys.has(queryKey[0]) });
};
