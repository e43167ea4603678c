/** Tasks: forms that the council sends to people and work groups, and what becomes of them. */
import Type, { type Static } from 'typebox';
import { AnswersSent } from './answers.ts';
import { SentFile } from './form.ts';
import { Address, Id, IsoDate, IsoTime, Words } from './shapes.ts';

const closed = { additionalProperties: false };
/** An account, a work group, a team, or `system`, which is the passing of time. */
const Party = Type.Object({ id: Type.String(), name: Type.String() });
const Comment = Type.String({ maxLength: 1000 });
const Reason = Words(1000);

export const TaskAddress = Type.Object({
  kind: Type.Union([Type.Literal('user'), Type.Literal('group')]),
  id: Id,
  name: Type.String(),
});
export type TaskAddress = Static<typeof TaskAddress>;

export const TaskStateName = Type.Union([
  Type.Literal('sent'),
  Type.Literal('offered'),
  Type.Literal('picked-up'),
  Type.Literal('open'),
  Type.Literal('returned'),
  Type.Literal('submitted'),
  Type.Literal('retracted'),
  Type.Literal('expired'),
]);
export type TaskStateName = Static<typeof TaskStateName>;

export const DueStatus = Type.Object({
  state: Type.Union([Type.Literal('due'), Type.Literal('due-soon'), Type.Literal('overdue'), Type.Literal('done')]),
  days: Type.Integer(),
  words: Type.String(),
});
export type DueStatus = Static<typeof DueStatus>;

/** Whether a second person signs the form, and the job roles of which they have one, in words, where the form names any. */
const counterSignature = {
  counterSignature: Type.Union([Type.Literal('none'), Type.Literal('optional'), Type.Literal('required')]),
  counterSignedBy: Type.Optional(Type.Array(Type.String())),
};

/** A line of a list of tasks. */
export const TaskSummary = Type.Object({
  id: Id,
  revision: Type.Integer(),
  form: Type.Object({ id: Type.String(), version: Type.String(), hash: Type.String(), title: Type.String() }),
  case: Id,
  /** Name of the person that the case is about. */
  subject: Type.String(),
  state: TaskStateName,
  holder: Type.Union([Party, Type.Null()]),
  /** For the council, where whoever has it cannot sign in: the account is suspended, or is there no more. */
  holderIs: Type.Optional(Type.Union([Type.Literal('suspended'), Type.Literal('gone')])),
  /** Who had it before; of what is closed, who had it last. */
  lastHolder: Type.Optional(Type.Union([Party, Type.Null()])),
  group: Type.Union([Party, Type.Null()]),
  team: Party,
  sentAt: IsoTime,
  assignedAt: IsoTime,
  dueOn: Type.Union([IsoDate, Type.Null()]),
  due: DueStatus,
  comments: Type.String(),
  submittedAt: Type.Union([IsoTime, Type.Null()]),
  retractedReason: Type.Union([Type.String(), Type.Null()]),
  /** The submission, once it is submitted. */
  submission: Type.Optional(Id),
  /** Where it is filled in, for whoever has it. */
  draft: Type.Optional(Id),
});
export type TaskSummary = Static<typeof TaskSummary>;
export const TaskPage = Type.Object({ items: Type.Array(TaskSummary), next: Type.Optional(Type.String()) });
export type TaskPage = Static<typeof TaskPage>;

/**
 * GET /api/tasks?list=assigned|retracted|submitted|groups|managed&q=&sort=due|form|name&after= → TaskPage: the caller's own; `retracted` (and
 * expired) and `submitted` of the last 30 days; `groups`: in the trays of the caller's work groups; `managed`: open ones of the groups managed.
 * GET /api/council/tasks?case=&team=&state=&form=&holder=&held=suspended&q=&after= → TaskPage for the council; …/tasks.csv the same as a file. `state`: one of the
 * states, `open`, `overdue`, `answered` (submitted, and not read by the council) or `all`; without it `open`, or `all` of a case.
 */
export const TaskEntry = Type.Object({
  event: Type.String(),
  /** “Re-assigned to Graham Smith”. */
  words: Type.String(),
  by: Party,
  at: IsoTime,
  comment: Type.Optional(Type.String()),
});
export type TaskEntry = Static<typeof TaskEntry>;

