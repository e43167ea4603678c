import { useState } from 'react';
import type { Recipient, Task } from '../../../../wire/task.ts';
import { recipientsQuery } from '../../../api/council.ts';
import { Button } from '../../../parts/Button.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { CounterSignNote, counterSignatureWords } from '../../tasks/CounterSigners.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { FindOne } from '../parts/FindOne.tsx';
import { AwayWords } from './Recipients.tsx';
import { keyOf } from './recipients.ts';

interface ReassignDialogProps {
  task: Task;
  run: (to: Pick<Recipient, 'kind' | 'id'>, comment: string) => Promise<unknown>;
  onClose: () => void;
}

/** Gives a task to any person or work group; an automatic reply is read first. */
export const ReassignDialog = ({ task, run, onClose }: ReassignDialogProps) => {
  const [to, setTo] = useState<Recipient>();
  const deputy = to?.away?.instead;
  return (
    <AskDialog
      title="Re-assign this form"
      action={to === undefined ? 'Re-assign' : `Re-assign to ${to.name}`}
      text={{ label: 'Comment', help: 'The person you send it to can read this.', maxLength: 1000 }}
      run={({ text }) => {
        if (to === undefined) throw new Error('Choose who shall have it');
        return run({ kind: to.kind, id: to.id }, text);
      }}
      onClose={onClose}
    >
      {task.counterSignature !== 'none' && <p>{counterSignatureWords(task)}</p>}
      <FindOne
        id="re-assign-to"
        label="Who to send it to"
        help="Type a name, organisation or email address, then choose."
        required
        search={(q) => recipientsQuery({ q, form: task.form.id, task: task.id })}
        optionsOf={(found) =>
          found.map((each) => ({ value: keyOf(each), label: each.name, hint: each.detail, whole: each }))
        }
        onFound={({ whole }) => setTo(whole)}
      />
      <div role="status">
        {to && (
          <p>
            Chosen: <strong>{to.name}</strong> {to.detail !== '' && <span className="muted">({to.detail})</span>}
            <CounterSignNote to={to} />
          </p>
        )}
      </div>
      {to?.away && (
        <Notice kind="warning" role="status">
          <AwayWords name={to.name} away={to.away} />
          {deputy && (
            <Button small onClick={() => setTo({ kind: 'user', id: deputy.id, name: deputy.name, detail: '' })}>
              Choose {deputy.name} instead
            </Button>
          )}
        </Notice>
      )}
    </AskDialog>
  );
};
