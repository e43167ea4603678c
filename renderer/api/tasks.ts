/** Tasks and what belongs to them, as queries with their keys. */
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Task } from '../../wire/task.ts';
import { call } from './client.ts';
import { change } from './change.ts';
import type { BodyOf, Sent } from './operation.ts';

export type TaskListName = 'assigned' | 'retracted' | 'submitted' | 'groups' | 'managed';
export type TaskSort = 'due' | 'form' | 'name';

export interface TaskListWanted {
  list: TaskListName;
  /** Words that a name or a form begins with. */
  words?: string;
  sort?: TaskSort;
  /** Where the page begins. */
  after?: string;
}

export const tasksQuery = ({ list, words = '', sort = 'due', after = '' }: TaskListWanted) =>
  queryOptions({
    queryKey: ['tasks', list, words, sort, after],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ list });
      if (words !== '') query.set('q', words);
      if (sort !== 'due') query.set('sort', sort);
      if (after !== '') query.set('after', after);
      return call('GET', `/api/tasks?${query}`, undefined, { signal });
    },
  });

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['task', id],
    queryFn: ({ signal }) => call('GET', `/api/tasks/${id}`, undefined, { signal }),
  });

/** To whom the caller may hand it. */
export const taskPeopleQuery = (id: string) =>
  queryOptions({
    queryKey: ['task-people', id],
    queryFn: ({ signal }) => call('GET', `/api/tasks/${id}/people`, undefined, { signal }),
  });

/** The work groups that the caller is in or manages. */
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: ({ signal }) => call('GET', '/api/groups', undefined, { signal }),
});

export const threadQuery = (kind: 'task' | 'submission', id: string) =>
  queryOptions({
    queryKey: ['thread', kind, id],
    queryFn: ({ signal }) => call('GET', `/api/threads/${kind}/${id}`, undefined, { signal }),
  });

/** Where there are messages that the caller has not seen. */
export const unreadQuery = queryOptions({
  queryKey: ['unread'],
  queryFn: ({ signal }) => call('GET', '/api/threads/unread', undefined, { signal }),
  staleTime: 30_000,
});

export const automaticReplyQuery = queryOptions({
  queryKey: ['automatic-reply'],
  queryFn: ({ signal }) => call('GET', '/api/me/automatic-reply', undefined, { signal }),
});

/** What a person may do with a task, by the names of the routes. */
export type TaskEventName = 'pick-up' | 'open' | 'release' | 'take-over' | 'return' | 're-assign' | 'counter-sign';

type Raise = <Event extends TaskEventName>(
  task: Pick<Task, 'id' | 'revision'>,
  event: Event,
  ...sent: Sent<'POST', EventAddress<Event>, { keepalive?: boolean }>
) => Promise<Task>;
type EventAddress<Event extends TaskEventName> = `/api/tasks/${string}/${Event}`;

/** Lets something happen to a task as it was seen. Throws a ProblemError of 409 that says who has it when that is another. */
export const raise: Raise = (
  { id, revision },
  event: TaskEventName,
  body?: BodyOf<'POST', EventAddress<TaskEventName>>,
  options?: { keepalive?: boolean },
) => change('POST', `/api/tasks/${id}/${event}`, revision, body, options);

/** A task changed hands or state: every list and page about tasks is read again. */
export const tasksChanged = (queries: QueryClient): Promise<unknown> =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['tasks'] }),
    queries.invalidateQueries({ queryKey: ['task'] }),
    queries.invalidateQueries({ queryKey: ['task-people'] }),
  ]);
