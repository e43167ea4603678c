import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { tasksChanged, tasksQuery } from '../../../api/tasks.ts';
import type { TaskSummary } from '../../../../wire/task.ts';
import { Button } from '../../../parts/Button.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { Paging } from '../../../parts/lists/Paging.tsx';
import { pickUp, type PickedUp } from './pick-up.ts';
import { taskAddress, type TasksPlace } from '../task-addresses.ts';
import { commentsColumn, dueColumn, formTypeColumn, nameColumn, OfTask } from './task-cells.tsx';

interface Pressed {
  task: TaskSummary;
  /** Absent while it is under way. */
  outcome?: PickedUp;
}

const columnsFor = (press: (task: TaskSummary) => void, busy: string | undefined): Column<TaskSummary>[] => [
  { label: 'Work Group', cell: ({ group }) => group?.name },
  formTypeColumn,
  nameColumn,
  dueColumn,
  commentsColumn,
  {
    label: 'Pickup',
    actions: true,
    cell: (task) => (
      <Button small onClick={() => press(task)} busy={busy === task.id} busyText="Picking up…">
        Pickup
        <OfTask {...task} />
      </Button>
    ),
  },
];

/** What came of a press; it takes focus, since the button that was pressed is gone with its row. */
const Outcome = ({ task: { form, subject }, outcome }: Required<Pressed>) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const words = (): ReactNode => {
    if (outcome.is === 'yours')
      return (
        <>
          {form.title} for {subject} is yours now. <Link href={taskAddress(outcome.task.id)}>Open it</Link>, or find it
          under Currently Assigned Tasks.
        </>
      );
    if (outcome.is === 'failed') return outcome.why;
    return (
      <>
        {form.title} for {subject} could not be picked up. {outcome.why}
      </>
    );
  };
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind={outcome.is === 'yours' ? 'success' : 'warning'} role={outcome.is === 'yours' ? 'status' : 'alert'}>
        <p>{words()}</p>
      </Notice>
    </div>
  );
};

/** “Tasks Assigned to your Work Groups”: nobody has them yet. */
export const GroupTasks = ({ place }: { place: TasksPlace }) => {
  const { words, sort, groupsAfter } = place;
  const queries = useQueryClient();
  const [pressed, setPressed] = useState<Pressed>();
  const query = useQuery({
    ...tasksQuery({ list: 'groups', words, sort, after: groupsAfter }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const press = (task: TaskSummary): void => {
    if (pressed && !pressed.outcome) return;
    setPressed({ task });
    void pickUp(task).then((outcome) => {
      setPressed({ task, outcome });
      return tasksChanged(queries);
    });
  };
  const busy = pressed && !pressed.outcome ? pressed.task.id : undefined;
  return (
    <section aria-labelledby="group-tasks" className="more-tasks">
      <h2 id="group-tasks">Tasks Assigned to your Work Groups</h2>
      {pressed?.outcome && <Outcome task={pressed.task} outcome={pressed.outcome} key={pressed.task.id} />}
      <Loaded query={query}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? (
              <p>
                {words === ''
                  ? 'There is nothing in the trays of your work groups. A form sent to a group appears here until somebody picks it up.'
                  : `Nothing in the trays of your work groups was found for “${words}”.`}
              </p>
            ) : (
              <Table
                caption={<span className="visually-hidden">Tasks that anybody in the work group may pick up</span>}
                columns={columnsFor(press, busy)}
                rows={items}
                rowKey={({ id }) => id}
              />
            )}
            <Paging label="Pages of your work groups’ tasks" place="groups" next={next} />
          </>
        )}
      </Loaded>
    </section>
  );
};
