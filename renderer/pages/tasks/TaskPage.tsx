import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Redirect } from 'wouter';
import type { Account } from '../../../wire/account.ts';
import type { Task } from '../../../wire/task.ts';
import { call, ProblemError } from '../../api/client.ts';
import { raise, tasksChanged } from '../../api/tasks.ts';
import { signInAddress } from '../../form/page/places.ts';
import { RequireSignIn } from '../../form/open/RequireSignIn.tsx';
import { ButtonLink } from '../../parts/Button.tsx';
import { LoadProblem } from '../../parts/Loaded.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { FillTask } from './FillTask.tsx';
import { LeftOnDevice } from '../../form/interrupt/LeftOnDevice.tsx';
import { LostDialog } from './hand-over/LostDialog.tsx';
import { ReadTask } from './ReadTask.tsx';
import type { Lost } from './watch-task.ts';
import '../forms/forms.css';
import './tasks.css';

interface TaskPageProps {
  taskId: string;
  /** By default the page that was open last. */
  pageId?: string;
}

/** One task: filled in by whoever has it, read by everybody else who may see it. */
const TaskPage = ({ taskId, pageId }: TaskPageProps) => (
  <RequireSignIn>
    {(account) => <OpenTask key={`${account.id} ${taskId}`} account={account} taskId={taskId} pageId={pageId} />}
  </RequireSignIn>
);

const isBeingWritten = ({ lock }: Task): boolean => lock !== null && !lock.left;

/** Whose turn it is: the holder's, unless somebody else still writes. */
const draftFor = (task: Task): string | undefined => (isBeingWritten(task) ? undefined : task.draft);

/** The task; whoever has it opens it, which takes the editing lock and offers what is known about them before the form is read. */
const openTask = async (id: string): Promise<Task> => {
  const task = await call('GET', `/api/tasks/${id}`);
  if (task.draft === undefined || !task.may.includes('open')) return task;
  try {
    return await raise(task, 'open');
  } catch (error) {
    if (error instanceof ProblemError && error.body.status === 409) return call('GET', `/api/tasks/${id}`);
    throw error;
  }
};

/** How often the page looks whether whoever writes has stopped. */
const LOOK_EVERY_MS = 10_000;

interface OpenTaskProps {
  account: Account;
  taskId: string;
  pageId: string | undefined;
}

const OpenTask = ({ account, taskId, pageId }: OpenTaskProps) => {
  const queries = useQueryClient();
  // What is being filled in stays open, whatever is read about the task meanwhile, until it is said to be over.
  const [filled, setFilled] = useState<Task>();
  const [lost, setLost] = useState<Lost>();
  const [told, setTold] = useState(false);
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['task', taskId, 'opened', account.id],
    queryFn: () => openTask(taskId),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: filled === undefined,
    enabled: filled === undefined,
  });
  // What is asked by the clock alone keeps nobody signed in: the task itself is read again only when something has changed.
  const waits = data !== undefined && filled === undefined && isBeingWritten(data);
  const { data: now } = useQuery({
    queryKey: ['task', taskId, 'lock'],
    queryFn: ({ signal }) => call('GET', `/api/tasks/${taskId}/lock`, undefined, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: LOOK_EVERY_MS,
    enabled: waits,
  });
  const changed = waits && now !== undefined && (!now.writing || now.revision !== data.revision);
  useEffect(() => {
    if (changed) void refetch();
  }, [changed, refetch]);
  if (data && !filled && draftFor(data) !== undefined && !isFetching) {
    setFilled(data);
    setLost(undefined);
  }

  const over = async (what: Lost): Promise<void> => {
    setLost(what);
    setTold(false);
    queries.removeQueries({ queryKey: ['task', taskId] });
    setFilled(undefined);
    await tasksChanged(queries);
  };
  const draft = filled && draftFor(filled);
  if (filled && draft !== undefined)
    return (
      <FillTask account={account} task={filled} draft={draft} pageId={pageId} onLost={(what) => void over(what)} />
    );
  const kept = <LeftOnDevice accountId={account.id} of={{ task: taskId }} />;
  if (data)
    return (
      <>
        {!lost && kept}
        <ReadTask task={data} unsent={lost?.unsent ?? []} onChanged={() => tasksChanged(queries)} />
        {lost && !told && <LostDialog task={data} lost={lost} onClose={() => setTold(true)} />}
      </>
    );
  if (error instanceof ProblemError && error.body.status === 401) return <Redirect to={signInAddress()} replace />;
  if (error instanceof ProblemError && error.body.code === 'task-moved')
    return (
      <>
        <PageTitle>{error.body.title}</PageTitle>
        <p>{error.body.detail}</p>
        {kept}
        <div className="actions">
          <ButtonLink href="/tasks" look="primary">
            See your tasks
          </ButtonLink>
        </div>
      </>
    );
  if (error && !isFetching)
    return (
      <>
        <PageTitle>This task cannot be shown</PageTitle>
        {kept}
        <LoadProblem error={error} retry={() => void refetch()} busy={isFetching} />
        <div className="actions">
          <ButtonLink href="/tasks">Tasks</ButtonLink>
        </div>
      </>
    );
  return <Skeleton lines={8} />;
};

export default TaskPage;
