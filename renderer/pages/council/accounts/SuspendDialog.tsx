import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../../../engine/index.ts';
import type { AccountLine } from '../../../../wire/council.ts';
import type { Recipient, TaskPage } from '../../../../wire/task.ts';
import { recipientsQuery, tasksQuery } from '../../../api/council.ts';
import { raise, tasksChanged } from '../../../api/tasks.ts';
import { Button } from '../../../parts/Button.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { FindOne } from '../parts/FindOne.tsx';
import { AwayWords } from '../tasks/Recipients.tsx';
import { keyOf } from '../tasks/recipients.ts';

interface SuspendDialogProps {
  account: AccountLine;
  suspend: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

interface HeldTasksProps {
  page: TaskPage;
  id: string;
  to: Recipient | undefined;
  onTo: (to: Recipient | undefined) => void;
}

/** What the person has to fill in, each with its page, and who may have it instead. */
const HeldTasks = ({ page: { items, next }, id, to, onTo }: HeldTasksProps) => {
  const [first] = items;
  if (first === undefined) return <p>They have no open tasks.</p>;
  const all = `/council/tasks?holder=${id}`;
  return (
    <>
      <p>
        {next === undefined && items.length === 1
          ? 'They have this open task. Nobody can fill it in while the account is suspended:'
          : 'They have these open tasks. Nobody can fill them in while the account is suspended:'}
      </p>
      <ul>
        {items.map(({ id: task, form, subject, dueOn }) => (
          <li key={task}>
            <a href={`/council/tasks/${task}`} target="_blank" rel="noreferrer">
              {form.title}, {subject}
              <span className="visually-hidden"> (opens in a new tab)</span>
            </a>
            {dueOn !== null && `, due ${formatDate(dueOn)}`}
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <p>
          There are more, which stay with them:{' '}
          <a href={all} target="_blank" rel="noreferrer">
            see all of them (opens in a new tab)
          </a>
          .
        </p>
      )}
      <FindOne
        id="move-to"
        label="Move them to"
        help="Type a name, organisation or email address, then choose. If you choose nobody, the tasks stay where they are."
        optional
        search={(q) => recipientsQuery({ q, form: first.form.id })}
        optionsOf={(found) =>
          found
            .filter(({ id: each }) => each !== id)
            .map((each) => ({ value: keyOf(each), label: each.name, hint: each.detail, whole: each }))
        }
        onFound={({ whole }) => onTo(whole)}
      />
      <div role="status">
        {to && (
          <p>
            Chosen: <strong>{to.name}</strong>{' '}
            <Button small onClick={() => onTo(undefined)}>
              Do not move them
            </Button>
          </p>
        )}
      </div>
      {to?.away && (
        <Notice kind="warning" role="status">
          <AwayWords name={to.name} away={to.away} />
        </Notice>
      )}
    </>
  );
};

/** Ends somebody's access. What they have to fill in is named, and may go to somebody else in the same step. */
export const SuspendDialog = ({ account: { id, name, state }, suspend, onClose }: SuspendDialogProps) => {
  const queries = useQueryClient();
  const held = useQuery({ ...tasksQuery({ holder: id }), staleTime: 0 });
  const [to, setTo] = useState<Recipient>();
  const move = async (): Promise<void> => {
    const stayed: string[] = [];
    for (const task of held.data?.items ?? [])
      try {
        if (to) await raise(task, 're-assign', { to: { kind: to.kind, id: to.id } });
      } catch (error) {
        stayed.push(`${task.form.title}, ${task.subject}: ${error instanceof Error ? error.message : String(error)}`);
      }
    await tasksChanged(queries);
    await held.refetch();
    if (stayed.length > 0)
      throw new Error(`The account is suspended, but not everything could be moved. ${stayed.join(' ')}`);
  };
  return (
    <AskDialog
      title={`Suspend ${name}?`}
      action={to === undefined ? 'Suspend the account' : `Suspend the account and move the tasks to ${to.name}`}
      danger
      text={{ label: 'Why', required: 'Enter why the account is suspended', maxLength: 500 }}
      run={async ({ text }) => {
        if (state !== 'suspended') await suspend(text);
        if (to) await move();
      }}
      onClose={onClose}
    >
      <p>They are signed out at once and cannot sign in until the account is restored. Nothing is deleted.</p>
      <Loaded query={held} lines={2}>
        {(page) => <HeldTasks page={page} id={id} to={to} onTo={setTo} />}
      </Loaded>
    </AskDialog>
  );
};
