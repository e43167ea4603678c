import { isAlive } from '../tasks/lock.ts';
import { step } from '../tasks/step.ts';
import type { TaskActor, TaskEvent, TaskParty, TaskReassign, TaskSend, TaskState } from '../tasks/task.ts';

/** A small licence office: two clerks and their manager in one work group, a stranger to it, an officer, the clock. */
export const people = {
  ann: { id: 'ann', name: 'Ann Angler' },
  bob: { id: 'bob', name: 'Bob Boatman' },
  meg: { id: 'meg', name: 'Meg Manager' },
  sam: { id: 'sam', name: 'Sam Stranger' },
  olu: { id: 'olu', name: 'Olu Officer' },
  clock: { id: 'clock', name: 'The clock' },
} as const satisfies Record<string, TaskParty>;

export type Someone = keyof typeof people;

export const river: TaskParty = { id: 'river', name: 'River clerks' };
export const lake: TaskParty = { id: 'lake', name: 'Lake clerks' };
export const team: TaskParty = { id: 'north', name: 'North team' };

const clerks = ['ann', 'bob'];
const isClerk = (person: TaskParty | null | undefined): boolean => Boolean(person && clerks.includes(person.id));

/** Somebody with the relations that a server would find. */
export const actorFor = (task: TaskState | null, someone: Someone): TaskActor => {
  const isManager = someone === 'meg';
  const inTray = !task?.holder && task?.group?.id === river.id;
  return {
    ...people[someone],
    isHolder: task?.holder?.id === someone,
    isMemberOfGroup: task?.group?.id === river.id && (isManager || clerks.includes(someone)),
    managesHolder: isManager && (isClerk(task?.holder?.id === 'meg' ? task.lastHolder : task?.holder) || inTray),
    isOfficerOfTeam: someone === 'olu',
    hasSigningRole: task?.counterSignedBy === undefined || isManager,
    isClock: someone === 'clock',
  };
};

export const send = (to: TaskSend['to'], counterSignature: TaskState['counterSignature'] = 'optional'): TaskSend => ({
  kind: 'send',
  to,
  group: river,
  team,
  dueOn: '2026-06-10',
  expiresAt: '2026-07-10T00:00:00.000Z',
  rules: { assignTo: ['user', 'work-group'], counterSignature },
});

export const toPerson = (someone: Someone): TaskSend['to'] => ({ kind: 'user', ...people[someone] });
export const toGroup = (group: TaskParty): TaskSend['to'] => ({ kind: 'group', ...group });

export const handTo = (someone: Someone): TaskReassign => ({
  kind: 're-assign',
  to: toPerson(someone),
  within: someone === 'meg' || clerks.includes(someone),
});

/** The start of all time in these tests, and some minutes after it. */
export const at = (minutes: number): string =>
  new Date(Date.parse('2026-06-01T09:00:00.000Z') + minutes * 60_000).toISOString();

/** What somebody's event makes of a task; throws the sentence of a refusal. */
export const done = (task: TaskState | null, event: TaskEvent, someone: Someone, minutes: number): TaskState => {
  const result = step(task, event, actorFor(task, someone), at(minutes));
  if ('refused' in result) throw new Error(`${result.refused.code}: ${result.refused.reason}`);
  return result.task;
};

/** Whether somebody else's editing lock counts at that time. */
export const somebodyElseWrites = (task: TaskState, someone: Someone, now: string): boolean =>
  isAlive(task.lock, now) && task.lock.by.id !== someone;
