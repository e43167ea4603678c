import { formatDateTime } from '../../../../engine/index.ts';
import type { Task } from '../../../../wire/task.ts';
import { useService } from '../../../api/person.ts';

const quiet = new Set(['open', 'release']);

/** Who wrote in it, who signed it, and what happened to it. */
export const Contributors = ({ task, open = false }: { task: Task; open?: boolean }) => {
  const { timeZone } = useService();
  const time = (at: string): string => formatDateTime(at, timeZone);
  const { contributors, signedBy, history } = task;
  return (
    <details className="task-fold" open={open}>
      <summary>Who contributed</summary>
      {contributors.length === 0 && <p>Nobody has written in it yet.</p>}
      <ul>
        {contributors.map(({ name, first, last }) => (
          <li key={`${name} ${first}`}>
            <strong>{name}</strong> wrote in it{' '}
            {first === last ? `on ${time(first)}` : `from ${time(first)} to ${time(last)}`}
          </li>
        ))}
        {signedBy && (
          <li>
            <strong>{signedBy.name}</strong>, {signedBy.role}, counter-signed it on {time(signedBy.on)}
          </li>
        )}
      </ul>
      <p className="task-history-title">
        <strong>What happened</strong>
      </p>
      <ol className="task-history plain-list">
        {history
          .filter(({ event }) => !quiet.has(event))
          .map(({ words, by, at, comment }, index) => (
            <li key={index}>
              <span className="numbers muted nowrap">{time(at)}</span> {words}, by {by.name}
              {comment !== undefined && <span className="lines task-comment">{comment}</span>}
            </li>
          ))}
      </ol>
    </details>
  );
};