/** GET /api/tasks/:id/lock → whether the task may be opened now; a page that only reads asks it again and again, which counts for no activity. */
export const TaskLock = Type.Object({ revision: Type.Integer(), writing: Type.Boolean() });
export type TaskLock = Static<typeof TaskLock>;

/** GET /api/tasks/:id → Task. Who may: whoever has or had it, its work group, its managers, officers of its team. */
export const Task = Type.Intersect([
  TaskSummary,
  Type.Object({
    /** What stands at the head of every page. */
    header: Type.Object({
      name: Type.String(),
      /** Neither is there for those from whom it is kept. */
      dateOfBirth: Type.Optional(IsoDate),
      address: Type.Optional(Address),
      formType: Type.String(),
      comments: Type.String(),
      requiredBy: Type.Union([IsoDate, Type.Null()]),
      sentBy: Type.String(),
      department: Type.String(),
      telephone: Type.String(),
      departmentAddress: Type.String(),
    }),
    ...counterSignature,
    signedBy: Type.Union([Type.Object({ name: Type.String(), role: Type.String(), on: IsoTime }), Type.Null()]),
    contributors: Type.Array(Type.Object({ name: Type.String(), first: IsoTime, last: IsoTime })),
    /** Who is writing now, when it is somebody else. */
    lock: Type.Union([Type.Object({ by: Party, since: IsoTime, left: Type.Boolean() }), Type.Null()]),
    history: Type.Array(TaskEntry),
    /** What the caller may do now: names of the routes below. */
    may: Type.Array(Type.String()),
    /** Documents that were sent with it: GET /api/tasks/:id/documents/:document. */
    documents: Type.Array(SentFile),
    /** For the council: known answers that the form does not take and that were left out. */
    warnings: Type.Optional(Type.Array(Type.String())),
    /** The answers so far, for those who may read and not write. */
    answers: Type.Optional(AnswersSent),
    /** With the answers: in which copy they are drawn for the caller. */
    copy: Type.Optional(Type.Union([Type.Literal('own'), Type.Literal('council')])),
    /** Questions that are not asked of them, for what they ask is kept from them; rows of tables are `*`. */
    notAsked: Type.Optional(Type.Array(Type.String())),
  }),
]);
export type Task = Static<typeof Task>;

/** Ids of documents that were uploaded: each kind of sending has its own address for them. */
const SentDocuments = Type.Optional(Type.Array(Id, { maxItems: 40, uniqueItems: true }));

/**
 * POST /api/council/tasks → 201 Task[]: one form about one case to one or many. `sends`: the answers that the form's manifest asks of the
 * sender. Accepts Idempotency-Key. 422 `automatic-reply` with who is away unless `despiteAway` names them.
 */
export const NewTasks = Type.Object(
  {
    case: Id,
    form: Type.String({ maxLength: 80 }),
    to: Type.Array(Type.Object({ kind: Type.Union([Type.Literal('user'), Type.Literal('group')]), id: Id }, closed), {
      minItems: 1,
      maxItems: 50,
    }),
    dueOn: Type.Optional(IsoDate),
    comments: Type.Optional(Comment),
    sends: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Type.Unknown())),
    documents: SentDocuments,
    despiteAway: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  },
  closed,
);
export type NewTasks = Static<typeof NewTasks>;

/** GET /api/council/tasks/proposal?case=&form= → what the page that sends begins with. */
export const TaskProposal = Type.Object({
  dueOn: IsoDate,
  assignTo: Type.Array(Type.String()),
  ...counterSignature,
  /** Top-level answers that the sender gives. */
  sends: Type.Array(Type.String()),
  answers: AnswersSent,
});
export type TaskProposal = Static<typeof TaskProposal>;

/**
 * What happens to a task, each with If-Match: "<revision>" and answered by the Task, or 409 with who has it since when in `detail`:
 * POST /api/tasks/:id/pick-up, …/open (sign of life), …/release, …/take-over, …/return {comment}, …/re-assign {to, comment},
 * …/counter-sign {role}, …/submit {revision of the draft}; the council's: …/retract {comment}, …/reopen {comment, dueOn},
 * …/extend {dueOn, comment}.
 */
