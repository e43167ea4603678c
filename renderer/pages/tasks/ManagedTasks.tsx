import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { TaskSummary } from '../../../wire/task.ts';
import { tasksQuery } from '../../api/tasks.ts';
import { ButtonLink } from '../../parts/Button.tsx';
import { Table, type Column } from '../../parts/Table.tsx';
import { DueDate } from './DueDate.tsx';
import { ListPaging } from './ListPaging.tsx';
import { reassignAddress, taskAddress, tasksAddress, type TasksPlace } from './task-addresses.ts';

const columns: Column<TaskSummary>[] = [
  {
    label: 'Form Type',
    cell: ({ id, form, subject }) => (
      <Link href={taskAddress(id)}>
        {form.title}
        <span className="visually-hidden"> for {subject}</span>
      </Link>
    ),
  },
  { label: 'Name', cell: ({ subject }) => subject },
  { label: 'With', cell: ({ holder, group }) => holder?.name ?? `Nobody yet: in the tray of ${group?.name ?? ''}` },
  { label: 'Due Date', numbers: true, cell: (task) => <DueDate {...task} /> },
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

/** For managers of work groups: who has what. Nothing at all for everybody else. */
export const ManagedTasks = ({ place }: { place: TasksPlace }) => {
  const { words, sort, managedAfter } = place;
  const { data } = useQuery({
    ...tasksQuery({ list: 'managed', words, sort, after: managedAfter }),
    placeholderData: keepPreviousData,
  });
  if (!data || (data.items.length === 0 && managedAfter === '')) return null;
  return (
    <section aria-labelledby="managed-tasks" className="more-tasks">
      <h2 id="managed-tasks">Tasks of the Work Groups you Manage</h2>
      <Table
        caption={<span className="visually-hidden">Tasks of your work groups, and who has them</span>}
        columns={columns}
        rows={data.items}
        rowKey={({ id }) => id}
      />
      <ListPaging
        label="Pages of the tasks of groups you manage"
        first={managedAfter === '' ? undefined : tasksAddress({ ...place, managedAfter: '' })}
        next={data.next === undefined ? undefined : tasksAddress({ ...place, managedAfter: data.next })}
      />
    </section>
  );
};
