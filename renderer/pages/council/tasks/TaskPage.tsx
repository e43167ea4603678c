import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatDate, formatDateTime } from '../../../../engine/index.ts';
import type { Service } from '../../../../wire/form.ts';
import type { Task } from '../../../../wire/task.ts';
import { taskQuery } from '../../../api/council.ts';
import { useService } from '../../../api/person.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { Facts, type Fact } from '../../../parts/Facts.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Messages } from '../../tasks/messages/Messages.tsx';
import { SentDocuments } from '../../tasks/SentDocuments.tsx';
import { AnswersSoFar } from './AnswersSoFar.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { Done } from '../parts/Done.tsx';
import { DueDate } from '../../../parts/lists/DueDate.tsx';
import { stateWords } from '../parts/state-words.ts';
import { TaskActions } from './TaskActions.tsx';
import { TaskHistory } from './TaskHistory.tsx';

const factsOf = (task: Task, { timeZone }: Service): Fact[] => [
  {
    label: 'About',
    value: (
      <>
        <Link href={`/council/cases/${task.case}`}>{task.subject}</Link>
        {task.header.dateOfBirth && `, born ${formatDate(task.header.dateOfBirth)}`}
      </>
    ),
  },
  { label: 'State', value: stateWords(task.state) },
  { label: 'With', value: task.holder?.name },
  { label: 'Work group', value: task.group?.name },
  { label: 'Due', value: <DueDate {...task} /> },
  { label: 'Sent', value: `${formatDateTime(task.sentAt, timeZone)} by ${task.header.sentBy}` },
  { label: 'Comments', value: task.comments },
  { label: 'Why it was taken back', value: task.retractedReason ?? '' },
  { label: 'Submitted', value: task.submittedAt === null ? '' : formatDateTime(task.submittedAt, timeZone) },
  {
    label: 'Contributors',
    value: task.contributors.map(({ name, last }) => `${name} (last ${formatDateTime(last, timeZone)})`).join(', '),
  },
  {
    label: 'Counter-signed by',
    value:
      task.signedBy && `${task.signedBy.name}, ${task.signedBy.role}, ${formatDateTime(task.signedBy.on, timeZone)}`,
  },
  {
    label: 'Being edited by',
    value:
      task.lock &&
      `${task.lock.by.name}, since ${formatDateTime(task.lock.since, timeZone)}${task.lock.left ? ', who has left it' : ''}`,
  },
];

const Opened = ({ task }: { task: Task }) => {
  const service = useService();
  const [done, setDone] = useState<string>();
  return (
    <>
      <PageTitle step={`${task.subject}: ${stateWords(task.state)}`}>{task.form.title}</PageTitle>
      <Done said={done} />
      {(task.warnings ?? []).map((warning) => (
        <Notice kind="warning" key={warning}>
          <p>{warning}</p>
        </Notice>
      ))}
      <Facts facts={factsOf(task, service)} />
      <div className="actions">
        {task.submission !== undefined && (
          <ButtonLink look="primary" href={`/received/${task.submission}`}>
            Read the answer
          </ButtonLink>
        )}
        <TaskActions task={task} onDone={setDone} />
      </div>
      <Messages kind="task" id={task.id} nothing="No messages yet. Whoever has or had the form reads what you write." />
      <SentDocuments task={task} />
      <TaskHistory history={task.history} />
      {task.answers !== undefined && task.submission === undefined && <AnswersSoFar task={task} />}
    </>
  );
};

/** One task: how it stands, what happened, what can be done with it. */
const TaskPage = ({ id }: { id: string }) => {
  const query = useQuery(taskQuery(id));
  return (
    <>
      <Crumbs trail={[{ href: '/council/tasks', label: 'Tasks' }]} />
      {query.isError && query.data === undefined && <PageTitle>This task cannot be shown</PageTitle>}
      <Loaded query={query} lines={10}>
        {(task) => <Opened task={task} />}
      </Loaded>
    </>
  );
};

export default TaskPage;
