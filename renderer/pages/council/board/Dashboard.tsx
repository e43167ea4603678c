import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { formatDate } from '../../../../engine/index.ts';
import type { Dashboard as DashboardFigures } from '../../../../wire/case.ts';
import { dashboardQuery, withFilters } from '../../../api/council.ts';
import { useAccount } from '../../../api/person.ts';
import { Loaded } from '../../../parts/Loaded.tsx';
import { unreadQuery } from '../../../api/tasks.ts';
import { PageTitle } from '../../../parts/PageTitle.tsx';
import { Figure } from './Figure.tsx';
import { ServiceState } from './ServiceState.tsx';
import { useFilters } from '../parts/filters.ts';
import { TeamFilter } from '../parts/TeamFilter.tsx';

/** `28-Jul` */
const dayAndMonth = (on: string): string => formatDate(on).slice(0, 6);

/** How many threads have something new, and the way to the first. */
const NewMessages = () => {
  const unread = useQuery(unreadQuery).data;
  const first = unread?.items[0];
  const words = 'New messages';
  return (
    <div>
      <dt>
        {first ? (
          <Link href={first.kind === 'task' ? `/council/tasks/${first.id}` : `/received/${first.id}`}>{words}</Link>
        ) : (
          words
        )}
      </dt>
      <dd>{unread?.items.length ?? '…'}</dd>
    </div>
  );
};

const Figures = ({ figures, team }: { figures: DashboardFigures; team: string }) => {
  const week = useMemo(
    () => figures.dueThisWeek.map(({ on, count }) => ({ label: dayAndMonth(on), count })),
    [figures.dueThisWeek],
  );
  return (
    <>
      <dl className="numbers-row">
        <div>
          <dt>
            <Link href={withFilters('/council/board', { state: 'late', team })}>Late clocks</Link>
          </dt>
          <dd className={figures.late > 0 ? 'due-late' : undefined}>{figures.late}</dd>
        </div>
        <div>
          <dt>
            <Link href={withFilters('/council/tasks', { team })}>Open tasks</Link>
          </dt>
          <dd>{figures.openTasks}</dd>
        </div>
        <div>
          <dt>
            <Link href={withFilters('/council/tasks', { state: 'overdue', team })}>Overdue tasks</Link>
          </dt>
          <dd>{figures.overdueByTeam.reduce((sum, { count }) => sum + count, 0)}</dd>
        </div>
        <NewMessages />
      </dl>
      <div className="charts">
        <Figure
          title="Tasks due in the next seven days"
          labels="Day"
          counted="Tasks"
          bars={week}
          nothing="Nothing is due in the next seven days."
        />
        <Figure
          title="Overdue tasks by team"
          labels="Team"
          counted="Tasks"
          bars={figures.overdueByTeam}
          nothing="No task is overdue."
        />
        <Figure
          title="From sending to submitting, last 90 days"
          labels="Time"
          counted="Tasks"
          bars={figures.timeToSubmit}
          nothing="Nothing was submitted in the last 90 days."
        />
      </div>
    </>
  );
};

/** How the work stands: a few numbers, each the way to the list behind it. */
const Dashboard = () => {
  const account = useAccount();
  const filters = useFilters();
  const team = filters.get('team');
  const query = useQuery({ ...dashboardQuery({ team }), placeholderData: keepPreviousData });
  return (
    <>
      <PageTitle>Dashboard</PageTitle>
      <div className="council-filters">
        <TeamFilter filters={filters} />
      </div>
      <Loaded query={query} lines={8}>
        {(figures) => <Figures figures={figures} team={team} />}
      </Loaded>
      {account?.role === 'administrator' && <ServiceState />}
    </>
  );
};

export default Dashboard;
