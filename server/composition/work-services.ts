/** The work list, put together from what cases, tasks, submitted forms and messages hold. */
import { dayOf } from '../core/clock.ts';
import type { Board, Cases } from '../modules/cases/index.ts';
import { type Teams, teamsAsked, teamsOf } from '../modules/groups/index.ts';
import type { Threads } from '../modules/messages/index.ts';
import { type Submissions, submissionSummary } from '../modules/submissions/index.ts';
import { type Tasks, entryWords } from '../modules/tasks/index.ts';
import { createStories, createWork, type Stories, type Work } from '../modules/work/index.ts';
import type { Caller } from '../platform/http/route.ts';
import type { Store } from '../platform/storage/store.ts';

interface WorkOf {
  store: Store;
  teams: Pick<Teams, 'of'>;
  board: Pick<Board, 'rows' | 'count'>;
  tasks: Pick<Tasks, 'councilList' | 'count'>;
  submissions: Pick<Submissions, 'received' | 'countNew'>;
  threads: Pick<Threads, 'unread'>;
}

const boardStates = { late: 'late', due: 'soon', overdue: 'others' } as const;

export const createWorkService = ({ store, teams, board, tasks, submissions, threads }: WorkOf): Work =>
  createWork({
    teams: async (caller, team) => teamsAsked(await teamsOf(teams, caller), team),
    clocks: {
      list: ({ teams: of }, kind, officer, { limit, after }) => {
        const wanted = { ...(of && { teams: of }), ...(officer && { officer }), state: boardStates[kind] };
        return board.rows(wanted, limit, after);
      },
      count: ({ teams: of }, kind, officer) =>
        board.count({ ...(of && { teams: of }), ...(officer && { officer }) }, boardStates[kind]),
    },
    tasks: {
      list: ({ caller, team }, state, { limit, after }) =>
        tasks.councilList(caller, { state, limit, ...(team && { team }), ...(after && { after }) }),
      count: async ({ caller, teams: of }, state) => tasks.count(of ?? (await teams.of(caller.accountId)), state),
    },
    received: {
      list: async ({ caller, team }, { limit, after }) => {
        const asked = { standing: 'new' as const, limit, ...(team && { team }), ...(after && { after }) };
        const { items, ...rest } = await submissions.received(caller, asked);
        return { items: items.map(submissionSummary), ...rest };
      },
      count: ({ teams: of }) => submissions.countNew(of),
    },
    threads: {
      unread: threads.unread,
      about: async ({ kind, id }) => {
        if (kind === 'submission') {
          const found = await store.get('submissions', id);
          return found && { subject: found.subject, title: found.form.title, team: found.team };
        }
        const found = await store.get('tasks', id);
        if (found === undefined) return undefined;
        const { firstName, lastName } = found.subject;
        const subject = `${firstName} ${lastName}`.trim();
        return { subject, title: found.form.title, team: found.keys.team, case: found.case };
      },
    },
    officers: async (ids) => {
      if (ids.length === 0) return new Map();
      const filter = { _id: { in: [...ids] } };
      const sort = { path: '_id', direction: 'asc' } as const;
      const { items } = await store.find('cases', { filter, sort, limit: ids.length });
      return new Map(items.flatMap(({ _id, officer }) => (officer === undefined ? [] : [[_id, officer] as const])));
    },
  });

interface StoryOf extends Pick<WorkOf, 'store' | 'teams'> {
  cases: Pick<Cases, 'read' | 'onWire'>;
  tasks: Pick<Tasks, 'ofCase'>;
  timeZone: string;
}

export const createStoryService = ({ store, teams, cases, tasks, timeZone }: StoryOf): Stories => {
  const messagesAt = async (kind: 'task' | 'submission', id: string) =>
    ((await store.get('threads', `${kind}.${id}`))?.messages ?? []).map(({ by, at }) => ({ by: by.name, at }));
  return createStories({
    read: async (caller, id) => cases.onWire(await cases.read(caller, id)),
    requests: async (caller, id) => {
      const mine = await teamsOf(teams, caller);
      const seen = (await tasks.ofCase(id)).filter(({ keys }) => mine?.includes(keys.team) !== false);
      return Promise.all(
        seen.map(async ({ _id, form, task }) => ({
          id: _id,
          title: form.title,
          history: task.history.map((entry) => ({
            event: entry.event,
            words: entryWords(entry),
            by: entry.by.name,
            at: entry.at,
          })),
          messages: await messagesAt('task', _id),
        })),
      );
    },
    form: async (caller, id) => {
      const mine = await teamsOf(teams, caller);
      const found = await store.get('submissions', id);
      if (found === undefined || mine?.includes(found.team) === false) return undefined;
      const { form, submittedBy, submittedAt } = found;
      return { id, title: form.title, submittedBy, at: submittedAt, messages: await messagesAt('submission', id) };
    },
    dayOf: (at) => dayOf(at, timeZone),
  });
};

/** Ids of a case and of what belongs to it that the caller may see. Throws not-found unless the case is one of the caller's teams'. */
export const createRecordsOfCase =
  ({ store, teams, cases, tasks }: Omit<StoryOf, 'timeZone'>) =>
  async (caller: Caller, id: string): Promise<string[]> => {
    const { openedFrom } = await cases.read(caller, id);
    const mine = await teamsOf(teams, caller);
    const isSeen = (team: string | undefined): boolean => team !== undefined && mine?.includes(team) !== false;
    const opened = openedFrom === undefined ? undefined : await store.get('submissions', openedFrom);
    const sent = (await tasks.ofCase(id)).filter(({ keys }) => isSeen(keys.team));
    return [id, ...(opened !== undefined && isSeen(opened.team) ? [opened._id] : []), ...sent.map(({ _id }) => _id)];
  };
