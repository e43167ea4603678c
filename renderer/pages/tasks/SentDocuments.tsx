import type { Task } from '../../../wire/task.ts';
import { FileLinks } from '../../parts/FileLinks.tsx';

/** What the council sent along. */
export const SentDocuments = ({ task: { id, documents } }: { task: Task }) =>
  documents.length === 0 ? null : (
    <details className="task-fold">
      <summary>Documents sent with it ({documents.length})</summary>
      <FileLinks files={documents} address={`/api/tasks/${id}/documents`} />
    </details>
  );
