import { Link } from 'wouter';
import type { TaskSummary } from '../../../../wire/task.ts';
import type { Column } from '../../../parts/Table.tsx';
import { NewMessage } from '../../tasks/messages/NewMessage.tsx';
import { DueDate } from '../../../parts/lists/DueDate.tsx';
import { stateWords } from '../parts/state-words.ts';

/** Who has it, or whose tray it lies in; of what is closed, who had it last. */
export const withWhom = ({ state, holder, lastHolder, group }: TaskSummary): string => {
  const closed = state === 'submitted' || state === 'retracted' || state === 'expired';
  const person = holder ?? (closed ? lastHolder : null);
  return [person?.name, group?.name].filter(Boolean).join(', ') || 'Nobody';
};

/** The same, with what keeps that person from it. */
const WithWhom = ({ task }: { task: TaskSummary }) => (
  <>
    {withWhom(task)}
    {task.holderIs && (
      <strong className="row-note">
        {task.holderIs === 'suspended' ? 'Account suspended' : 'This account no longer exists'}
      </strong>
    )}
  </>
);

const form: Column<TaskSummary> = {
  label: 'Form',
  cell: (task) => (
    <>
      <Link href={`/council/tasks/${task.id}`}>
        {task.form.title}
        <span className="visually-hidden">
          {' '}
          about {task.subject}, {withWhom(task)}
        </span>
      </Link>{' '}
      <NewMessage id={task.id} />
    </>
  ),
};

const others: Column<TaskSummary>[] = [
  { label: 'With', cell: (task) => <WithWhom task={task} /> },
  { label: 'State', cell: ({ state }) => stateWords(state) },
  { label: 'Due', numbers: true, cell: (task) => <DueDate {...task} /> },
];

/** A task in the council's list. */
export const taskColumns: Column<TaskSummary>[] = [
  form,
  { label: 'About', cell: (task) => <Link href={`/council/cases/${task.case}`}>{task.subject}</Link> },
  ...others,
];

/** A task in the list of its case, where whom it is about need not be said. */
export const caseTaskColumns: Column<TaskSummary>[] = [form, ...others];
