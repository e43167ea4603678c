import { useLocation } from 'wouter';
import type { Task } from '../../../../wire/task.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { UnsentWords } from '../../../form/interrupt/UnsentWords.tsx';
import type { Lost } from '../watch-task.ts';

const titleOf = ({ state }: Task): string => {
  if (state === 'retracted') return 'This task was taken back';
  if (state === 'expired') return 'This task was closed';
  if (state === 'submitted') return 'This form was submitted';
  return 'This task is no longer with you';
};

interface LostDialogProps {
  /** As it is now. */
  task: Task;
  lost: Lost;
  onClose: () => void;
}

/** Told to whoever was filling in a form when it went out of their hands: who did it, why, and where their words are. */
export const LostDialog = ({ task, lost: { why, unsent }, onClose }: LostDialogProps) => {
  const [, navigate] = useLocation();
  const closed = task.state === 'retracted' || task.state === 'expired';
  return (
    <Dialog alert title={titleOf(task)} onClose={onClose}>
      {why !== '' && <p className="lines">{why}</p>}
      {unsent.length === 0 ? (
        <p>
          {task.state === 'retracted'
            ? 'Everything that you wrote was saved. The council has it; it can no longer be read or changed here.'
            : closed
              ? 'Everything that you wrote was saved. You can read it here for 30 days, but no longer change it.'
              : 'Everything that you wrote was saved and stays with the form.'}
        </p>
      ) : (
        <UnsentWords unsent={unsent} />
      )}
      <div className="actions">
        <Button look="primary" onClick={onClose} data-autofocus>
          {task.state === 'retracted' ? 'Close' : 'Read what was written'}
        </Button>
        {closed && <Button onClick={() => navigate('/tasks?list=retracted')}>Recently Retracted Tasks</Button>}
        {!closed && <Button onClick={() => navigate('/tasks')}>Tasks</Button>}
      </div>
    </Dialog>
  );
};
