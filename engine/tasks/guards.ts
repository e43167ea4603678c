import { isRealDate } from '../text/calendar.ts';
import { formatDate, formatDateTime } from '../text/date.ts';
import { isAlive } from './lock.ts';
import type { Instant, TaskActor, TaskEvent, TaskRefusalCode, TaskState } from './task.ts';

/** Everything a guard looks at. `task` is `null` before it is sent; `standing` says who has it since when; only refusals ask. */
export interface TaskTry {
  task: TaskState | null;
  event: TaskEvent;
  actor: TaskActor;
  now: Instant;
  timeZone: string;
  standing: () => string;
}

export interface TaskGuard {
  code: TaskRefusalCode;
  /** What must hold, for the reference page. */
  about: string;
  holds: (given: TaskTry) => boolean;
  /** What the person is told when it does not hold. */
  reason: (given: TaskTry) => string;
}

/** Which of several lines of the table is meant. */
export const taskConditions = {
  toPerson: {
    about: 'it goes to a person',
    holds: ({ event }: TaskTry): boolean => 'to' in event && event.to.kind === 'user',
  },
  toGroup: {
    about: 'it goes to a work group',
    holds: ({ event }: TaskTry): boolean => 'to' in event && event.to.kind === 'group',
  },
  hadHolder: { about: 'somebody has had it', holds: ({ task }: TaskTry): boolean => Boolean(task?.lastHolder) },
  neverHeld: { about: 'nobody ever had it', holds: ({ task }: TaskTry): boolean => !task?.lastHolder },
};

export type TaskConditionName = keyof typeof taskConditions;

const given = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

const dueOf = (event: TaskEvent): string | null => ('dueOn' in event && event.dueOn) || null;

const expiryOf = (event: TaskEvent): string | null => ('expiresAt' in event && event.expiresAt) || null;

const writing = ({ task, timeZone }: TaskTry): string =>
  task?.lock ? `${task.lock.by.name} has been writing in it since ${formatDateTime(task.lock.since, timeZone)}.` : '';

const until = ({ task, timeZone }: TaskTry): string => (task?.lock ? formatDateTime(task.lock.until, timeZone) : '');

/** “Head teacher or Principal” */
export const signersInWords = (roles: readonly string[]): string => {
  const [last = '', ...others] = roles.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
};

