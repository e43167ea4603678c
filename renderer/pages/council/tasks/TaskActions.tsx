import { useState } from 'react';
import { formatDate } from '../../../../engine/index.ts';
import type { Task, TaskComment, TaskExtend, TaskReassign, TaskReopen } from '../../../../wire/task.ts';
import { change } from '../../../api/change.ts';
import { useChange } from '../../../api/council.ts';
import { Button } from '../../../parts/Button.tsx';
import { AskDialog, type DialogAnswer } from '../parts/AskDialog.tsx';
import { ReassignDialog } from './ReassignDialog.tsx';

type Act = 'retract' | 'reopen' | 'extend' | 're-assign';

const done: Readonly<Record<Act, string>> = {
  retract: 'The form was retracted. Whoever had it is told by email.',
  reopen: 'The form was reopened.',
  extend: 'The due date was moved.',
  're-assign': 'The form was re-assigned.',
};

type TaskCommand =
  | { act: 'retract'; body: TaskComment }
  | { act: 'reopen'; body: TaskReopen }
  | { act: 'extend'; body: TaskExtend }
  | { act: 're-assign'; body: TaskReassign };

const dayWanted = 'Enter a real date, such as 4 February 2027';

/** What an officer can do with a task; only what is possible now is offered. */
export const TaskActions = ({ task, onDone }: { task: Task; onDone: (words: string) => void }) => {
  const [open, setOpen] = useState<Act>();
  const [revision, setRevision] = useState(task.revision);
  const run = useChange(async ({ act, body }: TaskCommand) => {
    await change('POST', `/api/tasks/${task.id}/${act}`, revision, body);
    onDone(done[act]);
  });
  const close = (): void => setOpen(undefined);
  const begin = (act: Act): void => {
    // What the officer has seen is what the action is meant for, whatever is read while the dialog is open.
    setRevision(task.revision);
    setOpen(act);
  };
  const button = (act: Act, label: string) =>
    task.may.includes(act) && (
      <Button key={act} onClick={() => begin(act)}>
        {label}
      </Button>
    );
  const comment = ({ text }: DialogAnswer) => (text === '' ? {} : { comment: text });
  return (
    <>
      {button('extend', 'Give more time')}
      {button('re-assign', 'Re-assign')}
      {button('reopen', 'Reopen')}
      {button('retract', 'Retract')}
      {open === 'retract' && (
        <AskDialog
          title="Retract this form?"
          action="Retract the form"
          danger
          text={{ label: 'Why', required: 'Enter why you are taking it back', maxLength: 1000 }}
          run={({ text }) => run.mutateAsync({ act: 'retract', body: { comment: text } })}
          onClose={close}
        >
          <p>
            We will email {task.holder?.name ?? task.group?.name ?? 'the person who has it'} to say why, and they can no
            longer edit it. What was written is kept and can be read for 30 days. You cannot undo this: to ask again,
            send the form again.
          </p>
        </AskDialog>
      )}
      {open === 'reopen' && (
        <AskDialog
          title="Reopen this form?"
          action="Reopen the form"
          text={{ label: 'Why', required: 'Enter why you are reopening it', maxLength: 1000 }}
          date={{ label: 'New due date' }}
          run={({ text, on }) =>
            run.mutateAsync({ act: 'reopen', body: { comment: text, ...(on !== '' && { dueOn: on }) } })
          }
          onClose={close}
        >
          <p>
            It goes back to the person who had it last. What was submitted does not change. It must be signed again.
          </p>
        </AskDialog>
      )}
      {open === 'extend' && (
        <AskDialog
          title="Give more time"
          action="Move the due date"
          date={{ label: 'New due date', required: dayWanted }}
          text={{ label: 'Comment', maxLength: 1000 }}
          run={(answer) => run.mutateAsync({ act: 'extend', body: { dueOn: answer.on, ...comment(answer) } })}
          onClose={close}
        >
          <p>
            {task.dueOn === null ? 'It has no due date at the moment.' : `It is due on ${formatDate(task.dueOn)} now.`}
          </p>
        </AskDialog>
      )}
      {open === 're-assign' && (
        <ReassignDialog
          task={task}
          run={(to, text) =>
            run.mutateAsync({ act: 're-assign', body: { to, ...(text === '' ? {} : { comment: text }) } })
          }
          onClose={close}
        />
      )}
    </>
  );
};
