import { Link } from 'wouter';
import { formatDate, formatDateTime } from '../../../engine/index.ts';
import type { Service } from '../../../wire/form.ts';
import type { TaskSummary } from '../../../wire/task.ts';
import { ButtonLink } from '../../parts/Button.tsx';
import type { Column } from '../../parts/Table.tsx';
import { DueDate } from './DueDate.tsx';
import { NewMessage } from './NewMessage.tsx';
import { sortHeading } from './sort-headings.tsx';
import { reassignAddress, taskAddress, type TaskTab, type TasksPlace } from './task-addresses.ts';

type Columns = Column<TaskSummary>[];

const formType = (place: TasksPlace): Columns[number] => ({
  ...sortHeading(place, 'form', 'Form Type'),
  cell: ({ id, form, subject }) => (
    <>
      <Link href={taskAddress(id)}>
        {form.title}
        <span className="visually-hidden"> for {subject}</span>
      </Link>
      <NewMessage id={id} />
    </>
  ),
});

const name = (place: TasksPlace): Columns[number] => ({
  ...sortHeading(place, 'name', 'Name'),
  cell: ({ subject }) => subject,
});

/** The columns of each tab, with the words that people know from their guidance. */
export const ownColumns = (tab: TaskTab, place: TasksPlace, { timeZone }: Service): Columns => {
  const lead = [formType(place), name(place)];
  if (tab === 'assigned')
    return [
      ...lead,
      { ...sortHeading(place, 'due', 'Due Date'), numbers: true, cell: (task) => <DueDate {...task} /> },
      { label: 'Comments', cell: ({ comments }) => comments !== '' && <span className="lines">{comments}</span> },
      {
        label: 'Re-Assign',
        actions: true,
        cell: ({ id, form, subject }) => (
          <ButtonLink small href={reassignAddress(id)}>
            Re-Assign
            <span className="visually-hidden">
              {' '}
              {form.title} for {subject}
            </span>
          </ButtonLink>
        ),
      },
    ];
  if (tab === 'retracted')
    return [
      ...lead,
      {
        ...sortHeading(place, 'due', 'Date Retracted', 'descending'),
        numbers: true,
        cell: ({ assignedAt }) => formatDateTime(assignedAt, timeZone),
      },
      {
        label: 'Reason',
        cell: ({ state, retractedReason, dueOn }) =>
          state === 'expired' ? (
            `Closed because its time was over${dueOn === null ? '' : `; it was due on ${formatDate(dueOn)}`}`
          ) : (
            <span className="lines">{retractedReason}</span>
          ),
      },
    ];
  return [
    ...lead,
    {
      ...sortHeading(place, 'due', 'Date Submitted', 'descending'),
      numbers: true,
      cell: ({ submittedAt }) => (submittedAt === null ? '' : formatDateTime(submittedAt, timeZone)),
    },
  ];
};