/** What must hold for a line of the table to be taken. */
export const taskGuards = {
  formAllows: {
    code: 'cannot-be-sent-there',
    about: 'the form may be sent to such an address (`assignTo`)',
    holds: ({ event }) =>
      event.kind === 'send' && event.rules.assignTo.includes(event.to.kind === 'user' ? 'user' : 'work-group'),
    reason: ({ event }) =>
      event.kind === 'send' && event.to.kind === 'user'
        ? 'This form goes to a work group, not to one person.'
        : 'This form goes to one person, not to a work group.',
  },
  realDate: {
    code: 'date-not-real',
    about: 'the due date, if given, is a date, and the expiry, if given, a time',
    holds: ({ event }) => {
      const [due, expiry] = [dueOf(event), expiryOf(event)];
      return (due === null || isRealDate(due)) && (expiry === null || !Number.isNaN(Date.parse(expiry)));
    },
    reason: ({ event }) => `There is no such date as ${dueOf(event) ?? ''} ${expiryOf(event) ?? ''}`.trim() + '.',
  },
  laterDate: {
    code: 'date-not-later',
    about: 'the new due date is later than the old one',
    holds: ({ task, event }) => !task?.dueOn || (dueOf(event) ?? '') > task.dueOn,
    reason: ({ task }) => `It is due on ${formatDate(task?.dueOn ?? '')}: give a later date.`,
  },
  timeIsUp: {
    code: 'not-expired',
    about: 'its time is up (`expiresAt`)',
    holds: ({ task, now }) => Boolean(task?.expiresAt) && Date.parse(now) >= Date.parse(task?.expiresAt ?? ''),
    reason: ({ task, timeZone }) =>
      task?.expiresAt
        ? `It is open until ${formatDateTime(task.expiresAt, timeZone)}.`
        : 'It stays open until somebody submits or retracts it.',
  },
  reasonGiven: {
    code: 'reason-missing',
    about: 'a reason is given',
    holds: ({ event }) => 'comment' in event && given(event.comment),
    reason: () => 'Enter a reason: the person who has it will read it.',
  },
  toSomebodyElse: {
    code: 'has-it-already',
    about: 'it does not go where it is',
    holds: ({ task, event }) => {
      if (!task || !('to' in event)) return false;
      if (event.to.kind === 'user') return task.holder?.id !== event.to.id;
      return task.state !== 'offered' || task.group?.id !== event.to.id;
    },
    reason: ({ standing }) => standing(),
  },
  withinGroups: {
    code: 'outside-groups',
    about: 'the other person is in a work group that the task concerns',
    holds: ({ event }) => event.kind === 're-assign' && event.to.kind === 'user' && event.within,
    reason: ({ event, task }) =>
      event.kind === 're-assign' && event.to.kind === 'group'
        ? `Only ${task?.team.name ?? 'the team that sent it'} can send it to another work group.`
        : `It can only be re-assigned to somebody in a work group it concerns. Ask ${task?.team.name ?? 'the team that sent it'} to send it to anybody else.`,
  },
  nobodyElseWrites: {
    code: 'being-written',
    about: 'nobody else has a living editing lock',
    holds: ({ task, actor, now }) => !task || task.lock?.by.id === actor.id || !isAlive(task.lock, now),
    reason: (tried) => `${writing(tried)} You can go on when they stop, at the latest at ${until(tried)}.`,
  },
  lockAlive: {
    code: 'lock-lost',
    about: 'the lock has not run out',
    holds: ({ task, now }) => Boolean(task) && isAlive(task?.lock ?? null, now),
    reason: ({ standing }) => `${standing()} What you write now can no longer be saved here: keep a copy.`,
  },
  lockLeft: {
    code: 'not-left',
    about: 'the holder left the editing lock standing, and it has run out',
    holds: ({ task, now }) => task?.lock?.by.id === task?.holder?.id && !isAlive(task?.lock ?? null, now),
    reason: (tried) =>
      isAlive(tried.task?.lock ?? null, tried.now)
        ? `${writing(tried)} You can take it over when they have left it, at the earliest after ${until(tried)}.`
        : `${tried.standing()} Ask them, or a manager, to re-assign it to you.`,
  },
  notYours: {
    code: 'has-it-already',
    about: 'somebody else has it or is writing in it',
    holds: ({ task, actor, now }) =>
      task?.holder?.id !== actor.id || (isAlive(task.lock, now) && task.lock.by.id !== actor.id),
    reason: () => 'You have it already.',
  },
  counterSignable: {
    code: 'no-counter-signature',
    about: 'the form has a counter signature',
    holds: ({ task }) => task?.counterSignature !== 'none',
    reason: () => 'This form is not counter-signed: submit it when it is complete.',
  },
  managesOther: {
    code: 'not-allowed',
    about: 'the signer manages somebody who had it before or wrote in it',
    holds: ({ actor }) => actor.managesHolder,
    reason: () => 'Only a manager of the person who filled it in can counter-sign it. Re-assign it to one.',
  },
  signingRole: {
    code: 'counter-signer-other',
    about: 'the signer has a job role that the form names (`counterSignedBy`), where it names any',
    holds: ({ actor }) => actor.hasSigningRole,
    reason: ({ task }) =>
      `This form is counter-signed by ${signersInWords(task?.counterSignedBy ?? [])}, by the job role of their account. Re-assign it to one who manages a person that wrote in it.`,
  },
  secondPerson: {
    code: 'second-person-missing',
    about: 'somebody other than the signer has written in it',
    holds: ({ task, actor }) => Boolean(task?.contributors.some(({ id }) => id !== actor.id)),
    reason: () => 'Nobody but you has written in it: a counter signature is that of a second person.',
  },
  counterSigned: {
    code: 'counter-signature-missing',
    about: 'it is counter-signed where the form requires it',
    holds: ({ task }) => task?.counterSignature !== 'required' || task.signedBy !== null,
    reason: ({ task }) =>
      task?.counterSignedBy === undefined
        ? 'A manager has to counter-sign this form before it is submitted. Re-assign it to one.'
        : `This form has to be counter-signed by ${signersInWords(task.counterSignedBy)} before it is submitted. Re-assign it to one.`,
  },
} as const satisfies Record<string, TaskGuard>;

export type TaskGuardName = keyof typeof taskGuards;
