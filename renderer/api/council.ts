/** The council's workspace: what its pages read, as queries, and how they change it. Loaded by those pages only. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from './client.ts';
import type { Known } from './operation.ts';

/** What a list is narrowed to; what is empty is left out. */
export type Filters = Record<string, string | undefined>;

/** `/api/cases?q=bear` */
export const withFilters = <Path extends string>(path: Path, filters: Filters): Path | `${Path}?${string}` => {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/** All of it goes when the person signs out, and is read again when something was changed. */
export const COUNCIL = 'council';

const reading = <Path extends string>(path: Known<'GET', Path>, staleTime = 0) =>
  queryOptions({
    queryKey: [COUNCIL, path],
    queryFn: ({ signal }) => call('GET', path, undefined, { signal }),
    staleTime,
  });

const someMinutes = 5 * 60_000;

export const casesQuery = (filters: Filters) => reading(withFilters('/api/cases', filters));
export const caseQuery = (id: string) => reading(`/api/cases/${id}`);
export const caseExportQuery = (id: string) => reading(`/api/cases/${id}/export`);
export const storyQuery = (id: string) => reading(`/api/cases/${id}/story`);
export const caseAuditQuery = (id: string, filters: Filters) => reading(withFilters(`/api/cases/${id}/audit`, filters));
export const caseSettingsQuery = reading('/api/case-settings', someMinutes);
export const workQuery = (filters: Filters) => reading(withFilters('/api/work', filters));
export const boardQuery = (filters: Filters) => reading(withFilters('/api/board', filters));
export const dashboardQuery = (filters: Filters) => reading(withFilters('/api/dashboard', filters));
export const tasksQuery = (filters: Filters) => reading(withFilters('/api/council/tasks', filters));
export const taskQuery = (id: string) => reading(`/api/tasks/${id}`);
export const proposalQuery = (of: { case: string; form: string }) =>
  reading(withFilters('/api/council/tasks/proposal', of), someMinutes);
export const recipientsQuery = (filters: Filters) => reading(withFilters('/api/council/recipients', filters), 30_000);
export const groupsQuery = reading('/api/groups');
export const groupQuery = (id: string) => reading(`/api/groups/${id}`);
export const teamsQuery = reading('/api/teams', 60_000);
export const accountsQuery = (filters: Filters) => reading(withFilters('/api/accounts', filters));
export const versionsQuery = reading('/api/catalogue/versions', 60_000);
export const auditQuery = (filters: Filters) => reading(withFilters('/api/audit', filters));
export const auditActionsQuery = reading('/api/audit/actions', someMinutes);
export const serviceStateQuery = reading('/api/service/state');
export const calendarQuery = reading('/api/calendar');

/** A change that a button makes. Whatever comes of it, the workspace's pages are read again. */
export const useChange = <Result, Wanted = void>(run: (wanted: Wanted) => Promise<Result>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => queries.invalidateQueries({ queryKey: [COUNCIL] }),
  });
};

/** The same for forms that tell what is wrong themselves. */
export const useReload = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [COUNCIL] });
};
