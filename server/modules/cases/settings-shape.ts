/** What `case.json` in the council's folder may say. */
import Type, { type Static } from 'typebox';
import { CaseFieldKind, OpeningForm } from '../../../wire/case.ts';
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

const monthDay = '--(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const DayOfYear = Type.String({ pattern: `^${monthDay}$` });
const Span = Type.String({ pattern: '^P[1-9]\\d{0,3}[DWM]$' });

/** Which days are counted: every one, Monday to Friday without holidays, or those of them in term. */
const Days = Type.Optional(Type.Union([Type.Literal('calendar'), Type.Literal('working'), Type.Literal('term')]));

/** Where a rule stands: the law, the code or the council's own reason, and what it says in plain words. */
const Source = Type.Object({ law: Label, says: Words(400) }, closed);

const Later = Type.Object(
  {
    from: EventNames,
    length: Type.String({ pattern: '^P(0D|[1-9]\\d{0,3}[DWM])$' }),
    days: Days,
    firstDayCounts: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** The members are those of the engine's `ClockRule`, which says what each means. */
const Clock = Type.Object(
  {
    id: Word,
    label: Label,
    source: Type.Optional(Source),
    from: EventNames,
    length: Type.String({ pattern: `^(P[1-9]\\d{0,3}[DWM]|${monthDay})$` }),
    /** May be left out of a clock that says “not before” only. */
    metBy: Type.Optional(EventNames),
    endedBy: Type.Optional(EventNames),
    days: Days,
    firstDayCounts: Type.Optional(Type.Boolean()),
    countedBack: Type.Optional(Type.Boolean()),
    before: Type.Optional(Type.Boolean()),
    yearBegins: Type.Optional(DayOfYear),
    notBefore: Type.Optional(Type.Boolean()),
    /** Whose duty it is: that of others outside the council, for whom the council waits. The council's own when absent. */
    owedBy: Type.Optional(Type.Literal('others')),
    laterOf: Type.Optional(Type.Array(Later, { minItems: 1, maxItems: 5 })),
    movedOver: Type.Optional(
      Type.Array(Type.Object({ from: DayOfYear, to: DayOfYear }, closed), { minItems: 1, maxItems: 10 }),
    ),
    endsOnWorkingDay: Type.Optional(Type.Boolean()),
    held: Type.Optional(Type.Object({ by: EventNames, until: EventNames, words: Label }, closed)),
    each: Type.Optional(Type.Boolean()),
    restarts: Type.Optional(Type.Boolean()),
    underAge: Type.Optional(Type.Integer({ minimum: 1, maximum: 150 })),
    warn: Type.Optional(Span),
    exceptions: Type.Optional(Type.Array(Word, { minItems: 1, maxItems: 20, uniqueItems: true })),
    pausable: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type CaseClock = Static<typeof Clock>;

/** A form, and what happens to it, by which an event is noted by itself. */
const NotedWhen = Type.Object(
  {
    form: Type.String({ minLength: 1, maxLength: 80 }),
    /**
     * It was sent as a task, came back, or could not be sent on the day that its schedule names; `received`: somebody submitted it of their own
     * accord, and an officer made it part of the case.
     */
    is: Type.Union([Type.Literal('sent'), Type.Literal('submitted'), Type.Literal('unsent'), Type.Literal('received')]),
    /** The question whose answer is the day of the event; the day on which the form was sent or came, when there is no such answer. */
    on: Type.Optional(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]*$', maxLength: 80 })),
  },
  closed,
);
export type NotedWhen = Static<typeof NotedWhen>;

const Event = Type.Object(
  {
    name: Word,
    label: Label,
    /** What an officer is asked who or what it is about: “School or setting”. */
    about: Type.Optional(Label),
    notedWhen: Type.Optional(Type.Union([NotedWhen, Type.Array(NotedWhen, { minItems: 1, maxItems: 20 })])),
  },
  closed,
);

/** A reason for which a duty need not be done in its time. */
const Exception = Type.Object({ code: Word, label: Label, source: Type.Optional(Source) }, closed);

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
    /** By whose codes officers say why a duty cannot be done in its time. */
    exceptions: Type.Optional(Type.Array(Exception, { maxItems: 40 })),
    clocks: Type.Array(Clock, { maxItems: 100 }),
    /** Forms from which cases are opened. */
    openedBy: Type.Optional(Type.Array(OpeningForm, { maxItems: 50 })),
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
