import { formatDateTime } from '../../../../engine/index.ts';
import type { TaskEntry } from '../../../../wire/task.ts';
import { useService } from '../../../api/person.ts';

/** Everything that happened to a task, the newest first. */
export const TaskHistory = ({ history }: { history: readonly TaskEntry[] }) => {
  const { timeZone } = useService();
  return (
    <section>
      <h2>What happened</h2>
      <ol className="history" reversed>
        {history.toReversed().map(({ event, words, by, at, comment }, index) => (
          <li key={`${event} ${at} ${index}`}>
            <strong>{words}</strong>{' '}
            <span className="muted numbers">
              {formatDateTime(at, timeZone)}, {by.name}
            </span>
            {comment !== undefined && comment !== '' && <span className="lines">{comment}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
};
