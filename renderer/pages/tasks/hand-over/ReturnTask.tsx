import { useState, type SubmitEvent } from 'react';
import type { Task } from '../../../../wire/task.ts';
import { raise } from '../../../api/tasks.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { TextArea } from '../../../parts/inputs/TextArea.tsx';
import { useTaskAction } from './use-task-action.ts';

interface ReturnTaskProps {
  task: Task;
  onClose: () => void;
  onDone: () => Promise<void>;
}

const mostLetters = 1000;

/** Gives a task back, with the reason. */
export const ReturnTask = ({ task, onClose, onDone }: ReturnTaskProps) => {
  const [comment, setComment] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { busy, failure, run } = useTaskAction();
  const to = task.group?.name ?? task.team.name;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const words = comment.trim();
    const found =
      words === ''
        ? 'Enter why you are giving it back'
        : words.length > mostLetters
          ? `The reason must be ${mostLetters} characters or fewer`
          : undefined;
    setWrong(found);
    if (found !== undefined) return document.getElementById('return-comment')?.focus();
    void run(async () => {
      await raise(task, 'return', { comment: words });
      await onDone();
    });
  };
  return (
    <Dialog title={`Return to ${to}`} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <TextArea
          id="return-comment"
          label="Why are you giving it back?"
          required
          value={comment}
          onChange={setComment}
          maxLength={mostLetters}
          {...(wrong !== undefined && { error: wrong })}
        />
        {failure !== undefined && (
          <Notice kind="danger" role="alert">
            <p>{failure}</p>
          </Notice>
        )}
        <div className="actions">
          <Button look="primary" type="submit" busy={busy} busyText="Returning…">
            Return to {to}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
};
