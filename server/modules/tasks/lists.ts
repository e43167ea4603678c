/** Lists of tasks: one's own, those of one's work groups, and the council's, each over a declared index and read page by page. */
import type { TaskCaller } from './access.ts';
import { teamsOfCaller } from './access.ts';
import { problem } from '../../core/errors.ts';
import { writeCursor } from '../../platform/storage/cursor.ts';
import { foundBy } from '../../platform/storage/found-by.ts';
import { countAmong, findInAll } from '../../platform/storage/find-among.ts';
import type { Filter, Page, Query } from '../../platform/storage/store.ts';
import type { Sealer } from '../../core/sealed-cursor.ts';
import { instantAfter, isFoundBy, typedWords } from '../../../engine/index.ts';
import { accountsById, suspendedIds } from '../accounts/index.ts';
import { every } from '../../platform/storage/every.ts';
import { openStates } from './document.ts';
import { wordKey } from '../../core/words-of-team.ts';
import type { TaskDocument } from './document.ts';
import type { TaskParts } from './parts.ts';

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
  /** A state, `open` for all that are to be answered (the default without a case), `overdue`, `answered` for what nobody of the council has read, or `all`. */
  state?: string;
  form?: string;
  holder?: string;
  /** Only what somebody has whose account is suspended, or gone. */
  held?: 'suspended' | 'gone';
  q?: string;
  after?: string;
  limit?: number;
}

/** Days that what is closed stands in one's own lists. */
const shownDays = 30;
const pageSize = 50;

const paths = { due: 'keys.due', form: 'keys.form', name: 'keys.name' } as const;

/** The place of a task in an order of its keys. */
const cursorAt = (sort: Query['sort'], { _id, keys }: TaskDocument): string => {
  const values: Record<string, string | undefined> = {
    'keys.due': keys.due,
    'keys.form': keys.form,
    'keys.name': keys.name,
    'keys.closedAt': keys.closedAt,
  };
  return writeCursor(sort, { value: values[sort.path] ?? null, id: _id });
};

type Cursors = Pick<Sealer, 'seal' | 'open'>;
type Lister = (query: Omit<Query, 'filter'>) => Promise<Page<TaskDocument>>;
type Fits = (task: TaskDocument) => boolean;

/** Whether every word begins a word of the name or of the form's title. */
const isFound = (words: readonly string[], { subject, form }: TaskDocument): boolean =>
  isFoundBy(words, `${subject.firstName} ${subject.lastName} ${form.title}`);

/** Looked through at once where some of what an index finds does not fit. */
const looked = 200;

/**
 * A page of what fits, with a cursor that may stand in an address, for the store's own may hold a name. `fits` looks at what an index has
 * narrowed down already.
 */
const paged = async (
  cursors: Cursors,
  { after, limit, sort }: Omit<Query, 'filter'>,
  list: Lister,
  fits?: Fits,
): Promise<Page<TaskDocument>> => {
  const items: TaskDocument[] = [];
  let next = after === undefined ? undefined : cursors.open(after);
  do {
    const page = await list({ sort, limit: fits ? looked : limit, ...(next === undefined ? {} : { after: next }) });
    const found = fits === undefined ? page.items : page.items.filter(fits);
    next = page.next;
    const room = limit - items.length;
    if (fits !== undefined && found.length > room) {
      const last = found[room - 1];
      items.push(...found.slice(0, room));
      if (last !== undefined) next = cursorAt(sort, last);
    } else items.push(...found);
  } while (next !== undefined && items.length < limit);
  return next === undefined ? { items } : { items, next: cursors.seal(next) };
};

/** The caller's own lists. */
export const ownTasks = async (
  { store, clock, groups }: Pick<TaskParts, 'store' | 'clock'> & { groups: Pick<TaskParts['groups'], 'of'> },
  cursors: Cursors,
  { accountId }: TaskCaller,
  { list = 'assigned', q, sort = 'due', after, limit = pageSize }: TaskListQuery,
): Promise<Page<TaskDocument>> => {
  const words = typedWords(q ?? '');
  const fits: Fits | undefined = words.length === 0 ? undefined : (task) => isFound(words, task);
  const query = {
    sort: { path: paths[sort], direction: 'asc' as const },
    limit,
    ...(after === undefined ? {} : { after }),
  };
  const find =
    (filter: Filter): Lister =>
    (wanted) =>
      store.find('tasks', { ...wanted, filter });
  if (list === 'assigned') return paged(cursors, query, find({ 'keys.holder': { eq: accountId } }), fits);
  if (list === 'groups' || list === 'managed') {
    const { member, manages } = await groups.of(accountId);
    const of = list === 'groups' ? [...member, ...manages] : manages;
    const path = list === 'groups' ? 'keys.tray' : 'keys.group';
    const filters = [...new Set(of.map(({ _id }) => _id))].map((id): Filter => ({ [path]: { eq: id } }));
    return paged(cursors, query, (wanted) => findInAll(store, 'tasks', filters, wanted), fits);
  }
  // A retraction cannot be undone; what was reopened is in other lists again.
  const states = list === 'submitted' ? ['submitted'] : ['retracted', 'expired'];
  const since = instantAfter(clock.now().toISOString(), -shownDays);
  const byTime = { path: 'keys.closedAt', direction: 'desc' as const };
  const filter: Filter = { 'keys.closedFor': { eq: accountId }, 'keys.closedAt': { gt: since } };
  return paged(
    cursors,
    { ...query, sort: sort === 'due' ? byTime : query.sort },
    find(filter),
    (task) => states.includes(task.keys.state) && isFound(words, task),
  );
};

