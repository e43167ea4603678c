import { Link } from 'wouter';
import { formatDate, formatDay } from '../../../../engine/index.ts';
import type { WorkItem, WorkKind } from '../../../../wire/work.ts';
import type { Column } from '../../../parts/Table.tsx';

/** What each kind is called in the list, and above it. */
export const kindWords: Record<WorkKind, { one: string; all: string }> = {
  late: { one: 'Late', all: 'Late' },
  new: { one: 'New form', all: 'New forms' },
  answered: { one: 'Answered', all: 'Answered' },
  unread: { one: 'New message', all: 'New messages' },
  due: { one: 'Due soon', all: 'Due soon' },
  overdue: { one: 'Waiting for others', all: 'Waiting for others' },
};

const looks: Partial<Record<WorkKind, string>> = { late: 'due-late', due: 'due-soon' };

const places = { case: '/council/cases', task: '/council/tasks', submission: '/received' } as const;

export const placeOf = ({ about }: WorkItem): string => `${places[about.kind]}/${about.id}`;

export const keyOf = ({ kind, about, key }: WorkItem): string => `${kind} ${about.id} ${key}`;

/** What stands before the day of what has no last day of the council's own. */
const before: Partial<Record<WorkKind, string>> = {
  new: 'New form',
  answered: 'Answered',
  unread: 'New message',
  overdue: 'Awaited',
};

const When = ({ item: { kind, dueOn, at, words }, timeZone }: { item: WorkItem; timeZone: string }) => {
  const day = dueOn === undefined ? at && formatDay(at, timeZone) : formatDate(dueOn);
  return (
    <>
      <span className="nowrap">
        {before[kind]} {day}
      </span>
      {words !== undefined && (
        <>
          {' · '}
          <span className={`nowrap ${looks[kind] ?? ''}`}>{words}</span>
        </>
      )}
    </>
  );
};

interface WorkColumn extends Column<WorkItem> {
  /** Can be left out. */
  id?: 'what' | 'person' | 'officer' | 'team';
}

/** Every column that the list can have; the first two always stand there. */
export const workColumns = (timeZone: string, nameOfTeam: (id: string) => string): WorkColumn[] => [
  {
    label: 'Name',
    cell: (item) => (
      <Link href={placeOf(item)} className="nowrap">
        {item.subject}
        <span className="visually-hidden">
          , {item.title}, {kindWords[item.kind].one}
        </span>
      </Link>
    ),
  },
  {
    id: 'what',
    label: 'What',
    cell: ({ kind, about, title, subject }) => (
      <>
        {title}
        {kind === 'new' && (
          <>
            {' · '}
            <Link href={`/received/${about.id}?respond`} className="respond nowrap">
              Respond<span className="visually-hidden"> to {subject}</span>
            </Link>
          </>
        )}
      </>
    ),
  },
  { label: 'When', numbers: true, cell: (item) => <When item={item} timeZone={timeZone} /> },
  { id: 'person', label: 'From or with', cell: ({ person, detail }) => person ?? detail ?? '' },
  {
    id: 'officer',
    label: 'Officer',
    cell: ({ officer }) => officer !== undefined && <span className="nowrap">{officer}</span>,
  },
  { id: 'team', label: 'Team', cell: ({ team }) => nameOfTeam(team) },
];
