import type { TaskConditionName, TaskGuardName } from './guards.ts';
import type { TaskEvent, TaskStateName } from './task.ts';

/** What each state means, in the words of the reference page. */
export const taskStates: Record<TaskStateName, string> = {
  sent: 'with a person, who has not opened it',
  offered: 'in the tray of a work group; nobody has it',
  'picked-up': 'taken out of the tray by a person, who has not opened it',
  open: 'with a person, who has opened it',
  returned: 'given back: in the tray of its work group or, without one, with the team that sent it; nobody has it',
  submitted: 'answered; what was written is frozen',
  retracted: 'taken back by the team; what was written can still be read',
  expired: 'closed by the clock, unanswered',
};

/** How somebody may stand to a task. */
export const taskRelations = {
  holder: 'the person who has it',
  member: 'anybody in its work group',
  manager: 'a manager of the holder or, while nobody has it, of the work group',
  officer: 'an officer of the team that sent it',
  writer: 'whoever still has the editing lock',
  clock: 'the clock',
};

export type TaskRelation = keyof typeof taskRelations;

/** One line of the table. Of several lines for one state and event, the first whose `who` and `when` fit counts. */
export interface TaskTransition {
  event: TaskEvent['kind'];
  /** `none`: before there is a task. */
  from: (TaskStateName | 'none')[];
  /** `same`: the state stays. */
  to: TaskStateName | 'same';
  who: TaskRelation[];
  when?: TaskConditionName;
  guards: TaskGuardName[];
  /** What comes of it, for the reference page. */
  effect: string;
}

const withPerson: TaskStateName[] = ['sent', 'picked-up', 'open'];
const withNobody: TaskStateName[] = ['offered', 'returned'];
const alive: TaskStateName[] = [...withPerson, ...withNobody];

/** Everything that may happen to a task. What is not in here is refused. */
export const taskTable: readonly TaskTransition[] = [
  {
    event: 'send',
    from: ['none'],
    to: 'sent',
    who: ['officer', 'clock'],
    when: 'toPerson',
    guards: ['formAllows', 'realDate'],
    effect: 'the person has it',
  },
  {
    event: 'send',
    from: ['none'],
    to: 'offered',
    who: ['officer', 'clock'],
    when: 'toGroup',
    guards: ['formAllows', 'realDate'],
    effect: 'it lies in the tray',
  },
  {
    event: 'pick-up',
    from: withNobody,
    to: 'picked-up',
    who: ['member'],
    guards: [],
    effect: 'whoever picks it up has it',
  },
  {
    event: 'open',
    from: withPerson,
    to: 'open',
    who: ['holder'],
    guards: [],
    effect: 'the editing lock is taken or kept alive, unless somebody else is still writing',
  },
  {
    event: 'save',
    from: withPerson,
    to: 'open',
    who: ['holder'],
    guards: ['nobodyElseWrites'],
    effect: 'the writer is a contributor; the lock is kept alive; the signature of anybody else is void',
  },
  {
    event: 'save',
    from: [...alive, 'retracted', 'expired'],
    to: 'same',
    who: ['writer'],
    guards: ['lockAlive'],
    effect: 'what was being typed when the task was taken away is kept; the lock is not prolonged',
  },
  {
    event: 'release',
    from: [...alive, 'retracted', 'expired'],
    to: 'same',
    who: ['writer'],
    guards: [],
    effect: 'the editing lock is gone',
  },
  {
    event: 'take-over',
    from: withPerson,
    to: 'open',
    who: ['manager', 'officer'],
    guards: ['notYours'],
    effect: 'has it and the lock from now on, whoever was writing; the other is told',
  },
  {
    event: 'take-over',
    from: withPerson,
    to: 'open',
    who: ['member'],
    guards: ['notYours', 'lockLeft'],
    effect: 'has it and the lock from now on; the other is told',
  },
  {
    event: 're-assign',
    from: alive,
    to: 'sent',
    who: ['officer'],
    when: 'toPerson',
    guards: ['toSomebodyElse'],
    effect: 'the person has it; the work group is forgotten if the person is outside it',
  },
  {
    event: 're-assign',
    from: alive,
    to: 'offered',
    who: ['officer'],
    when: 'toGroup',
    guards: ['toSomebodyElse'],
    effect: 'it lies in the tray of that work group',
  },
  {
    event: 're-assign',
    from: withPerson,
    to: 'sent',
    who: ['holder', 'manager'],
    guards: ['toSomebodyElse', 'withinGroups'],
    effect: 'the person has it',
  },
  {
    event: 're-assign',
    from: withNobody,
    to: 'sent',
    who: ['manager'],
    guards: ['toSomebodyElse', 'withinGroups'],
    effect: 'the person has it',
  },
  {
    event: 'return',
    from: withPerson,
    to: 'returned',
    who: ['holder', 'manager', 'officer'],
    guards: ['reasonGiven'],
    effect: 'nobody has it',
  },
  {
    event: 'counter-sign',
    from: ['open'],
    to: 'same',
    who: ['holder'],
    guards: ['counterSignable', 'managesOther', 'signingRole', 'secondPerson', 'nobodyElseWrites'],
    effect: 'name, role and time of the signature stand in the record',
  },
  {
    event: 'submit',
    from: ['open'],
    to: 'submitted',
    who: ['holder'],
    guards: ['counterSigned', 'nobodyElseWrites'],
    effect: 'what was written is frozen; nobody has it',
  },
  {
    event: 'retract',
    from: alive,
    to: 'retracted',
    who: ['officer'],
    guards: ['reasonGiven'],
    effect: 'nobody has it; the holder is told why',
  },
  {
    event: 'reopen',
    from: ['submitted', 'expired'],
    to: 'sent',
    who: ['officer'],
    when: 'hadHolder',
    guards: ['reasonGiven', 'realDate'],
    effect: 'whoever had it last has it again; signatures are to be given again',
  },
  {
    event: 'reopen',
    from: ['expired'],
    to: 'offered',
    who: ['officer'],
    when: 'neverHeld',
    guards: ['reasonGiven', 'realDate'],
    effect: 'it lies in the tray again',
  },
  {
    event: 'extend',
    from: alive,
    to: 'same',
    who: ['officer'],
    guards: ['realDate', 'laterDate'],
    effect: 'the due date moves, and the day on which it expires with it',
  },
  {
    event: 'expire',
    from: alive,
    to: 'expired',
    who: ['clock'],
    guards: ['timeIsUp'],
    effect: 'nobody has it',
  },
];
