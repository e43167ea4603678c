import { QueryClient } from '@tanstack/react-query';
import { onSignedOut, ProblemError } from '../api/client.ts';
import { meQuery } from '../api/portal.ts';

/** What anybody may find, by the first part of its key; and an open form, which saves first. All else goes with whoever was signed in. */
const anybodys = new Set<unknown>(['service', 'me', 'forms', 'definition', 'ready-form', 'register', 'open-draft']);

/** Takes away all that belongs to the person who was signed in. */
export const forgetPerson = (queries: QueryClient): void => {
  queries.setQueryData(meQuery.queryKey, { account: null });
  queries.removeQueries({ predicate: ({ queryKey }) => !anybodys.has(queryKey[0]) });
};

/** The cache of what was fetched. A refusal is final; no answer is tried again twice. */
export const createQueries = (): QueryClient => {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        retry: (count, error) => !(error instanceof ProblemError) && count < 2,
      },
      mutations: { networkMode: 'always' },
    },
  });
  onSignedOut(() => forgetPerson(queries));
  return queries;
};
