import { applied, sent } from './apply.ts';
import { taskConditions, taskGuards, type TaskTry } from './guards.ts';
import { taskStanding } from './standing.ts';
import { taskRelations, taskTable, type TaskRelation, type TaskTransition } from './table.ts';
import type { Instant, TaskActor, TaskEvent, TaskRefusalCode, TaskState, TaskStep } from './task.ts';

/** What an event is called in a sentence: “Only … can re-assign it.” */
const doing: Record<TaskEvent['kind'], string> = {
  send: 'send it',
  'pick-up': 'pick it up',
  open: 'open it to write in it',
  save: 'write in it',
  release: 'stop writing in it',
  'take-over': 'take it over',
  're-assign': 're-assign it',
  return: 'give it back',
  'counter-sign': 'counter-sign it',
  submit: 'submit it',
  retract: 'retract it',
  reopen: 'reopen it',
  extend: 'extend it',
  expire: 'let it expire',
};

const isRelated = (relation: TaskRelation, { task, actor }: TaskTry): boolean => {
  switch (relation) {
    case 'holder':
      return actor.isHolder && task?.holder?.id === actor.id;
    case 'member':
      return actor.isMemberOfGroup && Boolean(task?.group);
    case 'manager':
      return actor.managesHolder;
    case 'officer':
      return actor.isOfficerOfTeam;
    case 'writer':
      return task?.lock?.by.id === actor.id;
    case 'clock':
      return actor.isClock;
  }
};

const refuse = (code: TaskRefusalCode, reason: string): TaskStep => ({ refused: { code, reason: reason.trim() } });

/**
 * What comes of an event: the task as it then is, or why not. The given task is never changed. Before there is one, `task` is `null` and
 * only `send` has a meaning. Times in refusals are on the clocks of `timeZone` (IANA).
 */
export const step = (
  task: TaskState | null,
  event: TaskEvent,
  actor: TaskActor,
  now: Instant,
  timeZone = 'Europe/London',
): TaskStep => {
  const standing = (): string => (task ? taskStanding(task, timeZone) : '');
  const tried: TaskTry = { task, event, actor, now, timeZone, standing };
  const lines = taskTable.filter((line) => line.event === event.kind && line.from.includes(task?.state ?? 'none'));
  if (lines.length === 0) return impossible(tried);
  const allowed = lines.filter(({ who }) => who.some((relation) => isRelated(relation, tried)));
  if (allowed.length === 0) return notAllowed(lines, tried);
  const line = allowed.find(({ when }) => !when || taskConditions[when].holds(tried));
  if (!line) return impossible(tried);
  const guard = line.guards.map((name) => taskGuards[name]).find(({ holds }) => !holds(tried));
  if (guard) return refuse(guard.code, guard.reason(tried));
  if (event.kind !== 'send')
    return task
      ? { task: applied(task, event, line.to === 'same' ? task.state : line.to, actor, now) }
      : impossible(tried);
  return line.to === 'same' ? impossible(tried) : { task: sent(event, line.to, actor, now) };
};

const impossible = ({ task, event, standing }: TaskTry): TaskStep => {
  if (!task) return refuse('no-task', 'There is no such task.');
  if (['submitted', 'retracted', 'expired'].includes(task.state)) return refuse('closed', standing());
  if (event.kind === 'pick-up') return refuse('has-it-already', standing());
  return refuse('not-possible', `Nobody can ${doing[event.kind]} as it is now. ${standing()}`);
};

const notAllowed = (lines: TaskTransition[], { event, standing }: TaskTry): TaskStep => {
  const who = [...new Set(lines.flatMap((line) => line.who))].map((relation) => taskRelations[relation]);
  const last = who.pop() ?? '';
  const people = who.length > 0 ? `${who.join(', ')} or ${last}` : last;
  return refuse('not-allowed', `Only ${people} can ${doing[event.kind]}. ${standing()}`);
};
