import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Account } from '../../../wire/account.ts';
import type { Task } from '../../../wire/task.ts';
import { Opening } from '../../form/open/Opening.tsx';
import { ChevronLeftIcon } from '../../parts/icons.tsx';
import { ButtonLink } from '../../parts/Button.tsx';
import { BlankTaskForm } from './BlankTaskForm.tsx';
import { Contributors } from './hand-over/Contributors.tsx';
import { LastRequest } from './hand-over/LastRequest.tsx';
import { SentDocuments } from './SentDocuments.tsx';
import { reassignAddress } from './task-addresses.ts';
import { taskMode } from './task-mode.tsx';
import { TaskHead } from './TaskHead.tsx';
import { Messages } from './messages/Messages.tsx';
import type { Lost } from './watch-task.ts';

interface FillTaskProps {
  account: Account;
  /** As it was when it was opened. */
  task: Task;
  draft: string;
  pageId: string | undefined;
  onLost: (lost: Lost) => void;
}

/** A task being filled in by whoever has it: its head, then the form. */
export const FillTask = ({ account, task: opened, draft, pageId, onLost }: FillTaskProps) => {
  const [task, setTask] = useState(opened);
  const newest = useRef(opened);
  const lost = useRef(onLost);
  useEffect(() => {
    lost.current = onLost;
  }, [onLost]);
  const { id } = opened;
  const role = account.profile.jobRole ?? '';
  const mode = useMemo(
    () =>
      taskMode({
        id,
        role,
        now: () => newest.current,
        onTask: (now) => {
          newest.current = now;
          setTask(now);
        },
        onLost: (what) => lost.current(what),
      }),
    [id, role],
  );
  const head = (
    <>
      <div className="task-bar no-print">
        <p className="back">
          <Link href="/tasks">
            <ChevronLeftIcon />
            Tasks
          </Link>
        </p>
        {task.may.includes('re-assign') && (
          <ButtonLink small href={reassignAddress(id)}>
            Re-Assign
          </ButtonLink>
        )}
      </div>
      <TaskHead task={task}>
        <Contributors task={task} />
        <BlankTaskForm id={id} />
      </TaskHead>
      <LastRequest task={task} />
      <div className="task-folds no-print">
        <SentDocuments task={task} />
        <Messages kind="task" id={id} folded />
      </div>
    </>
  );
  return <Opening accountId={account.id} draftId={draft} pageId={pageId} mode={mode} head={head} />;
};
