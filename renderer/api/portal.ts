/** What every page reads, as queries with their keys. */
import { queryOptions } from '@tanstack/react-query';
import type { Me } from '../../wire/account.ts';
import type { FormSummary, Service } from '../../wire/form.ts';
import { call } from './client.ts';

export const serviceQuery = queryOptions({
  queryKey: ['service'],
  queryFn: ({ signal }) => call<Service>('GET', '/api/service', undefined, { signal }),
  staleTime: 10 * 60_000,
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call<Me>('GET', '/api/me', undefined, { signal }),
  staleTime: 60_000,
});

export const formsQuery = queryOptions({
  queryKey: ['forms'],
  queryFn: ({ signal }) => call<FormSummary[]>('GET', '/api/forms', undefined, { signal }),
  staleTime: 60_000,
});
