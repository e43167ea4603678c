import { formatDate, taskStateWords } from '../../../../engine/index.ts';
import type { TaskStateName, TaskSummary } from '../../../../wire/task.ts';

export const stateWords = (state: TaskStateName): string => taskStateWords[state];

export const stateOptions = [
  { value: 'overdue', label: 'Overdue' },
  ...Object.entries(taskStateWords).map(([value, label]) => ({ value, label })),
  { value: 'all', label: 'All, closed ones too' },
];

/** `28-Jul-2021 · 3 days left` */
export const dueWords = ({ dueOn, due }: Pick<TaskSummary, 'dueOn' | 'due'>): string =>
  dueOn === null ? '' : due.state === 'done' ? formatDate(dueOn) : `${formatDate(dueOn)} · ${due.words}`;
