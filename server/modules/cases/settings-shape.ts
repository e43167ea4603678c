/** What `case.json` in the council's folder may say. */
import Type, { type Static } from 'typebox';
import { CaseFieldKind } from '../../../wire/case.ts';
import { Words } from '../../../wire/shapes.ts';

const closed = { additionalProperties: false };
const Label = Words(200);
const Word = Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$' });
const Dotted = Type.String({ pattern: '^[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)+$', maxLength: 80 });
const EventNames = Type.Array(Word, { minItems: 1, maxItems: 20 });

/** The council itself sees its cases whole. */
const Outsider = Type.Union([
  Type.Literal('parent'),
  Type.Literal('young-person'),
  Type.Literal('professional'),
  Type.Literal('manager'),
  Type.Literal('holder'),
  Type.Literal('earlier-holder'),
  Type.Literal('contributor'),
  Type.Literal('work-group'),
  Type.Literal('counter-signatory'),
  Type.Literal('submitter'),
]);

const Column = Type.Object(
  {
    name: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' }),
    label: Label,
    kind: Type.Union([Type.Literal('text'), Type.Literal('number')]),
    maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  },
  closed,
);

const CaseField = Type.Object(
  {
    name: Dotted,
    label: Label,
    kind: CaseFieldKind,
    maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    choices: Type.Optional(
      Type.Array(Type.Object({ value: Type.String({ minLength: 1, maxLength: 80 }), label: Label }, closed), {
        minItems: 1,
        maxItems: 200,
      }),
    ),
    columns: Type.Optional(Type.Array(Column, { minItems: 1, maxItems: 12 })),
  },
  closed,
);
export type CaseField = Static<typeof CaseField>;

const Clock = Type.Object(
  {
    id: Word,
    label: Label,
    /** Any of these events starts it. */
    from: EventNames,
    /** Days, weeks or months after the start, or the next such day of a year. */
    length: Type.String({ pattern: '^(P[1-9]\\d{0,3}[DWM]|--(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))$' }),
    /** Any of these events meets it. */
    metBy: EventNames,
    /** Any of these ends it without its being met: there is nothing left to do. */
    endedBy: Type.Optional(EventNames),
    /** Which days are counted: every one, Monday to Friday without holidays, or those of them in term. */
    days: Type.Optional(Type.Union([Type.Literal('calendar'), Type.Literal('working'), Type.Literal('term')])),
    pausable: Type.Optional(Type.Boolean()),
    /** The day of the event is day 1, not day 0. */
    firstDayCounts: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type CaseClock = Static<typeof Clock>;

const Event = Type.Object(
  {
    name: Word,
    label: Label,
    /** Noted by itself when a form is sent as a task, comes back, or could not be sent on the day that its schedule names. */
    notedWhen: Type.Optional(
      Type.Object(
        {
          form: Type.String({ minLength: 1, maxLength: 80 }),
          is: Type.Union([Type.Literal('sent'), Type.Literal('submitted'), Type.Literal('unsent')]),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const CaseDescription = Type.Object(
  {
    /** What the one a case is about is called, for people. */
    subject: Label,
    /** The prefix of known values that are the subject's own, as forms name them. */
    as: Word,
    identifiers: Type.Array(
      Type.Object({ name: Word, label: Label, format: Type.Optional(Type.String({ maxLength: 40 })) }, closed),
      { maxItems: 10 },
    ),
    fields: Type.Array(CaseField, { maxItems: 100 }),
    /**
     * From whom the council keeps what it holds, by the names of its own facts, identifiers and fields; `[]` is nobody. The address is kept
     * from everybody outside the council where nothing is said.
     */
    confidentialFrom: Type.Optional(
      Type.Record(Dotted, Type.Array(Outsider, { maxItems: 10, uniqueItems: true }), { maxProperties: 100 }),
    ),
    /** Names of values that tell where somebody lives: they are kept with the address, where an officer keeps the address of a case. */
    keptWithAddress: Type.Optional(Type.Array(Dotted, { maxItems: 100, uniqueItems: true })),
    events: Type.Array(Event, { maxItems: 200 }),
    clocks: Type.Array(Clock, { maxItems: 60 }),
    /** About forms that are sent by themselves before a date. */
    schedules: Type.Optional(
      Type.Object(
        {
          /** Names of the values that say which organisation is asked; the first that is known counts. */
          organisation: Type.Array(Dotted, { minItems: 1, maxItems: 10 }),
          /** After any of these events nothing is sent by itself any more. */
          endedBy: Type.Optional(EventNames),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type CaseDescription = Static<typeof CaseDescription>;
