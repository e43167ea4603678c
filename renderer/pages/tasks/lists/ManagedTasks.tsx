import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TaskSummary } from '../../../../wire/task.ts';
import { tasksQuery } from '../../../api/tasks.ts';
import { Table, type Column } from '../../../parts/Table.tsx';
import { Paging } from '../../../parts/lists/Paging.tsx';
import type { TasksPlace } from '../task-addresses.ts';
import { dueColumn, formTypeColumn, nameColumn, reassignColumn } from './task-cells.tsx';

const columns: Column<TaskSummary>[] = [
  formTypeColumn,
  nameColumn,
  { label: 'With', cell: ({ holder, group }) => holder?.name ?? `Nobody yet: in the tray of ${group?.name ?? ''}` },
  dueColumn,
  reassignColumn,
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
      <Paging label="Pages of the tasks of groups you manage" place="managed" next={data.next} />
    </section>
  );
};
