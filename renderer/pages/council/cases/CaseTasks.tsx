import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { TaskSummary } from '../../../../wire/task.ts';
import { tasksQuery } from '../../../api/council.ts';
import { ButtonLink } from '../../../parts/Button.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { Table, type Column } from '../../../parts/Table.tsx';
import { caseTaskColumns, withWhom } from '../tasks/task-columns.tsx';

const answered: Column<TaskSummary> = {
  label: 'Answer',
  cell: ({ submission, form }) =>
    submission === undefined ? (
      'None yet'
    ) : (
      <Link href={`/received/${submission}`}>
        Read it<span className="visually-hidden">: {form.title}</span>
      </Link>
    ),
};

const Listed = ({ caseId, tasks }: { caseId: string; tasks: readonly TaskSummary[] }) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const compare: Column<TaskSummary> = {
    label: 'Compare',
    cell: (task) => (
      <input
        type="checkbox"
        aria-label={`Compare ${task.form.title} of ${withWhom(task)}`}
        checked={chosen.has(task.id)}
        onChange={() => toggle(task.id)}
      />
    ),
  };
  const kinds = new Set(tasks.filter(({ id }) => chosen.has(id)).map(({ form }) => form.id));
  return (
    <>
      <Table
        caption="Due soonest first"
        columns={[...caseTaskColumns, answered, ...(tasks.length > 1 ? [compare] : [])]}
        rows={tasks}
        rowKey={({ id }) => id}
      />
      {tasks.length > 1 && (
        <div className="actions">
          {chosen.size > 1 && kinds.size === 1 ? (
            <ButtonLink href={`/council/cases/${caseId}/compare?tasks=${[...chosen].join(',')}`}>
              Compare side by side
            </ButtonLink>
          ) : (
            <span className="muted">
              {kinds.size > 1
                ? 'You can only compare answers to the same form.'
                : 'Tick two or more of the same form to compare their answers.'}
            </span>
          )}
        </div>
      )}
    </>
  );
};

/** What was sent about a case, to whom, and what came back. */
export const CaseTasks = ({ caseId }: { caseId: string }) => {
  const query = useQuery(tasksQuery({ case: caseId, state: 'all' }));
  return (
    <section>
      <h2>Forms sent</h2>
      <Loaded query={query}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? (
              <p>Nothing was sent yet. Choose Send a form above.</p>
            ) : (
              <Listed caseId={caseId} tasks={items} />
            )}
            {next !== undefined && (
              <p>
                There are more. <Link href="/council/tasks?state=all">See all tasks</Link>
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
};