export const TaskComment = Type.Object({ comment: Reason }, closed);
export type TaskComment = Static<typeof TaskComment>;
export const TaskReassign = Type.Object(
  {
    to: Type.Object({ kind: Type.Union([Type.Literal('user'), Type.Literal('group')]), id: Id }, closed),
    comment: Type.Optional(Comment),
  },
  closed,
);
export type TaskReassign = Static<typeof TaskReassign>;
export const TaskCounterSign = Type.Object({ role: Words(120) }, closed);
export type TaskCounterSign = Static<typeof TaskCounterSign>;
export const TaskReopen = Type.Object({ comment: Reason, dueOn: Type.Optional(IsoDate) }, closed);
export type TaskReopen = Static<typeof TaskReopen>;
export const TaskExtend = Type.Object({ dueOn: IsoDate, comment: Type.Optional(Comment) }, closed);
export type TaskExtend = Static<typeof TaskExtend>;
export const TaskSubmit = Type.Object({ revision: Type.Integer({ minimum: 1 }) }, closed);
export type TaskSubmit = Static<typeof TaskSubmit>;

/** GET /api/tasks/:id/people → to whom the caller may re-assign it: “Users within the Work Groups you Manage”, and members of its group. */
export const TaskPerson = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  jobRole: Type.Optional(Type.String()),
  away: Type.Optional(Type.String()),
  /** Of a form that is counter-signed: whether they may do so once they have it. */
  mayCounterSign: Type.Optional(Type.Boolean()),
});
export type TaskPerson = Static<typeof TaskPerson>;

/** GET and PUT /api/me/automatic-reply. */
export const AutomaticReply = Type.Object(
  {
    on: Type.Boolean(),
    from: Type.Optional(IsoDate),
    to: Type.Optional(IsoDate),
    text: Type.String({ maxLength: 1000 }),
    /** Whom to send to instead. */
    instead: Type.Optional(Id),
  },
  closed,
);
export type AutomaticReply = Static<typeof AutomaticReply>;

/** GET /api/council/recipients?q=&form=&task= → people and groups to send to, or to hand `task` to; those who are away say so. */
export const Recipient = Type.Object({
  kind: Type.Union([Type.Literal('user'), Type.Literal('group')]),
  id: Id,
  name: Type.String(),
  detail: Type.String(),
  /** Of a form that is counter-signed: who may counter-sign what they write, by name. */
  counterSigners: Type.Optional(Type.Array(Type.String())),
  /** Of such a task: whether they may counter-sign what others have written in it. */
  mayCounterSign: Type.Optional(Type.Boolean()),
  away: Type.Optional(
    Type.Object({
      text: Type.String(),
      until: Type.Optional(IsoDate),
      instead: Type.Optional(Type.Object({ id: Id, name: Type.String() })),
    }),
  ),
});
export type Recipient = Static<typeof Recipient>;

/**
 * Messages on a task or submission: GET /api/threads/:kind/:id (`task` or `submission`) → Message[]; POST the same {text} → 201 Message. Opening
 * them marks them as read. GET /api/threads/unread → UnreadThreads.
 */
export const Message = Type.Object({
  id: Id,
  by: Party,
  /** Written by the council. */
  council: Type.Boolean(),
  at: IsoTime,
  text: Type.String(),
  mine: Type.Boolean(),
});
export type Message = Static<typeof Message>;
/** Threads with unread messages, at most 100; of a team's for all of its officers until one of them has looked. */
export const UnreadThreads = Type.Object({
  count: Type.Integer(),
  items: Type.Array(
    Type.Object({ kind: Type.Union([Type.Literal('task'), Type.Literal('submission')]), id: Id, at: IsoTime }),
  ),
});
export type UnreadThreads = Static<typeof UnreadThreads>;
export const NewMessage = Type.Object({ text: Words(4000) }, closed);
export type NewMessage = Static<typeof NewMessage>;
/** POST /api/submissions/:id/response {text, documents} → SubmissionSummary: the council's response (officers). */
export const NewResponse = Type.Object({ text: Words(8000), documents: SentDocuments }, closed);
export type NewResponse = Static<typeof NewResponse>;
