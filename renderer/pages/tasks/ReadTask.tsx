import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { formatDateTime } from '../../../engine/index.ts';
import type { Task } from '../../../wire/task.ts';
import { useService } from '../../api/person.ts';
import { submissionQuery } from '../../api/records.ts';
import { raise } from '../../api/tasks.ts';
import { saveFile } from '../../api/save-file.ts';
import { Button, ButtonLink } from '../../parts/Button.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { ChevronLeftIcon } from '../../parts/icons.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { Responses } from '../forms/submitted/Responses.tsx';
import { BlankTaskForm } from './BlankTaskForm.tsx';
import { Contributors } from './hand-over/Contributors.tsx';
import { LastRequest } from './hand-over/LastRequest.tsx';
import { Messages } from './messages/Messages.tsx';
import { pickUp } from './lists/pick-up.ts';
import { SentDocuments } from './SentDocuments.tsx';
import { reassignAddress } from './task-addresses.ts';
import { TaskAnswers } from './TaskAnswers.tsx';
import { TaskHead } from './TaskHead.tsx';
import { TaskStanding } from './TaskStanding.tsx';
import { UnsentWords } from '../../form/interrupt/UnsentWords.tsx';
import type { Unsent } from '../../form/check/unsent.ts';

interface ReadTaskProps {
  task: Task;
  unsent: readonly Unsent[];
  /** It changed hands, or should be read again. */
  onChanged: () => Promise<unknown>;
}

const lists = {
  submitted: { href: '/tasks?list=submitted', label: 'Recently Submitted Tasks' },
  retracted: { href: '/tasks?list=retracted', label: 'Recently Retracted Tasks' },
  open: { href: '/tasks', label: 'Tasks' },
};

const listOf = ({ state }: Task) => {
  if (state === 'submitted') return lists.submitted;
  return state === 'retracted' || state === 'expired' ? lists.retracted : lists.open;
};

/** What the council answered; nothing for those who may not read the submission itself. */
const Answered = ({ submission }: { submission: string }) => {
  const { timeZone } = useService();
  const { data } = useQuery({ ...submissionQuery(submission), retry: false });
  if (!data) return null;
  const { reference, submittedAt, submittedBy } = data;
  return (
    <Facts
      facts={[
        { label: 'Reference', value: <span className="numbers">{reference}</span> },
        { label: 'Submitted', value: `${formatDateTime(submittedAt, timeZone)}, by ${submittedBy}` },
        { label: 'Response', value: <Responses submission={data} /> },
      ]}
    />
  );
};

/** A task to read: somebody else has it or writes in it, it lies in a tray, or it is closed. */
export const ReadTask = ({ task, unsent, onChanged }: ReadTaskProps) => {
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const { id, may, form, state, submission } = task;
  const list = listOf(task);

  const run = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    setBusy(name);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'Something went wrong. Try again.');
    }
    setBusy(undefined);
  };
  const pick = () =>
    run('pick-up', async () => {
      const outcome = await pickUp(task);
      await onChanged();
      if (outcome.is !== 'yours') throw new Error(outcome.why);
    });
  const takeOver = () =>
    run('take-over', async () => {
      await raise(task, 'take-over', {});
      await onChanged();
    });
  const pdf = () => run('pdf', () => saveFile(`/api/tasks/${id}/pdf`));
  const isClosed = state === 'submitted' || state === 'retracted' || state === 'expired';

  return (
    <>
      <p className="back no-print">
        <Link href={list.href}>
          <ChevronLeftIcon />
          {list.label}
        </Link>
      </p>
      <PageTitle>{form.title}</PageTitle>
      <TaskHead task={task} />
      <TaskStanding task={task} />
      <LastRequest task={task} />
      {unsent.length > 0 && (
        <Notice kind="warning">
          <UnsentWords unsent={unsent} />
        </Notice>
      )}
      {failure !== undefined && (
        <Notice kind="warning" role="alert">
          <p>{failure}</p>
        </Notice>
      )}
      <div className="actions no-print">
        {may.includes('pick-up') && (
          <Button look="primary" onClick={() => void pick()} busy={busy === 'pick-up'} busyText="Picking up…">
            Pickup
          </Button>
        )}
        {may.includes('take-over') && (
          <Button look="primary" onClick={() => void takeOver()} busy={busy === 'take-over'} busyText="Taking over…">
            Take over
          </Button>
        )}
        {may.includes('re-assign') && <ButtonLink href={reassignAddress(id)}>Re-Assign</ButtonLink>}
        <Button onClick={() => window.print()}>Print</Button>
        {(task.state !== 'retracted' || task.answers !== undefined) && (
          <Button onClick={() => void pdf()} busy={busy === 'pdf'} busyText="Creating the PDF…">
            PDF
          </Button>
        )}
        {!isClosed && <BlankTaskForm id={id} />}
        <Button look="quiet" onClick={() => navigate(list.href)}>
          Close
        </Button>
      </div>
      {state === 'submitted' && submission !== undefined && <Answered submission={submission} />}
      <div className="task-folds no-print">
        <SentDocuments task={task} />
        <Contributors task={task} open={state === 'submitted'} />
        <Messages kind="task" id={id} folded />
      </div>
      <TaskAnswers task={task} />
    </>
  );
};
