import { useState, type SubmitEvent } from 'react';
import type { Task, TaskPerson } from '../../../../wire/task.ts';
import { raise } from '../../../api/tasks.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { TextArea } from '../../../parts/inputs/TextArea.tsx';
import { useTaskAction } from './use-task-action.ts';

interface HandOnProps {
  task: Task;
  person: TaskPerson;
  onClose: () => void;
  onDone: () => Promise<void>;
}

const mostLetters = 1000;

/** The last question before a task goes to somebody else, with a word to them. */
export const HandOn = ({ task, person: { id, name, away, mayCounterSign }, onClose, onDone }: HandOnProps) => {
  const [comment, setComment] = useState('');
  const { busy, failure, run } = useTaskAction();
  const long = comment.length > mostLetters;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (long) return;
    const words = comment.trim();
    void run(async () => {
      await raise(task, 're-assign', { to: { kind: 'user', id }, ...(words !== '' && { comment: words }) });
      await onDone();
    });
  };
  return (
    <Dialog title={`Re-Assign to ${name}`} onClose={onClose}>
      <form onSubmit={send} noValidate>
        {away !== undefined && (
          <Notice kind="warning">
            <p>
              <strong>{name} is away.</strong>
            </p>
            <p className="lines">{away}</p>
          </Notice>
        )}
        <p>
          {task.form.title} for {task.subject} goes to {name} with everything that was written, and they are told by
          email. You can no longer change it, unless they re-assign it to you.
        </p>
        {mayCounterSign === true && task.signedBy === null && <p>{name} may then counter-sign it.</p>}
        {mayCounterSign === false && task.counterSignature === 'required' && task.signedBy === null && (
          <p>{name} cannot counter-sign it, which somebody has to do before it is submitted.</p>
        )}
        <TextArea
          id="hand-on-comment"
          label="Comment"
          optional
          help="What they should look at. It stays in the history of this task, which the council can read too."
          value={comment}
          onChange={setComment}
          maxLength={mostLetters}
          {...(long && { error: `The comment must be ${mostLetters} characters or fewer` })}
        />
        {failure !== undefined && (
          <Notice kind="danger" role="alert">
            <p>{failure}</p>
          </Notice>
        )}
        <div className="actions">
          <Button look="primary" type="submit" busy={busy} busyText="Re-assigning…">
            Re-Assign to {name}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
};
