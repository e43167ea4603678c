import { useEffect, useRef } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { Notice } from '../../parts/Notice.tsx';
import { PageTitle } from '../../parts/PageTitle.tsx';
import { GroupTasks } from './lists/GroupTasks.tsx';
import { ManagedTasks } from './lists/ManagedTasks.tsx';
import { OwnTasks } from './lists/OwnTasks.tsx';
import { SearchTasks } from './lists/SearchTasks.tsx';
import { placeIn, taskAddress, tasksAddress, type TaskTab } from './task-addresses.ts';
import '../forms/forms.css';
import './tasks.css';

const tabs: { tab: TaskTab; label: string }[] = [
  { tab: 'assigned', label: 'Currently Assigned Tasks' },
  { tab: 'retracted', label: 'Recently Retracted Tasks' },
  { tab: 'submitted', label: 'Recently Submitted Tasks' },
];

/** What was done on the page that led here; the address says it, so that it is not said again after the next step. */
const done: Record<string, string> = {
  submitted: 'Your contribution was submitted.',
  'handed-on': 'The task was re-assigned. We have sent the other person an email.',
  returned: 'The task was given back.',
};

const Done = ({ what, task }: { what: string; task: string | null }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [what]);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="success" role="status">
        <p>
          <strong>{done[what]}</strong>
        </p>
        {task !== null && (
          <p>
            <Link href={taskAddress(task)}>Read, print or download it</Link>. You can see it for 30 days.
          </p>
        )}
      </Notice>
    </div>
  );
};

/** Forms that the council has sent to this person and their work groups. The address says which list, what is searched for and the order. */
const Tasks = () => {
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const place = placeIn(search);
  const { tab, words, sort } = place;
  const what = search.get('done') ?? '';
  return (
    <>
      <PageTitle>Tasks</PageTitle>
      {Object.hasOwn(done, what) && <Done what={what} task={search.get('task')} />}
      <SearchTasks place={place} onChange={(next) => navigate(tasksAddress(next))} />
      <nav className="tabs" aria-label="Your tasks">
        <ul>
          {tabs.map((each) => (
            <li key={each.tab}>
              <Link
                href={tasksAddress({ tab: each.tab, words, sort })}
                {...(each.tab === tab && { 'aria-current': 'page' as const })}
              >
                {each.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <OwnTasks place={place} />
      <GroupTasks place={place} />
      <ManagedTasks place={place} />
    </>
  );
};

export default Tasks;
