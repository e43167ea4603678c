import { QueryClient } from '@tanstack/react-query';
import { onSignedOut, ProblemError } from '../api/client.ts';
import { forgetPerson } from '../api/forget-person.ts';

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
