/** How a task lies in the store, and what lists find it by. */
import { hands } from './access.ts';
import { remindersFor, searchKey } from '../../../engine/index.ts';
import type { TaskParty, TaskState, TaskStateName } from '../../../engine/index.ts';
import type { Pointer } from '../../../engine/json.ts';
import type { Subject } from '../../../wire/case.ts';
import type { SentFile } from '../../../wire/form.ts';
import type { WithEffects } from '../../platform/effects/effect.ts';
import type { Stored } from '../../platform/storage/store.ts';
import type { FormRef } from '../catalogue/index.ts';
import type { Retain } from '../../core/retain.ts';
import { wordsOfTeam } from '../../core/words-of-team.ts';

export interface TaskDocument extends Stored, WithEffects, TaskContent {
  keys: TaskKeys;
  /** Absent in what an older release wrote, until its migration is done. */
  retain?: Retain;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    tasks: TaskDocument;
  }
}

export interface TaskContent {
  /** What browsers hold as its revision: one more at each event but savings and signs of life. The store's own moves with every effect. */
  turn: number;
  task: TaskState;
  form: FormRef;
  case: string;
  subject: Omit<Subject, 'identifiers'>;
  comments: string;
  /** Where it is filled in. */
  draft: string;
  /** What was submitted last. */
  submission?: string;
  /** When that was submitted which the council has read. */
  readOf?: string;
  documents: SentFile[];
  /** Known answers that the form does not take, in words for the council. */
  warnings: string[];
  /** Answers that whoever fills it in cannot change. */
  locked: Pointer[];
  /** Somebody is submitting it: from the check of the answers to the frozen draft nothing else may happen to it. */
  submitting?: { by: TaskParty; at: string };
  /** The day up to which reminders have gone out. */
  remindedTo: string;
  /** Days that those who had it can read it after it was closed. */
  keptDays: number;
}

/** What lists and jobs look at; made again at each change. */
export interface TaskKeys {
  open: boolean;
  state: TaskStateName;
  team: string;
  formId: string;
  holder?: string;
  /** The work group in whose tray it lies. */
  tray?: string;
  /** The work group that it concerns, while it is open. */
  group?: string;
  /** Accounts in whose lists it still stands once it is closed. */
  closedFor: string[];
  closedAt?: string;
  /** It is submitted, and nobody of the council has read it yet. Absent in what an older release wrote, until its migration is done. */
  answered?: boolean;
  /** Whole days from sending to submitting, of one that is submitted. */
  daysTaken?: number;
  /** A day far ahead where there is no due date, so that those come last. */
  due: string;
  form: string;
  /** Last name first, in search spelling. */
  name: string;
  /** Each word of the name behind the team, and again behind the team and `open`: what the council's search looks up. */
  words: string[];
  expiresAt?: string;
  /** The day of the next reminder. */
  remindOn?: string;
}

const noDue = '9999-12-31';

/** States in which it is still to be answered. */
export const openStates: readonly TaskStateName[] = ['sent', 'offered', 'picked-up', 'open', 'returned'];

export const isOpen = ({ state }: TaskState): boolean => openStates.includes(state);

/** When it was closed; undefined while it is open. */
export const closedAt = (task: TaskState): string | undefined =>
  isOpen(task) ? undefined : task.history.findLast(({ event }) => ['submit', 'retract', 'expire'].includes(event))?.at;

export const subjectName = ({ subject }: Pick<TaskContent, 'subject'>): string =>
  `${subject.firstName} ${subject.lastName}`.trim();

const closedFor = (task: TaskState): string[] => {
  if (isOpen(task)) return [];
  const mayRead = hands(task);
  const writers = task.state === 'submitted' ? task.contributors.map(({ id }) => id) : [];
  return [...new Set([...(task.lastHolder === null ? [] : [task.lastHolder.id]), ...writers])].filter((id) =>
    mayRead.includes(id),
  );
};

const daysTaken = ({ state, submittedAt, history }: TaskState): { daysTaken?: number } => {
  const sentAt = history[0]?.at;
  if (state !== 'submitted' || submittedAt === null || sentAt === undefined) return {};
  return { daysTaken: Math.floor((Date.parse(submittedAt) - Date.parse(sentAt)) / 86_400_000) };
};

export const keysOf = ({ task, form, subject, remindedTo, readOf }: TaskContent): TaskKeys => {
  const open = isOpen(task);
  const { state, holder, group, team, dueOn, expiresAt } = task;
  const closed = closedAt(task);
  const remindOn = open && dueOn !== null ? remindersFor(dueOn, remindedTo)[0]?.on : undefined;
  return {
    open,
    state,
    team: team.id,
    formId: form.id,
    ...(open && holder ? { holder: holder.id } : {}),
    ...(open && !holder && group ? { tray: group.id } : {}),
    ...(open && group ? { group: group.id } : {}),
    closedFor: closedFor(task),
    ...(closed === undefined ? {} : { closedAt: closed }),
    answered: state === 'submitted' && task.submittedAt !== (readOf ?? null),
    ...daysTaken(task),
    due: dueOn ?? noDue,
    form: searchKey(form.title),
    name: searchKey(`${subject.lastName} ${subject.firstName}`),
    words: wordsOfTeam(team.id, open, `${subject.firstName} ${subject.lastName}`),
    ...(open && expiresAt !== null ? { expiresAt } : {}),
    ...(remindOn === undefined ? {} : { remindOn }),
  };
};
