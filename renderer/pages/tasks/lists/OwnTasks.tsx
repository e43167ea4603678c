import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { plural } from '../../../../engine/index.ts';
import { useService } from '../../../api/person.ts';
import { tasksQuery } from '../../../api/tasks.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Table } from '../../../parts/Table.tsx';
import { Paging } from '../../../parts/lists/Paging.tsx';
import { ownColumns } from './own-columns.tsx';
import type { TaskTab, TasksPlace } from '../task-addresses.ts';

const captions: Record<TaskTab, string> = {
  assigned: 'Task List',
  retracted: 'Recently Retracted Tasks (Last 30 Days)',
  submitted: 'Recently Submitted Forms (Last 30 Days)',
};

const nothing: Record<TaskTab, string> = {
  assigned:
    'You have no tasks now. When the council sends you a form to complete, it appears here and we send you an email.',
  retracted:
    'No form was taken back from you in the last 30 days. One that is retracted can be read here for that time.',
  submitted: 'You have not submitted a form in the last 30 days. You can read and print here what you submit.',
};

/** The caller's own tasks under one tab. */
export const OwnTasks = ({ place }: { place: TasksPlace }) => {
  const { tab, words, sort, after } = place;
  const service = useService();
  const query = useQuery({
    ...tasksQuery({ list: tab, words, sort, after }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query} lines={8}>
      {({ items, next }) => (
        <div className={query.isPlaceholderData ? 'outdated' : undefined} aria-busy={query.isPlaceholderData}>
          {items.length > 0 && (
            <Table
              caption={words === '' ? captions[tab] : `${captions[tab]}: found for “${words}”`}
              columns={ownColumns(tab, place, service)}
              rows={items}
              rowKey={({ id }) => id}
            />
          )}
          {items.length === 0 && (
            <p>
              {words === ''
                ? nothing[tab]
                : `Nothing was found here for “${words}”. Try a first or last name on its own, or the name of a form.`}
            </p>
          )}
          <p className="visually-hidden" role="status">
            {query.isPlaceholderData ? '' : plural(items.length, 'task')}
          </p>
          <Paging label="Pages of this list" next={next} />
        </div>
      )}
    </Loaded>
  );
};
