/** Cells that stand in more than one list of tasks. */
import { Link } from 'wouter';
import type { TaskSummary } from '../../../../wire/task.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import type { Column } from '../../../parts/Table.tsx';
import { DueDate } from '../../../parts/lists/DueDate.tsx';
import { reassignAddress, taskAddress } from '../task-addresses.ts';

type TaskColumn = Column<TaskSummary>;

/** The form, as the way to the task. */
export const FormLink = ({ id, form, subject }: TaskSummary) => (
  <Link href={taskAddress(id)}>
    {form.title}
    <span className="visually-hidden"> for {subject}</span>
  </Link>
);

/** After the words of a button: which task they are about, for who cannot see the row. */
export const OfTask = ({ form, subject }: TaskSummary) => (
  <span className="visually-hidden">
    {' '}
    {form.title} for {subject}
  </span>
);

export const formTypeColumn: TaskColumn = { label: 'Form Type', cell: (task) => <FormLink {...task} /> };

export const nameColumn: TaskColumn = { label: 'Name', cell: ({ subject }) => subject };

export const dueColumn: TaskColumn = { label: 'Due Date', numbers: true, cell: (task) => <DueDate {...task} /> };

export const commentsColumn: TaskColumn = {
  label: 'Comments',
  cell: ({ comments }) => comments !== '' && <span className="lines">{comments}</span>,
};

export const reassignColumn: TaskColumn = {
  label: 'Re-Assign',
  actions: true,
  cell: (task) => (
    <ButtonLink small href={reassignAddress(task.id)}>
      Re-Assign
      <OfTask {...task} />
    </ButtonLink>
  ),
};
