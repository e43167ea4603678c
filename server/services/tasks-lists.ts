/** Lists of tasks: one's own, those of one's work groups, and the council's, each over a declared index and read page by page. */
import type { TaskCaller } from '../authorization/tasks.ts';
import { teamsOfCaller } from '../authorization/tasks.ts';
import { problem } from '../http/errors.ts';
import { findAmong } from '../storage/find-among.ts';
import type { Filter, Page, Query } from '../storage/store.ts';
import { daysAfter } from './drafts-times.ts';
import type { Sealer } from './sealed-cursor.ts';
import { searchKey } from './submissions-search.ts';
import { openStates } from './tasks-document.ts';
import type { TaskDocument } from './tasks-document.ts';
import type { TaskParts } from './tasks-parts.ts';

export type TaskListName = 'assigned' | 'retracted' | 'submitted' | 'groups' | 'managed';

export interface TaskListQuery {
  list?: TaskListName;
  q?: string;
  sort?: 'due' | 'form' | 'name';
  after?: string;
  limit?: number;
}

export interface CouncilListQuery {
  case?: string;
  team?: string;
  /** A state, `open` for all that are to be answered (the default without a case), `overdue`, or `all`. */
  state?: string;
  form?: string;
  holder?: string;
  q?: string;
  after?: string;
  limit?: number;
}

/** Days that what is closed stands in one's own lists. */
const shownDays = 30;
const pageSize = 50;

const paths = { due: 'keys.due', form: 'keys.form', name: 'keys.name' } as const;

const searched = (q: string | undefined): Filter => {
  const key = searchKey(q ?? '').replaceAll(',', '');
  return key === '' ? {} : { 'keys.words': { prefix: key } };
};

type Cursors = Pick<Sealer, 'seal' | 'open'>;
type Lister = (query: Query) => Promise<Page<TaskDocument>>;

/** A page with a cursor that may stand in an address, for the store's own may hold a name. */
const paged = async (
  cursors: Cursors,
  after: string | undefined,
  query: Query,
  list: Lister,
): Promise<Page<TaskDocument>> => {
  const { items, next } = await list({ ...query, ...(after === undefined ? {} : { after: cursors.open(after) }) });
  return next === undefined ? { items } : { items, next: cursors.seal(next) };
};

/** The caller's own lists. */
export const ownTasks = async (
  { store, clock, groups }: TaskParts,
  cursors: Cursors,
  { accountId }: TaskCaller,
  { list = 'assigned', q, sort = 'due', after, limit = pageSize }: TaskListQuery,
): Promise<Page<TaskDocument>> => {
  const query = { sort: { path: paths[sort], direction: 'asc' as const }, limit };
  const find: Lister = (wanted) => store.find<TaskDocument>('tasks', wanted);
  if (list === 'assigned')
    return paged(cursors, after, { ...query, filter: { 'keys.holder': { eq: accountId }, ...searched(q) } }, find);
  if (list === 'groups' || list === 'managed') {
    const { member, manages } = await groups.of(accountId);
    const of = list === 'groups' ? [...member, ...manages] : manages;
    const ids = [...new Set(of.map(({ _id }) => _id))];
    const path = list === 'groups' ? 'keys.tray' : 'keys.group';
    return paged(cursors, after, { ...query, filter: searched(q) }, (wanted) =>
      findAmong<TaskDocument>(store, 'tasks', path, ids, wanted),
    );
  }
  // A retraction cannot be undone; what was reopened is in other lists again.
  const states = list === 'submitted' ? ['submitted'] : ['retracted', 'expired'];
  const since = daysAfter(clock.now().toISOString(), -shownDays);
  const filter: Filter = {
    'keys.closedFor': { eq: accountId },
    'keys.closedAt': { gt: since },
    'keys.state': { in: states },
    ...searched(q),
  };
  const byTime = { path: 'keys.closedAt', direction: 'desc' as const };
  return paged(cursors, after, { ...query, sort: sort === 'due' ? byTime : query.sort, filter }, find);
};

const stateFilter = (state: string, today: string): Filter => {
  if (state === 'all') return {};
  if (state === 'open') return { 'keys.open': { eq: true } };
  if (state === 'overdue') return { 'keys.open': { eq: true }, 'keys.due': { lt: today } };
  const closed = ['submitted', 'retracted', 'expired'].includes(state);
  if (!closed && !openStates.some((name) => name === state)) throw problem('request-invalid');
  return { 'keys.open': { eq: !closed }, 'keys.state': { eq: state } };
};

/** The council's list: tasks of the caller's teams, soonest due first. Throws forbidden for another team. */
export const councilTasks = async (
  parts: TaskParts,
  cursors: Cursors,
  caller: TaskCaller,
  day: string,
  {
    case: of,
    team,
    state = of === undefined ? 'open' : 'all',
    form,
    holder,
    q,
    after,
    limit = pageSize,
  }: CouncilListQuery,
): Promise<Page<TaskDocument>> => {
  const teams = await teamsOfCaller(parts, caller, team);
  const filter: Filter = {
    ...stateFilter(state, day),
    ...(of === undefined ? {} : { case: { eq: of } }),
    ...(form === undefined ? {} : { 'keys.formId': { eq: form } }),
    ...(holder === undefined ? {} : { 'keys.holder': { eq: holder } }),
    ...searched(q),
  };
  const query: Query = { filter, sort: { path: 'keys.due', direction: 'asc' }, limit };
  return paged(cursors, after, query, (wanted) =>
    findAmong<TaskDocument>(parts.store, 'tasks', 'keys.team', teams, wanted),
  );
};
