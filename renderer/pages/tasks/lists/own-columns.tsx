import { formatDate, formatDateTime } from '../../../../engine/index.ts';
import type { Service } from '../../../../wire/form.ts';
import type { TaskSummary } from '../../../../wire/task.ts';
import type { Column } from '../../../parts/Table.tsx';
import { NewMessage } from '../messages/NewMessage.tsx';
import { sortHeading } from './sort-headings.tsx';
import type { TaskTab, TasksPlace } from '../task-addresses.ts';
import { commentsColumn, dueColumn, FormLink, nameColumn, reassignColumn } from './task-cells.tsx';

type Columns = Column<TaskSummary>[];

const formType = (place: TasksPlace): Columns[number] => ({
  ...sortHeading(place, 'form', 'Form Type'),
  cell: (task) => (
    <>
      <FormLink {...task} />
      <NewMessage id={task.id} />
    </>
  ),
});

const name = (place: TasksPlace): Columns[number] => ({
  ...nameColumn,
  ...sortHeading(place, 'name', 'Name'),
});

/** The columns of each tab, with the words that people know from their guidance. */
export const ownColumns = (tab: TaskTab, place: TasksPlace, { timeZone }: Service): Columns => {
  const lead = [formType(place), name(place)];
  if (tab === 'assigned')
    return [...lead, { ...dueColumn, ...sortHeading(place, 'due', 'Due Date') }, commentsColumn, reassignColumn];
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
            `Closed because it was not submitted in time${dueOn === null ? '' : `; it was due on ${formatDate(dueOn)}`}`
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
