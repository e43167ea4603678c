import { useQuery } from '@tanstack/react-query';
import { tasksQuery } from '../api/tasks.ts';

/** How many tasks wait for this person, for the header; nothing while there are none. */
export const TasksWaiting = () => {
  const { data } = useQuery({ ...tasksQuery({ list: 'assigned' }), staleTime: 60_000 });
  const count = data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <>
      {' '}
      <span className="header-count">
        {count}
        {data?.next !== undefined && '+'}
        <span className="visually-hidden"> waiting</span>
      </span>
    </>
  );
};
