import { QueryClient } from '@tanstack/react-query';
import { onSignedOut, ProblemError } from '../api/client.ts';
import { meQuery } from '../api/portal.ts';

/** What a person who is not signed in must not find, by the first part of its key. An open form is not among them: it saves first. */
const ownKeys = new Set<unknown>(['drafts', 'draft', 'people', 'submissions', 'submission', 'received']);

/** Takes away all that belongs to the person who was signed in. */
export const forgetPerson = (queries: QueryClient): void => {
  queries.setQueryData(meQuery.queryKey, { account: null });
  queries.removeQueries({ predicate: ({ queryKey }) => ownKeys.has(queryKey[0]) });
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