const closedStates: readonly string[] = ['submitted', 'retracted', 'expired'];

/** What an index of a team's tasks is asked for; the rest of a state is left to `inState`. */
const stateFilter = (state: string, day: string): Filter => {
  if (state === 'all') return {};
  if (state === 'answered') return { 'keys.answered': { eq: true } };
  if (state === 'overdue') return { 'keys.open': { eq: true }, 'keys.due': { lt: day } };
  return closedStates.includes(state) ? { 'keys.state': { eq: state } } : { 'keys.open': { eq: true } };
};

const inState = ({ keys }: TaskDocument, state: string, day: string): boolean => {
  if (state === 'all') return true;
  if (state === 'open') return keys.open;
  if (state === 'answered') return keys.answered === true;
  return state === 'overdue' ? keys.open && keys.due < day : keys.state === state;
};

const knownStates = ['all', 'open', 'overdue', 'answered', ...openStates, ...closedStates];

/** How many tasks of these teams are in a state. */
export const countTasks = (
  store: TaskParts['store'],
  teams: readonly string[],
  state: 'overdue' | 'answered',
  day: string,
): Promise<number> => countAmong(store, 'tasks', 'keys.team', teams, stateFilter(state, day));

/** Ids of those who have an open task of these teams and no account any more. */
const goneIds = async (store: TaskParts['store'], teams: readonly string[]): Promise<string[]> => {
  const ids = new Set<string>();
  const sort = { path: 'keys.due', direction: 'asc' } as const;
  for (const team of teams) {
    const filter = { 'keys.team': { eq: team }, 'keys.open': { eq: true } };
    for await (const { keys } of every(store, 'tasks', { filter, sort }))
      if (keys.holder !== undefined) ids.add(keys.holder);
  }
  const known = await accountsById(store, ids);
  return [...ids].filter((id) => !known.has(id));
};

/** The council's list: tasks of the caller's teams, soonest due first. Throws forbidden for another team. */
export const councilTasks = async (
  { store, teams: all }: Pick<TaskParts, 'store'> & { teams: Pick<TaskParts['teams'], 'of'> },
  cursors: Cursors,
  caller: TaskCaller,
  day: string,
  wanted: CouncilListQuery,
): Promise<Page<TaskDocument>> => {
  const {
    case: of,
    team,
    state = of === undefined ? 'open' : 'all',
    form,
    holder,
    held,
    q,
    after,
    limit = pageSize,
  } = wanted;
  if (!knownStates.includes(state)) throw problem('request-invalid');
  const teams = await teamsOfCaller({ teams: all }, caller, team);
  const words = typedWords(q ?? '');
  const heldBy = { suspended: () => suspendedIds(store), gone: () => goneIds(store, teams) };
  const holders = held === undefined ? (holder === undefined ? undefined : [holder]) : await heldBy[held]();
  const among = state === 'all' || state === 'answered' || closedStates.includes(state) ? 'all' : 'open';
  const narrowed = (): Filter[] => {
    if (of !== undefined) return [{ case: { eq: of } }];
    if (holders !== undefined) return [{ 'keys.holder': { in: holders } }];
    if (words.length > 0)
      return teams.map((id) => ({
        'keys.team': { eq: id },
        ...(among === 'open' ? { 'keys.open': { eq: true } } : {}),
        ...foundBy(
          'keys.words',
          words.map((word) => wordKey(id, among, word)),
        ),
      }));
    const ofForm: Filter = form === undefined ? {} : { 'keys.formId': { eq: form } };
    return teams.map((id) => ({ 'keys.team': { eq: id }, ...ofForm, ...stateFilter(state, day) }));
  };
  const whole =
    of === undefined && holders === undefined && words.length === 0 && !openStates.some((name) => name === state);
  const fits: Fits = (task) =>
    teams.includes(task.keys.team) &&
    inState(task, state, day) &&
    (form === undefined || task.keys.formId === form) &&
    (holders === undefined || (task.keys.holder !== undefined && holders.includes(task.keys.holder))) &&
    (of === undefined || task.case === of) &&
    isFound(words, task);
  const filters = narrowed();
  return paged(
    cursors,
    { sort: { path: 'keys.due', direction: 'asc' }, limit, ...(after === undefined ? {} : { after }) },
    (query) => findInAll(store, 'tasks', filters, query),
    whole ? undefined : fits,
  );
};
