import { formatBytes } from '../../../engine/index.ts';
import type { Task } from '../../../wire/task.ts';

/** What the council sent along. */
export const SentDocuments = ({ task: { id, documents } }: { task: Task }) =>
  documents.length === 0 ? null : (
    <details className="task-fold">
      <summary>Documents sent with it ({documents.length})</summary>
      <ul>
        {documents.map((each) => (
          <li key={each.id}>
            <a href={`/api/tasks/${id}/documents/${each.id}`} download={each.name}>
              {each.name}
            </a>{' '}
            <span className="muted small">{formatBytes(each.bytes)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
