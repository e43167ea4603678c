import { formatDate } from '../../../engine/index.ts';
import type { TaskSummary } from '../../../wire/task.ts';
import { AlertIcon } from '../../parts/icons.tsx';

/** A due date with how near it is, in words: “28-Jul-2021 · 3 days left”. */
export const DueDate = ({ dueOn, due }: Pick<TaskSummary, 'dueOn' | 'due'>) => {
  if (dueOn === null) return 'No due date';
  const words = due.state === 'overdue' ? <strong>{due.words}</strong> : due.words;
  return (
    <span className={`due due-${due.state}`}>
      <span className="nowrap">{formatDate(dueOn)}</span>{' '}
      <span className="due-words">
        {due.state === 'overdue' && <AlertIcon />}
        {words}
      </span>
    </span>
  );
};
