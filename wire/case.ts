/** Cases: the people whom the council works for, what it holds about them, and the clocks that run for them. */
import Type, { type Static } from 'typebox';
import { Address, Id, IsoDate, IsoTime, Words } from './shapes.ts';

const closed = { additionalProperties: false };
const Name = Words(80);
const Values = Type.Record(Type.String({ pattern: '^[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)*$' }), Type.Unknown(), {
  maxProperties: 100,
});

/** Whom a case is about. `identifiers` by the names that council/case.json gives, such as `upn`. */
export const Subject = Type.Object(
  {
    firstName: Name,
    lastName: Name,
    dateOfBirth: IsoDate,
    address: Type.Optional(Address),
    identifiers: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z]*$' }), Type.String({ maxLength: 40 }), {
      maxProperties: 10,
    }),
  },
  closed,
);
export type Subject = Static<typeof Subject>;

/** Where the rule of a clock stands, and what it says in plain words. */
const Source = Type.Object({ law: Type.String(), says: Type.String() });

/** A clock that runs for a case, as of today. */
export const ClockReading = Type.Object({
  id: Type.String(),
  label: Type.String(),
  /** Which of several it is: the school that was asked. */
  about: Type.Optional(Type.String()),
  /** The event that started it, and when. */
  from: Type.String(),
  startedOn: IsoDate,
  dueOn: IsoDate,
  daysGone: Type.Integer(),
  /** Negative when it is late. */
  daysLeft: Type.Integer(),
  /**
   * `excepted`: past its day, and an exception lifts the duty. Of time that is somebody's own: `waiting` while it runs, `over` when what had to wait
   * may be done, `early` when that was done too soon.
   */
  state: Type.Union([
    Type.Literal('running'),
    Type.Literal('soon'),
    Type.Literal('late'),
    Type.Literal('excepted'),
    Type.Literal('met'),
    Type.Literal('waiting'),
    Type.Literal('over'),
    Type.Literal('early'),
  ]),
  /** “3 days left”, “5 days late”, “met on 04-Feb-2022”. */
  words: Type.String(),
  /** It is the duty of others, for whom the council waits. */
  owedBy: Type.Optional(Type.Literal('others')),
  /** Why the duty need not be done in its time, and the day that the council set itself. It moves no day. */
  exception: Type.Optional(Type.Object({ label: Type.String(), target: Type.Optional(IsoDate) })),
  source: Type.Optional(Source),
});
export type ClockReading = Static<typeof ClockReading>;

/** Something that happened in a case, from which clocks run or by which they are met. `name` is one of council/case.json. */
export const CaseEvent = Type.Object({
  id: Id,
  name: Type.String(),
  label: Type.String(),
  about: Type.Optional(Type.String()),
  on: IsoDate,
  by: Type.String(),
});
export type CaseEvent = Static<typeof CaseEvent>;

/** An exception: why duties could not be done in their time. `label` is that of its `code`. */
export const Pause = Type.Object({
  id: Id,
  from: IsoDate,
  to: Type.Optional(IsoDate),
  reason: Type.String(),
  code: Type.Optional(Type.String()),
  label: Type.Optional(Type.String()),
  target: Type.Optional(IsoDate),
});
export type Pause = Static<typeof Pause>;

/** GET /api/cases?q=&team=&openedFrom=&after=&limit= → CasePage. `q`: words of a name, a date of birth (04-Feb-2012 or 2012-02-04), or an identifier. */
export const CaseSummary = Type.Object({
  id: Id,
  reference: Type.String(),
  subject: Type.Object({ firstName: Type.String(), lastName: Type.String(), dateOfBirth: IsoDate }),
  identifiers: Type.Record(Type.String(), Type.String()),
  team: Type.String(),
  /** The officer whose case it is. */
  officer: Type.Optional(Type.Object({ id: Id, name: Type.String() })),
  openTasks: Type.Integer(),
  /** The clock that is most urgent. */
  clock: Type.Optional(ClockReading),
});
export type CaseSummary = Static<typeof CaseSummary>;
export const CasePage = Type.Object({ items: Type.Array(CaseSummary), next: Type.Optional(Type.String()) });
export type CasePage = Static<typeof CasePage>;

