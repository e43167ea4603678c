import { formatDate } from '../../../engine/index.ts';
import type { TaskSummary } from '../../../wire/task.ts';
import { AlertIcon } from '../icons.tsx';
import './due-date.css';

/** A due date with how near it is, in words: “28-Jul-2021, 3 days left”. Of what was taken back or closed there is only the date. */
export const DueDate = ({ dueOn, due, state }: Pick<TaskSummary, 'dueOn' | 'due' | 'state'>) => {
  if (dueOn === null) return <>No due date</>;
  if (due.state === 'done' && state !== 'submitted') return <span className="nowrap">{formatDate(dueOn)}</span>;
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
