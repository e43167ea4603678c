import { formatDate } from '../../../../engine/index.ts';
import type { TaskStateName, TaskSummary } from '../../../../wire/task.ts';

const states: Record<TaskStateName, string> = {
  sent: 'Sent, not opened yet',
  offered: 'In the work group’s tray',
  'picked-up': 'Picked up, not opened yet',
  open: 'Being answered',
  returned: 'Given back',
  submitted: 'Submitted',
  retracted: 'Retracted',
  expired: 'Closed unanswered',
};

export const stateWords = (state: TaskStateName): string => states[state];

export const stateOptions = [
  { value: 'overdue', label: 'Overdue' },
  ...Object.entries(states).map(([value, label]) => ({ value, label })),
  { value: 'all', label: 'All, closed ones too' },
];

/** `28-Jul-2021 · 3 days left` */
export const dueWords = ({ dueOn, due }: Pick<TaskSummary, 'dueOn' | 'due'>): string =>
  dueOn === null ? '' : due.state === 'done' ? formatDate(dueOn) : `${formatDate(dueOn)} · ${due.words}`;
