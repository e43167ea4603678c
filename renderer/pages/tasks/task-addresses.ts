import type { TaskListName, TaskSort } from '../../api/tasks.ts';

export type TaskTab = Extract<TaskListName, 'assigned' | 'retracted' | 'submitted'>;

/** What the address of the list says: the tab, what is searched for, the order, and where each list's page begins. */
export interface TasksPlace {
  tab: TaskTab;
  words: string;
  sort: TaskSort;
  after: string;
  groupsAfter: string;
  managedAfter: string;
}

const tabs: readonly TaskTab[] = ['assigned', 'retracted', 'submitted'];
const sorts: readonly TaskSort[] = ['due', 'form', 'name'];

export const placeIn = (search: URLSearchParams): TasksPlace => ({
  tab: tabs.find((tab) => tab === search.get('list')) ?? 'assigned',
  words: search.get('q') ?? '',
  sort: sorts.find((sort) => sort === search.get('sort')) ?? 'due',
  after: search.get('after') ?? '',
  groupsAfter: search.get('groups') ?? '',
  managedAfter: search.get('managed') ?? '',
});

/** The address of a list. Without `after` it begins at the beginning. */
export const tasksAddress = (place: Partial<TasksPlace>): string => {
  const { tab = 'assigned', words = '', sort = 'due', after = '', groupsAfter = '', managedAfter = '' } = place;
  const query = new URLSearchParams();
  if (tab !== 'assigned') query.set('list', tab);
  if (words !== '') query.set('q', words);
  if (sort !== 'due') query.set('sort', sort);
  if (after !== '') query.set('after', after);
  if (groupsAfter !== '') query.set('groups', groupsAfter);
  if (managedAfter !== '') query.set('managed', managedAfter);
  const text = query.toString();
  return text === '' ? '/tasks' : `/tasks?${text}`;
};

export const taskAddress = (id: string): string => `/tasks/${id}`;

export const reassignAddress = (id: string): string => `/tasks/${id}/re-assign`;
