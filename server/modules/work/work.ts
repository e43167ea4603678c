/**
 * The work list: what each part of the service holds for an officer, one kind after the other. Every kind is a list of its own, read page by
 * page over its own index; a place in the whole is the kind and the place in its list.
 */
import type { BoardRow } from '../../../wire/case.ts';
import type { SubmissionSummary } from '../../../wire/form.ts';
import type { TaskSummary, UnreadThreads } from '../../../wire/task.ts';
import type { WorkItem, WorkKind, WorkPage } from '../../../wire/work.ts';
import { problem } from '../../core/errors.ts';
import type { Caller } from '../../platform/http/route.ts';

interface Listed<Item> {
  items: Item[];
  next?: string | undefined;
}

/** Whom a list is for. */
export interface WorkFor {
  caller: Caller;
  /** Undefined for all there are. */
  teams: readonly string[] | undefined;
  /** The one that was asked for, of them. */
  team: string | undefined;
}

interface Place {
  limit: number;
  after: string | undefined;
}

type ClockKind = 'late' | 'due' | 'overdue';
type TaskKind = 'answered' | 'overdue';

/** What a thread of messages stands at. */
export interface ThreadSubject {
  subject: string;
  title: string;
  team: string;
  case?: string;
}

/** Who keeps what the list is made of. */
export interface WorkParts {
  /** The teams that the caller sees; of somebody else's team, none. */
  teams: (caller: Caller, team: string | undefined) => Promise<readonly string[] | undefined>;
  clocks: {
    list: (wanted: WorkFor, kind: ClockKind, officer: string | undefined, place: Place) => Promise<Listed<BoardRow>>;
    count: (wanted: WorkFor, kind: ClockKind, officer: string | undefined) => Promise<number>;
  };
  tasks: {
    list: (wanted: WorkFor, kind: TaskKind, place: Place) => Promise<Listed<TaskSummary>>;
    count: (wanted: WorkFor, kind: TaskKind) => Promise<number>;
  };
  received: {
    list: (wanted: WorkFor, place: Place) => Promise<Listed<SubmissionSummary>>;
    count: (wanted: WorkFor) => Promise<number>;
  };
  threads: {
    unread: (caller: Caller) => Promise<UnreadThreads>;
    /** Undefined of what is gone. */
    about: (thread: UnreadThreads['items'][number]) => Promise<ThreadSubject | undefined>;
  };
  /** The officers of cases, by case; those without one are not among them. */
  officers: (cases: readonly string[]) => Promise<ReadonlyMap<string, { id: string; name: string }>>;
}

export interface WorkWanted {
  kind?: WorkKind;
  team?: string;
  /** Only what is of the caller's own cases, or of no case yet. */
  officer?: 'me';
  after?: string;
  limit?: number;
}

export interface Work {
  /** Throws request-invalid where `after` is no place in this list. */
  list: (caller: Caller, wanted: WorkWanted) => Promise<WorkPage>;
}

type Found = WorkItem & { case?: string };
type Lister = (place: Place) => Promise<Listed<Found>>;

/** The lists in their order, and the kind of each. */
const sections = [
  ['late', 'late'],
  ['new', 'new'],
  ['answered', 'answered'],
  ['unread', 'unread'],
  ['due', 'due'],
  ['others', 'overdue'],
  ['overdue', 'overdue'],
] as const satisfies readonly (readonly [string, WorkKind])[];
type Section = (typeof sections)[number][0];
const pageSize = 50;
const none: WorkPage = { items: [], counts: { late: 0, new: 0, answered: 0, unread: 0, due: 0, overdue: 0 } };

const clockItem =
  (kind: ClockKind) =>
  ({ case: id, subject, team, officer, clock }: BoardRow): Found => ({
    kind,
    about: { kind: 'case', id },
    key: `${clock.id} ${clock.about ?? ''}`,
    subject,
    title: clock.label,
    ...(clock.about === undefined ? {} : { detail: clock.about }),
    dueOn: clock.dueOn,
    words: clock.words,
    ...(officer === undefined ? {} : { officer }),
    team,
  });

const taskItem =
  (kind: TaskKind) =>
  ({ id, case: of, subject, form, dueOn, due, submittedAt, holder, lastHolder, group, team }: TaskSummary): Found => {
    const person = (holder ?? (kind === 'answered' ? lastHolder : undefined) ?? group)?.name;
    return {
      kind,
      about: { kind: 'task', id },
      key: '',
      subject,
      title: form.title,
      ...(kind === 'answered' && submittedAt !== null ? { at: submittedAt } : {}),
      ...(kind === 'overdue' && dueOn !== null ? { dueOn, words: due.words } : {}),
      ...(person === undefined ? {} : { person }),
      team: team.id,
      case: of,
    };
  };

