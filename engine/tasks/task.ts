import type { TaskRules } from '../definition/model/definition.ts';
import type { IsoDate } from '../text/calendar.ts';

/** An instant in ISO 8601, such as `2021-07-14T09:57:00.000Z`. */
export type Instant = string;

/** A person, a work group or a team: how it is known, and what it is called. */
export interface TaskParty {
  id: string;
  name: string;
}

/** To whom a task goes: one person, or the tray of a work group. */
export type TaskAddress = TaskParty & { kind: 'user' | 'group' };

/** Where a task stands; `taskStates` says what each means. */
export type TaskStateName =
  'sent' | 'offered' | 'picked-up' | 'open' | 'returned' | 'submitted' | 'retracted' | 'expired';

/** A form that somebody was asked to fill in, apart from its answers. It holds JSON only. */
export interface TaskState {
  state: TaskStateName;
  /** The one person who has it; `null` in a tray and once it is closed. */
  holder: TaskParty | null;
  /** The person who had it before: whom it goes back to when it is reopened. */
  lastHolder: TaskParty | null;
  /** The work group in whose tray it is, or from which it was picked up. */
  group: TaskParty | null;
  /** Since when its holder has it, or since when it lies in the tray. */
  assignedAt: Instant;
  dueOn: IsoDate | null;
  /** When it closes by itself if nobody submitted it. */
  expiresAt: Instant | null;
  sentBy: TaskParty;
  team: TaskParty;
  counterSignature: TaskRules['counterSignature'];
  /** Job roles in words, of which whoever counter-signs has one; absent where any manager may. */
  counterSignedBy?: string[];
  signedBy: TaskSignature | null;
  /** Everybody who has written in it, in the order in which they first did. Nobody is ever taken off. */
  contributors: TaskContributor[];
  /** Who is writing; it stands until it is released, and counts while `until` is not past. */
  lock: TaskLock | null;
  submittedAt: Instant | null;
  retractedReason: string | null;
  history: TaskEntry[];
}

export interface TaskContributor extends TaskParty {
  first: Instant;
  last: Instant;
}

export interface TaskSignature extends TaskParty {
  /** What the person is, in words: “Head of service”. */
  role: string;
  on: Instant;
}

export interface TaskLock {
  by: TaskParty;
  since: Instant;
  until: Instant;
}

/** What happened. Savings of one person in a row are one entry, from `at` to `lastAt`. */
export interface TaskEntry {
  event: TaskEvent['kind'];
  by: TaskParty;
  at: Instant;
  lastAt?: Instant;
  comment?: string;
  /** Who had it until then, where that changed. */
  from?: TaskParty;
  /** Who has it from then on, where that changed. */
  to?: TaskAddress;
  /** It went to somebody outside the work groups of whoever had it: they no longer read it. */
  outside?: true;
}

/** Sends a form to one person or to a tray. `rules` are those of the form. */
export interface TaskSend {
  kind: 'send';
  to: TaskAddress;
  /** The work group that a person is asked as a member of, if any. */
  group?: TaskParty;
  team: TaskParty;
  dueOn: IsoDate | null;
  expiresAt: Instant | null;
  comment?: string;
  rules: Pick<TaskRules, 'assignTo' | 'counterSignature'>;
  /** The job roles that the form names for its counter signature, in words. */
  counterSignedBy?: string[];
}

/**
 * Hands it to somebody else. `within`: the server found them in a work group that the task concerns. `outside`: they share no work group with
 * whoever has it, who then no longer reads it.
 */
export interface TaskReassign {
  kind: 're-assign';
  to: TaskAddress;
  within: boolean;
  outside?: boolean;
  comment?: string;
}

/** What can happen to a task. Opening it again is the sign of life that keeps the editing lock. */
export type TaskEvent =
  | TaskSend
  | TaskReassign
  | { kind: 'pick-up' | 'open' | 'save' | 'submit' | 'release' | 'take-over' | 'expire' }
  | { kind: 'return' | 'retract'; comment: string }
  | { kind: 'counter-sign'; role: string }
  | { kind: 'reopen'; comment: string; dueOn?: IsoDate; expiresAt?: Instant }
  | { kind: 'extend'; dueOn: IsoDate; expiresAt?: Instant; comment?: string };

/** Who raises an event, and how they stand to this task; the server's authorization works the flags out. */
export interface TaskActor extends TaskParty {
  isHolder: boolean;
  /** In the work group of the task. */
  isMemberOfGroup: boolean;
  /** Manages the holder; of their own task, somebody else who had it or wrote in it; of one in a tray, the work group. */
  managesHolder: boolean;
  /** Works for the team that sent it. */
  isOfficerOfTeam: boolean;
  /** Has a job role that the form names for its counter signature, or it names none. */
  hasSigningRole: boolean;
  /** No person, but the passing of time. */
  isClock: boolean;
}

export interface TaskRefusal {
  code: TaskRefusalCode;
  /** For the person who tried, naming who has it and since when. */
  reason: string;
}

export type TaskRefusalCode =
  | 'no-task'
  | 'not-possible'
  | 'closed'
  | 'not-allowed'
  | 'has-it-already'
  | 'being-written'
  | 'not-left'
  | 'lock-lost'
  | 'reason-missing'
  | 'outside-groups'
  | 'cannot-be-sent-there'
  | 'no-counter-signature'
  | 'counter-signature-missing'
  | 'counter-signer-other'
  | 'second-person-missing'
  | 'date-not-real'
  | 'date-not-later'
  | 'not-expired';

export type TaskStep = { task: TaskState } | { refused: TaskRefusal };
