import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatDateTime } from '../../../../engine/index.ts';
import type { UnreadThreads } from '../../../../wire/task.ts';
import { useService } from '../../../api/person.ts';
import { submissionsQuery } from '../../../api/records.ts';
import { unreadQuery } from '../../../api/tasks.ts';

type Thread = UnreadThreads['items'][number];

/** More than these are found in the lists in which they stand. */
const MOST = 5;

const pathOf = ({ kind, id }: Thread): string => `/${kind === 'task' ? 'tasks' : 'submitted'}/${id}?read=messages`;

/** What the council wrote to this person and they have not read, on the first page; nothing where there is nothing. */
export const NewMessages = () => {
  const { timeZone } = useService();
  const { items = [] } = useQuery(unreadQuery).data ?? {};
  const ofForms = items.some(({ kind }) => kind === 'submission');
  const { data: submitted = [] } = useQuery({ ...submissionsQuery, enabled: ofForms });
  if (items.length === 0) return null;
  const aboutOf = ({ kind, id }: Thread): string => {
    const form = submitted.find((each) => each.id === id);
    if (form === undefined) return kind === 'task' ? 'a form that you were asked to fill in' : 'a form that you sent';
    return form.subject === '' ? form.form.title : `${form.form.title} for ${form.subject}`;
  };
  return (
    <section className="go-on" aria-labelledby="new-messages">
      <div>
        <h2 id="new-messages">{items.length === 1 ? 'You have a new message' : 'You have new messages'}</h2>
        <ul className="plain-list">
          {items.slice(0, MOST).map((thread) => (
            <li key={thread.id}>
              <Link href={pathOf(thread)}>Read the message about {aboutOf(thread)}</Link>{' '}
              <span className="muted numbers nowrap">{formatDateTime(thread.at, timeZone)}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};
