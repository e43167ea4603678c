/** Tasks as a council has them, put into a store, and the lists that people open of them. */
import { step, type TaskActor, type TaskState } from '../engine/index.ts';
import { systemClock } from '../server/core/clock.ts';
import { createSealer } from '../server/core/sealed-cursor.ts';
import { keysOf, type TaskContent } from '../server/modules/tasks/document.ts';
import { councilTasks, ownTasks } from '../server/modules/tasks/lists.ts';
import type { Store } from '../server/platform/storage/store.ts';

/** Documents that are put in at once. */
export const AT_ONCE = 500;
/** Of one person, whether the council is small or large. */
export const EACH = 20;
export const TEAMS = ['north', 'south', 'central'];
export const FORMS = ['review', 'consultation', 'report'];
export const NAMES = ['Ali', 'Bear', 'Cole', 'Dean', 'Ewing', 'Frost', 'Green', 'Hall', 'Irwin', 'Jones'];

const now = systemClock.now().toISOString();
export const dayFrom = (days: number): string =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

export const pick = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('An empty list');
  return found;
};

const closedActor: TaskActor = {
  id: 'officer0001',
  name: 'Olive Officer',
  isHolder: false,
  isMemberOfGroup: false,
  managesHolder: false,
  isOfficerOfTeam: true,
  hasSigningRole: false,
  isClock: false,
};

/** Of ten tasks six are with somebody, one is in a tray, two were submitted and one was retracted. */
const stateOf = (index: number, person: string): TaskState => {
  const holder = { id: person, name: 'Ann Smith' };
  const group = { id: `group${Math.floor(index / EACH)}`, name: 'Work group' };
  const kind = index % 10;
  const team = pick(TEAMS, Math.floor(index / EACH));
  const sent = step(
    null,
    {
      kind: 'send',
      to: kind === 6 ? { kind: 'group', ...group } : { kind: 'user', ...holder },
      team: { id: team, name: team },
      dueOn: dayFrom((index % 60) - 10),
      expiresAt: null,
      rules: { assignTo: ['user', 'work-group'], counterSignature: 'none' },
    },
    closedActor,
    now,
  );
  if ('refused' in sent) throw new Error(sent.refused.reason);
  if (kind === 9) {
    const retracted = step(sent.task, { kind: 'retract', comment: 'Sent by mistake' }, closedActor, now);
    return 'task' in retracted ? retracted.task : sent.task;
  }
  if (kind < 7) return sent.task;
  const submit = { event: 'submit' as const, by: holder, at: now };
  return {
    ...sent.task,
    state: 'submitted',
    holder: null,
    lastHolder: holder,
    history: [...sent.task.history, submit],
  };
};

/** Ids have eight signs at least. */
export const caseOf = (number: number): string => `case${String(number).padStart(8, '0')}`;

const contentOf = (index: number, person: string): TaskContent => {
  const form = pick(FORMS, index);
  return {
    turn: 1,
    task: stateOf(index, person),
    form: { id: form, version: '1.0.0', hash: 'a'.repeat(64), title: `The ${form} of a case` },
    case: caseOf(Math.floor(index / 4)),
    subject: {
      firstName: `Sam${index}`,
      lastName: `${pick(NAMES, index)}${Math.floor(index / 10)}`,
      dateOfBirth: '2015-04-03',
    },
    comments: 'Please complete the report',
    draft: `draft${index}`,
    documents: [],
    warnings: [],
    locked: [],
    remindedTo: dayFrom(0),
    keptDays: 30,
  };
};

/** Puts so many tasks in. `people`: accounts that the first of them are for; all others are nobody's. */
export const stockTasks = async (store: Store, count: number, people: readonly string[] = []): Promise<void> => {
  for (let start = 0; start < count; start += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, each) => {
        const number = Math.floor((start + each) / EACH);
        const content = contentOf(start + each, people[number] ?? `person${number}`);
        const _id = `task${String(start + each).padStart(8, '0')}`;
        return store.insert('tasks', { _id, ...content, keys: keysOf(content), effects: [] });
      }),
    );
};

export type List = (turn: number) => Promise<{ items: unknown[] }>;

/** The lists that people open, each for another person at each turn. */
export const taskLists = (store: Store, count: number): Record<string, List> => {
  const cursors = createSealer('a secret of the benchmark alone');
  const people = Math.floor(count / EACH);
  const own = (turn: number, query: Parameters<typeof ownTasks>[3]) => {
    const number = (turn * 7919) % people;
    const group = { _id: `group${number}`, name: '', organisation: '', members: [], managers: [], nameKey: '' };
    const stored = { revision: 1, createdAt: now, updatedAt: now };
    const groups = { of: () => Promise.resolve({ member: [{ ...group, ...stored }], manages: [] }) };
    const caller = { accountId: `person${number}`, name: 'Ann Smith', role: 'applicant' as const };
    return ownTasks({ store, clock: systemClock, groups }, cursors, caller, query);
  };
  const council = (turn: number, query: Parameters<typeof councilTasks>[4]) => {
    const teams = { of: () => Promise.resolve(TEAMS) };
    const caller = { accountId: `officer${turn}`, name: 'Olive Officer', role: 'officer' as const };
    return councilTasks({ store, teams }, cursors, caller, dayFrom(0), query);
  };
  return {
    'currently assigned': (turn) => own(turn, {}),
    'currently assigned, by name': (turn) => own(turn, { sort: 'name' }),
    'in the trays of work groups': (turn) => own(turn, { list: 'groups' }),
    'recently submitted': (turn) => own(turn, { list: 'submitted' }),
    'of three teams, soonest due first': (turn) => council(turn, {}),
    'of three teams, overdue': (turn) => council(turn, { state: 'overdue' }),
    'of one form': (turn) => council(turn, { form: pick(FORMS, turn) }),
    'of one case': (turn) => council(turn, { case: caseOf((turn * 31) % Math.floor(count / 4)) }),
    'found by a name': (turn) => council(turn, { q: `${pick(NAMES, turn)}${(turn * 13) % Math.floor(count / 10)}` }),
  };
};
