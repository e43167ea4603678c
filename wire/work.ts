/** The work list of an officer. */
import Type, { type Static } from 'typebox';
import { Case } from './case.ts';
import { Id, IsoDate, IsoTime } from './shapes.ts';

/**
 * Why something stands in the work list, in the order of the list: a clock of the council's is `late`; a form came in and is `new`; a request was
 * `answered` and nobody of the council has read it; a message is `unread`; a clock is `due` soon; others are `overdue` with a request.
 */
export const WorkKind = Type.Union([
  Type.Literal('late'),
  Type.Literal('new'),
  Type.Literal('answered'),
  Type.Literal('unread'),
  Type.Literal('due'),
  Type.Literal('overdue'),
]);
export type WorkKind = Static<typeof WorkKind>;

export const WorkItem = Type.Object({
  kind: WorkKind,
  /** The record that it is about. */
  about: Type.Object({
    kind: Type.Union([Type.Literal('case'), Type.Literal('task'), Type.Literal('submission')]),
    id: Id,
  }),
  /** Tells several of one record apart. */
  key: Type.String(),
  /** Name of the person. */
  subject: Type.String(),
  /** The clock or the form. */
  title: Type.String(),
  /** Which of several clocks of one kind it is: the school that was asked. */
  detail: Type.Optional(Type.String()),
  /** Of a clock or a request: its last day. */
  dueOn: Type.Optional(IsoDate),
  /** When it came in, was answered or written. */
  at: Type.Optional(IsoTime),
  /** How near that is: “3 days late”. */
  words: Type.Optional(Type.String()),
  /** Who has it or sent it, of those outside the council. */
  person: Type.Optional(Type.String()),
  /** The officer of its case. */
  officer: Type.Optional(Type.String()),
  /** Id of a team. */
  team: Type.String(),
});
export type WorkItem = Static<typeof WorkItem>;

/** GET /api/work?kind=&team=&officer=me&after=&limit= → what is to be done, the most urgent first. */
export const WorkPage = Type.Object({
  items: Type.Array(WorkItem),
  next: Type.Optional(Type.String()),
  /** How many there are of each kind, for all of the teams asked for; of unread ones at most 100. */
  counts: Type.Object({
    late: Type.Integer(),
    new: Type.Integer(),
    answered: Type.Integer(),
    unread: Type.Integer(),
    due: Type.Integer(),
    overdue: Type.Integer(),
  }),
});
export type WorkPage = Static<typeof WorkPage>;

/** Something that happened in a case, or a clock's last day. */
export const StoryEntry = Type.Object({
  kind: Type.Union([
    Type.Literal('event'),
    Type.Literal('request'),
    Type.Literal('form'),
    Type.Literal('message'),
    Type.Literal('clock'),
  ]),
  on: IsoDate,
  /** Where the moment is known. */
  at: Type.Optional(IsoTime),
  words: Type.String(),
  /** Whoever did or noted it. */
  by: Type.Optional(Type.String()),
  /** The record that tells more. */
  about: Type.Optional(Type.Object({ kind: Type.Union([Type.Literal('task'), Type.Literal('submission')]), id: Id })),
  /** Id of the event, of one that was noted. */
  event: Type.Optional(Id),
});
export type StoryEntry = Static<typeof StoryEntry>;

/** GET /api/cases/:id/story → the case, with what happened in it and what is ahead, the newest first: one read in the audit trail. */
export const CaseStory = Type.Object({ case: Case, entries: Type.Array(StoryEntry) });
export type CaseStory = Static<typeof CaseStory>;
