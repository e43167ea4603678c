import { taskStateWords } from '../../../../engine/index.ts';
import type { TaskStateName } from '../../../../wire/task.ts';

export const stateWords = (state: TaskStateName): string => taskStateWords[state];

export const stateOptions = [
  { value: 'overdue', label: 'Overdue' },
  ...Object.entries(taskStateWords).map(([value, label]) => ({ value, label })),
  { value: 'all', label: 'All, closed ones too' },
];
