import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { Group } from '../../../../wire/council.ts';
import type { Task, TaskPerson } from '../../../../wire/task.ts';
import { useAccount } from '../../../api/person.ts';
import { groupsQuery, taskPeopleQuery, taskQuery, tasksChanged } from '../../../api/tasks.ts';
import { Button } from '../../../parts/Button.tsx';
import { ChevronLeftIcon } from '../../../parts/icons.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { CounterSigners } from '../CounterSigners.tsx';
import { HandOn } from './HandOn.tsx';
import { ReturnTask } from './ReturnTask.tsx';
import { taskAddress } from '../task-addresses.ts';
import { TaskHead } from '../TaskHead.tsx';
import '../../forms/forms.css';
import '../tasks.css';

const columnsFor = (select: (person: TaskPerson) => void): Column<TaskPerson>[] => [
  {
    label: 'Name',
    cell: ({ name, jobRole, away, mayCounterSign }) => (
      <>
        {name}
        {jobRole !== undefined && <span className="row-note">{jobRole}</span>}
        {mayCounterSign === true && <span className="row-note">May counter-sign it</span>}
        {away !== undefined && <span className="row-note soon">Away: {away}</span>}
      </>
    ),
  },
  { label: 'Email', cell: ({ email }) => <span className="email">{email}</span> },
  {
    label: 'Select User',
    actions: true,
    cell: (person) => (
      <Button small onClick={() => select(person)}>
        Select User<span className="visually-hidden"> {person.name}</span>
      </Button>
    ),
  },
];

/** Those whom the caller manages stand apart from those who are only in the same group. */
const inParts = (people: readonly TaskPerson[], groups: readonly Group[], caller: string | undefined) => {
  const managed = new Set(
    groups
      .filter(({ managers }) => managers.some(({ id }) => id === caller))
      .flatMap(({ members, managers }) => [...members, ...managers].map(({ id }) => id)),
  );
  const others = people.filter(({ id }) => id !== caller);
  return {
    managed: others.filter(({ id }) => managed.has(id)),
    members: others.filter(({ id }) => !managed.has(id)),
    self: people.find(({ id }) => id === caller),
  };
};

const People = ({ task, onSelect }: { task: Task; onSelect: (person: TaskPerson) => void }) => {
  const account = useAccount();
  const people = useQuery({ ...taskPeopleQuery(task.id), staleTime: 0 });
  const groups = useQuery(groupsQuery);
  const columns = columnsFor(onSelect);
  return (
    <Loaded query={people}>
      {(all) => {
        const { managed, members, self } = inParts(all, groups.data ?? [], account?.id);
        const tables = [
          { caption: 'Users within the Work Groups you Manage', rows: managed },
          { caption: 'Users within your Work Groups', rows: members },
        ];
        return (
          <>
            <CounterSigners task={task} people={all} />
            {all.length === 0 && (
              <p>
                Nobody else is in a work group that this task concerns. Ask {task.team.name} to send it to somebody
                else, or give it back.
              </p>
            )}
            {self && (
              <p>
                <Button onClick={() => onSelect(self)}>Take it yourself</Button>
              </p>
            )}
            {tables.map(
              ({ caption, rows }) =>
                rows.length > 0 && (
                  <div className="people-table" key={caption}>
                    <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
                  </div>
                ),
            )}
          </>
        );
      }}
    </Loaded>
  );
};

/** Hands a task to somebody else: a colleague, or a manager who reads, amends and counter-signs it. */
const Reassign = () => {
  const { id } = useParams<{ id: string }>();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const query = useQuery({ ...taskQuery(id), staleTime: 0 });
  const [chosen, setChosen] = useState<TaskPerson>();
  const [returning, setReturning] = useState(false);
  const done = async (what: string): Promise<void> => {
    await tasksChanged(queries);
    navigate(`/tasks?done=${what}`);
  };
  return (
    <>
      <p className="back">
        <Link href={taskAddress(id)}>
          <ChevronLeftIcon />
          Back to the form
        </Link>
      </p>
      {query.isError && query.data === undefined && <PageTitle>This task cannot be shown</PageTitle>}
      <Loaded query={query} lines={6}>
        {(task) => (
          <>
            <PageTitle step={task.form.title}>Re-Assign</PageTitle>
            <TaskHead task={task} />
            {task.may.includes('re-assign') ? (
              <People task={task} onSelect={setChosen} />
            ) : (
              <Notice kind="warning">
                <p>
                  You cannot re-assign this task now.{' '}
                  {task.holder ? `${task.holder.name} has it.` : 'Nobody has it, or it is closed.'}
                </p>
              </Notice>
            )}
            {task.may.includes('return') && (
              <section aria-labelledby="return">
                <h2 id="return">Give it back</h2>
                <p>
                  {task.group === null
                    ? `Nobody will have it, and ${task.team.name} will decide who to ask.`
                    : `It goes back into the tray of ${task.group.name}, where others can pick it up.`}{' '}
                  What was written stays in it.
                </p>
                <Button onClick={() => setReturning(true)}>
                  {task.group === null ? `Return to ${task.team.name}` : `Return to ${task.group.name}`}
                </Button>
              </section>
            )}
            {chosen && (
              <HandOn
                task={task}
                person={chosen}
                onClose={() => setChosen(undefined)}
                onDone={() => done('handed-on')}
              />
            )}
            {returning && (
              <ReturnTask task={task} onClose={() => setReturning(false)} onDone={() => done('returned')} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
};

export default Reassign;