/** GET /api/cases/:id → Case. Every read by the council is in the audit trail. */
export const Case = Type.Intersect([
  CaseSummary,
  Type.Object({
    revision: Type.Integer(),
    address: Type.Optional(Address),
    /** The address is kept from everybody outside the council, whatever case.json says. */
    addressKept: Type.Boolean(),
    /** Known values by dotted name, such as `plan.date`: what forms are filled in from. */
    values: Values,
    /** The submitted form that opened it. */
    openedFrom: Type.Optional(Id),
    clocks: Type.Array(ClockReading),
    events: Type.Array(CaseEvent),
    /** What is likely to be noted next: what would meet the most urgent clocks. */
    likelyEvents: Type.Array(
      Type.Object({ name: Type.String(), label: Type.String(), about: Type.Optional(Type.String()) }),
    ),
    pauses: Type.Array(Pause),
    /** Somebody asked for it to be kept: nothing of it is removed while this stands. */
    hold: Type.Optional(Type.Object({ reason: Type.String(), by: Type.String(), at: IsoTime })),
    createdAt: IsoTime,
    updatedAt: IsoTime,
  }),
]);
export type Case = Static<typeof Case>;

/**
 * POST /api/cases → 201 Case, or 409 `possible-duplicate` with `candidates` (CaseSummary[]) unless `evenIf` names them all.
 * PUT /api/cases/:id with If-Match → Case. What is not given stays; a value of null, a blank text or an empty list is taken off.
 */
export const NewCase = Type.Object(
  {
    subject: Subject,
    team: Type.String({ maxLength: 40 }),
    officer: Type.Optional(Id),
    /** Not, when absent. */
    addressKept: Type.Optional(Type.Boolean()),
    values: Type.Optional(Values),
    /** The submitted form that opens it: it is linked, and the event that case.json ties to it is noted on the day when it came. */
    openedFrom: Type.Optional(Id),
    /** Ids of cases that look like the same person and are not. */
    evenIf: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  },
  closed,
);
export type NewCase = Static<typeof NewCase>;
export const CaseChange = Type.Object(
  {
    subject: Type.Optional(Subject),
    team: Type.Optional(Type.String({ maxLength: 40 })),
    officer: Type.Optional(Type.Union([Id, Type.Null()])),
    addressKept: Type.Optional(Type.Boolean()),
    values: Type.Optional(Values),
  },
  closed,
);
export type CaseChange = Static<typeof CaseChange>;

/** POST /api/cases/:id/events → Case; DELETE …/events/:event → Case. POST …/pauses → Case; PUT and DELETE …/pauses/:pause → Case. */
export const NewCaseEvent = Type.Object(
  { name: Type.String({ maxLength: 40 }), on: IsoDate, about: Type.Optional(Words(160)) },
  closed,
);
export type NewCaseEvent = Static<typeof NewCaseEvent>;
/** PUT /api/cases/:id/hold → Case with it; DELETE → Case without. */
export const NewHold = Type.Object({ reason: Words(500) }, closed);
export type NewHold = Static<typeof NewHold>;
/** `code` is needed where the council names its exceptions. `target` is the day by which it means to do it. */
export const NewPause = Type.Object(
  {
    from: IsoDate,
    to: Type.Optional(IsoDate),
    reason: Words(500),
    code: Type.Optional(Type.String({ maxLength: 40 })),
    target: Type.Optional(IsoDate),
  },
  closed,
);
export type NewPause = Static<typeof NewPause>;

/** How a known value is asked and shown. */
export const CaseFieldKind = Type.Union([
  Type.Literal('text'),
  Type.Literal('longText'),
  Type.Literal('date'),
  Type.Literal('choice'),
  Type.Literal('list'),
]);