const receivedItem = ({ id, subject, form, submittedAt, submittedBy, team }: SubmissionSummary): Found => ({
  kind: 'new',
  about: { kind: 'submission', id },
  key: '',
  subject,
  title: form.title,
  at: submittedAt,
  person: submittedBy,
  team,
});

const mapped = <Item>({ items, next }: Listed<Item>, make: (item: Item) => Found): Listed<Found> => ({
  items: items.map(make),
  next,
});

const placeIn = (after: string | undefined): { section: Section; after: string | undefined } | undefined => {
  if (after === undefined) return undefined;
  const [, name = '', cursor = ''] = /^([a-z]+)\.(.*)$/s.exec(after) ?? [];
  const section = sections.find(([each]) => each === name)?.[0];
  if (section === undefined) throw problem('request-invalid');
  return { section, after: cursor === '' ? undefined : cursor };
};

export const createWork = (parts: WorkParts): Work => {
  const { clocks, tasks, received, threads, officers } = parts;

  /** At most a hundred: they are read whole. */
  const unread = async ({ caller, teams }: WorkFor): Promise<Found[]> => {
    const { items } = await threads.unread(caller);
    const found = await Promise.all(
      items.map(async (thread): Promise<Found[]> => {
        const about = await threads.about(thread);
        if (about === undefined || teams?.includes(about.team) === false) return [];
        return [{ kind: 'unread', about: { kind: thread.kind, id: thread.id }, key: '', at: thread.at, ...about }];
      }),
    );
    return found.flat();
  };

  const listers = (
    wanted: WorkFor,
    officer: string | undefined,
    messages: readonly Found[],
  ): Record<Section, Lister> => {
    const ofClocks =
      (kind: ClockKind): Lister =>
      async (place) =>
        mapped(await clocks.list(wanted, kind, officer, place), clockItem(kind));
    const ofTasks =
      (kind: TaskKind): Lister =>
      async (place) =>
        mapped(await tasks.list(wanted, kind, place), taskItem(kind));
    return {
      late: ofClocks('late'),
      new: async (place: Place) => mapped(await received.list(wanted, place), receivedItem),
      answered: ofTasks('answered'),
      unread: () => Promise.resolve({ items: [...messages] }),
      due: ofClocks('due'),
      others: ofClocks('overdue'),
      overdue: ofTasks('overdue'),
    };
  };

  /** With the officer of the case; without what is another officer's, where only one's own is wanted. */
  const named = async (items: readonly Found[], own: string | undefined): Promise<WorkItem[]> => {
    const known = await officers([...new Set(items.flatMap(({ case: of }) => of ?? []))]);
    return items.flatMap(({ case: of, ...item }) => {
      const officer = of === undefined ? undefined : known.get(of);
      if (own !== undefined && of !== undefined && officer?.id !== own) return [];
      return [officer === undefined ? item : { ...item, officer: officer.name }];
    });
  };

  const counted = async (wanted: WorkFor, officer: string | undefined, messages: number) => {
    const [late, fresh, answered, due, others, overdue] = await Promise.all([
      clocks.count(wanted, 'late', officer),
      received.count(wanted),
      tasks.count(wanted, 'answered'),
      clocks.count(wanted, 'due', officer),
      clocks.count(wanted, 'overdue', officer),
      tasks.count(wanted, 'overdue'),
    ]);
    return { late, new: fresh, answered, unread: messages, due, overdue: others + overdue };
  };

  return {
    list: async (caller, { kind, team, officer, after, limit = pageSize }) => {
      const teams = await parts.teams(caller, team);
      if (teams?.length === 0) return none;
      const wanted: WorkFor = { caller, teams, team };
      const own = officer === undefined ? undefined : caller.accountId;
      const messages = await unread(wanted);
      const by = listers(wanted, own, messages);
      const listed = sections.filter(([, of]) => kind === undefined || of === kind);
      const begin = placeIn(after);
      let index = begin === undefined ? 0 : listed.findIndex(([section]) => section === begin.section);
      if (index < 0) throw problem('request-invalid');
      let place = begin?.after;
      const items: WorkItem[] = [];
      for (let at = listed[index]; at !== undefined && items.length < limit; at = listed[index]) {
        const page = await by[at[0]]({ limit: limit - items.length, after: place });
        items.push(...(await named(page.items, own)));
        place = page.next;
        if (page.next === undefined) index += 1;
      }
      const counts = await counted(wanted, own, messages.length);
      const left = listed.slice(index).find(([, of]) => place !== undefined || counts[of] > 0);
      const next = left?.[0];
      return { items, counts, ...(next === undefined ? {} : { next: `${next}.${place ?? ''}` }) };
    },
  };
};
