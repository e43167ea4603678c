import { formatDateTime } from '../../../../engine/index.ts';
import type { Task } from '../../../../wire/task.ts';
import { useService } from '../../../api/person.ts';
import { Notice } from '../../../parts/Notice.tsx';

const requests = new Set(['re-assign', 'reopen']);
const over = new Set(['submitted', 'retracted', 'expired']);

/** What was written when the task was handed on or opened again, for whoever goes on with it. */
export const LastRequest = ({ task: { history, state } }: { task: Task }) => {
  const { timeZone } = useService();
  const last = history.findLast(({ event }) => requests.has(event));
  if (last?.comment === undefined || over.has(state)) return null;
  return (
    <Notice>
      <p>
        {last.words} by {last.by.name}, {formatDateTime(last.at, timeZone)}:
      </p>
      <p className="lines">{last.comment}</p>
    </Notice>
  );
};
