/** Forms, and what people write and send, as queries with their keys. Apart from `portal.ts`, so that signing in loads none of it. */
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

const aDay = 24 * 60 * 60_000;

/** One version of a form; it never changes once published. */
export const definitionQuery = (form: { id: string; version: string; hash: string }) =>
  queryOptions({
    queryKey: ['definition', form.id, form.version, form.hash],
    queryFn: ({ signal }) => call('GET', `/api/forms/${form.id}/${form.version}`, undefined, { signal }),
    staleTime: aDay,
  });

/** In place of a form while it is not known which one; nothing is asked about it. */
export const noForm = { id: '', version: '', hash: '' };

export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: ({ signal }) => call('GET', '/api/drafts', undefined, { signal }),
});

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => call('GET', '/api/people', undefined, { signal }),
});

/** Entries of one of the council's lists that hold the words typed. */
export const registerQuery = (register: string, typed: string) =>
  queryOptions({
    queryKey: ['register', register, typed],
    queryFn: ({ signal }) =>
      call('GET', `/api/registers/${register}?q=${encodeURIComponent(typed)}`, undefined, { signal }),
    staleTime: 10 * 60_000,
  });

export const submissionsQuery = queryOptions({
  queryKey: ['submissions'],
  queryFn: ({ signal }) => call('GET', '/api/submissions', undefined, { signal }),
});

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id],
    queryFn: ({ signal }) => call('GET', `/api/submissions/${id}`, undefined, { signal }),
  });

/** `filters`: as the address has them; what is new stands first. */
export const receivedQuery = (filters: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['received', filters],
    queryFn: ({ signal }) => {
      const given = Object.entries(filters).filter(([, value]) => value !== '');
      return call('GET', `/api/received?${new URLSearchParams([...given, ['first', 'new']])}`, undefined, { signal });
    },
  });