/** What an answer is, by its place in the answers of a form. */
const Place = Type.String({ pattern: '^(/[A-Za-z][A-Za-z0-9_]*)+$', maxLength: 200 });

/** A form that opens a case: the event that is noted on the day when it came, and what of its answers the case holds. */
export const OpeningForm = Type.Object(
  {
    form: Type.String({ minLength: 1, maxLength: 80 }),
    event: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$' }),
    address: Type.Optional(Place),
    /** By the names of identifiers. */
    identifiers: Type.Optional(Type.Record(Type.String({ pattern: '^[a-z][A-Za-z]*$' }), Place, { maxProperties: 10 })),
    /** By the dotted names of known values. */
    values: Type.Optional(
      Type.Record(Type.String({ pattern: '^[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)+$' }), Place, { maxProperties: 100 }),
    ),
  },
  closed,
);
export type OpeningForm = Static<typeof OpeningForm>;

/** GET /api/case-settings → what council/case.json says: fields, identifiers, events and clocks, for the pages that show them. */
export const CaseSettings = Type.Object({
  /** “Child or young person”: what the one a case is about is called. */
  subject: Type.String(),
  identifiers: Type.Array(
    Type.Object({ name: Type.String(), label: Type.String(), format: Type.Optional(Type.String()) }),
  ),
  fields: Type.Array(
    Type.Object({
      /** Dotted name of the known value. */
      name: Type.String(),
      label: Type.String(),
      kind: CaseFieldKind,
      choices: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: Type.String() }))),
      /** Columns of a list. */
      columns: Type.Optional(
        Type.Array(
          Type.Object({
            name: Type.String(),
            label: Type.String(),
            kind: Type.Optional(Type.Union([Type.Literal('text'), Type.Literal('number')])),
          }),
        ),
      ),
    }),
  ),
  /** `about`: what is asked when such an event is noted. */
  events: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), about: Type.Optional(Type.String()) })),
  exceptions: Type.Array(Type.Object({ code: Type.String(), label: Type.String() })),
  clocks: Type.Array(
    Type.Object({
      id: Type.String(),
      label: Type.String(),
      from: Type.String(),
      length: Type.String(),
      source: Type.Optional(Source),
    }),
  ),
  openedBy: Type.Array(OpeningForm),
});
export type CaseSettings = Static<typeof CaseSettings>;

/**
 * GET /api/board?team=&state=&clock=&officer=&after=&limit= → one row a running clock, late ones first. `officer` is an account or `me`. `late` and
 * `soon` is what the council itself owes; of `others`, what they have not done in their time.
 * GET /api/board.csv the same as a file.
 */
export const BoardRow = Type.Object({
  case: Id,
  reference: Type.String(),
  subject: Type.String(),
  dateOfBirth: IsoDate,
  team: Type.String(),
  officer: Type.Optional(Type.String()),
  clock: ClockReading,
});
export type BoardRow = Static<typeof BoardRow>;
export const BoardPage = Type.Object({ items: Type.Array(BoardRow), next: Type.Optional(Type.String()) });
export type BoardPage = Static<typeof BoardPage>;

const Count = Type.Object({ label: Type.String(), count: Type.Integer() });
/** GET /api/dashboard?team= → a few honest numbers, each also readable as a table. */
export const Dashboard = Type.Object({
  /** Tasks due on each of the next seven days. */
  dueThisWeek: Type.Array(Type.Object({ on: IsoDate, count: Type.Integer() })),
  overdueByTeam: Type.Array(Count),
  /** Days from sending to submitting, of tasks submitted in the last 90 days, in classes such as “0–7 days”. */
  timeToSubmit: Type.Array(Count),
  late: Type.Integer(),
  openTasks: Type.Integer(),
});
export type Dashboard = Static<typeof Dashboard>;
