/** What every page reads, as queries with their keys. */
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export const serviceQuery = queryOptions({
  queryKey: ['service'],
  queryFn: ({ signal }) => call('GET', '/api/service', undefined, { signal }),
  staleTime: 10 * 60_000,
});

/** Asked again while somebody waits for a code. */
export const mailQuery = queryOptions({
  queryKey: ['mail'],
  queryFn: ({ signal }) => call('GET', '/api/service/mail', undefined, { signal }),
  staleTime: 5_000,
  refetchInterval: 15_000,
  retry: false,
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call('GET', '/api/me', undefined, { signal }),
  staleTime: 60_000,
});

export const formsQuery = queryOptions({
  queryKey: ['forms'],
  queryFn: ({ signal }) => call('GET', '/api/forms', undefined, { signal }),
  staleTime: 60_000,
});
