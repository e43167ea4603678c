import Type, { type Static } from 'typebox';
import { AnswersSent } from './answers.ts';
import { Id, IsoDate, IsoTime } from './shapes.ts';

/** GET /api/service: what the portal is called and whom to ask. */
export const Service = Type.Object({
  council: Type.String(),
  name: Type.String(),
  /** IANA zone and today's date in it. */
  timeZone: Type.String(),
  today: IsoDate,
  demonstration: Type.Boolean(),
  idleMinutes: Type.Integer(),
  contact: Type.Object({ team: Type.String(), email: Type.String(), phone: Type.String() }),
  /** Named links that forms and pages may point at: `localOffer`, `privacy`, `gatheringViews`, … */
  links: Type.Record(Type.String(), Type.String()),
  /** Colour of the header as #rrggbb; `logo` is the address of the council's logo, absent where it has none. */
  brand: Type.Object({ colour: Type.String(), logo: Type.Optional(Type.String()) }),
  /** Only in a demonstration. */
  demoAccounts: Type.Optional(
    Type.Array(Type.Object({ email: Type.String(), password: Type.String(), who: Type.String() })),
  ),
});
export type Service = Static<typeof Service>;

/** GET /api/service/mail: whether emails, with the codes to sign in, take longer than usual at the moment. */
export const MailState = Type.Object({ late: Type.Boolean() });
export type MailState = Static<typeof MailState>;

/** GET /api/forms → FormSummary[]: newest published version of each application form. */
export const FormSummary = Type.Object({
  id: Type.String(),
  version: Type.String(),
  hash: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  group: Type.String(),
  kind: Type.String(),
  audience: Type.Array(Type.String()),
  family: Type.Optional(
    Type.Object({ id: Type.String(), title: Type.String(), question: Type.String(), order: Type.Integer() }),
  ),
  minutes: Type.Optional(Type.Array(Type.Integer())),
});
export type FormSummary = Static<typeof FormSummary>;

/**
 * GET /api/forms/:id/:version → the FormDefinition (engine/definition) with `validators`: the address of the ES module
 * `/validators/<hash>.js`, whose `make(require)` gives the precompiled validators by key. Both immutable.
 */
export const DefinitionEnvelope = Type.Object({ definition: Type.Unknown(), validators: Type.String() });
export type DefinitionEnvelope = Static<typeof DefinitionEnvelope>;

const ServedFormVersion = Type.Object({
  form: Type.String(),
  version: Type.String(),
  hash: Type.String(),
  published: Type.Boolean(),
  /** Where its files are read from. */
  from: Type.Union([Type.Literal('folder'), Type.Literal('store')]),
});
const RefusedVersion = Type.Object({ form: Type.String(), version: Type.String(), reason: Type.String() });
/** GET /api/catalogue, POST /api/catalogue/reload: what is served, and what is refused with the reason. Not for applicants. */
export const CatalogueReport = Type.Object({
  served: Type.Array(ServedFormVersion),
  refused: Type.Array(RefusedVersion),
});
export type CatalogueReport = Static<typeof CatalogueReport>;

/** GET /api/registers/:name?q= → up to 10 entries. */
export const RegisterEntry = Type.Object({
  name: Type.String(),
  hint: Type.String(),
  values: Type.Record(Type.String(), Type.Unknown()),
});
export type RegisterEntry = Static<typeof RegisterEntry>;

const PageState = Type.Union([Type.Literal('visited'), Type.Literal('done'), Type.Literal('problems')]);
export type PageState = Static<typeof PageState>;

/** A language of a form, as its texts' file names it (BCP 47): `pl`. English where none is said. */
export const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 20 });

/** GET /api/drafts → DraftSummary[], newest first. */
export const DraftSummary = Type.Object({
  id: Id,
  form: Type.Object({ id: Type.String(), version: Type.String(), hash: Type.String(), title: Type.String() }),
  /** First and last name from the answers, or empty. */
  subject: Type.String(),
  lastPage: Type.String(),
  startedAt: IsoTime,
  savedAt: IsoTime,
  expiresAt: IsoTime,
  revision: Type.Integer(),
});
export type DraftSummary = Static<typeof DraftSummary>;

export const Draft = Type.Intersect([
  DraftSummary,
  Type.Object({
    answers: AnswersSent,
    pages: Type.Record(Type.String(), PageState),
    /** Questions that are not asked of this person, for what they ask is kept from them; rows of tables are `*`. */
    notAsked: Type.Optional(Type.Array(Type.String())),
    /** Known values for facts: `user.professional`, `draft.startedOn`, … The server makes the same ones at submit. */
    context: Type.Record(Type.String(), Type.Unknown()),
    /** Top-level answers filled in by the portal, and from what: pointer → plain words. */
    prefilled: Type.Record(Type.String(), Type.String()),
    /** In which the person fills it in. */
    language: Type.Optional(Language),
    /** Answers that the person cannot change, by pointer. */
    locked: Type.Optional(Type.Array(Type.String())),
    /** The task whose form this is. */
    task: Type.Optional(Id),
    /** There is a newer version, to which POST /api/drafts/:id/renew carries the answers. */
    newer: Type.Optional(Type.String()),
    /** What the newer version changed that took the draft over last. */
    renewed: Type.Optional(
      Type.Object({ from: Type.String(), to: Type.String(), at: IsoTime, changes: Type.Array(Type.String()) }),
    ),
    /** Answers that have no place in this version, beside the page to which they belonged. */
    unplaced: Type.Array(
      Type.Object({
        key: Type.String(),
        label: Type.String(),
        lines: Type.Array(Type.String()),
        page: Type.String(),
      }),
    ),
  }),
]);
export type Draft = Static<typeof Draft>;

/** POST /api/drafts → 201 Draft. `answers`: carried from another form or from the start page. */
export const NewDraft = Type.Object(
  {
    form: Type.String({ maxLength: 80 }),
    language: Type.Optional(Language),
    answers: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Type.Unknown())),
  },
  { additionalProperties: false },
);
export type NewDraft = Static<typeof NewDraft>;

/**
 * PATCH /api/drafts/:id → Saved, or 409 with the stored revision. Never validated against the form: what is not right
 * yet is kept as typed. `set` holds whole top-level answers by key; `unset` removes them.
 */
export const DraftPatch = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    set: Type.Optional(
      Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,79}$' }), Type.Unknown(), {
        maxProperties: 500,
        additionalProperties: false,
      }),
    ),
    unset: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,79}$' }), { maxItems: 1000 })),
    pages: Type.Optional(
      Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_-]{0,79}$' }), PageState, {
        maxProperties: 200,
        additionalProperties: false,
      }),
    ),
    lastPage: Type.Optional(Type.String({ maxLength: 80 })),
    /** In which it is filled in from now on; that of its PDF and mails, too. */
    language: Type.Optional(Language),
    /** Keys of unplaced answers that the person has seen to. */
    settled: Type.Optional(Type.Array(Type.String({ pattern: '^u\\d{1,5}$' }), { maxItems: 500 })),
  },
  { additionalProperties: false },
);
export type DraftPatch = Static<typeof DraftPatch>;
/** `answers`: whole top-level answers that came to be asked by what was saved and were there already, or are locked and stay what they are. */
export const Saved = Type.Object({
  revision: Type.Integer(),
  savedAt: IsoTime,
  expiresAt: IsoTime,
  answers: Type.Optional(AnswersSent),
});
export type Saved = Static<typeof Saved>;

/**
 * POST /api/drafts/:id/renew → Draft in the newest version. `form`: hash of the version to which `set` and `unset` belong, when somebody
 * wrote them on a page that was opened before; they are carried as well.
 */
export const Renew = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    form: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    set: DraftPatch.properties.set,
    unset: DraftPatch.properties.unset,
    /** The same answers as that page had them before. */
    base: DraftPatch.properties.set,
  },
  { additionalProperties: false },
);
export type Renew = Static<typeof Renew>;

/** POST /api/drafts/:id/submit → 201 SubmissionSummary (200 when it had been submitted already), or 422 with problems. */
export const Submit = Type.Object({ revision: Type.Integer({ minimum: 1 }) }, { additionalProperties: false });
export type Submit = Static<typeof Submit>;

/**
 * POST /api/drafts/:id/attachments?name=<file name> with the file's bytes as body → 201 Attachment.
 * The reference goes into the answers by the next PATCH. DELETE …/:attachmentId → 204.
 */
export const Attachment = Type.Object({
  id: Id,
  name: Type.String(),
  bytes: Type.Integer(),
  mediaType: Type.String(),
  /** `waiting`: not scanned yet, nobody can open it. */
  scan: Type.Union([Type.Literal('clean'), Type.Literal('waiting'), Type.Literal('unscanned')]),
});
export type Attachment = Static<typeof Attachment>;

/** A document that the council sent along. */
export const SentFile = Type.Object({ id: Id, name: Type.String(), bytes: Type.Integer(), mediaType: Type.String() });
export type SentFile = Static<typeof SentFile>;

/** What the council answered. Its documents: GET /api/submissions/:id/attachments/:id. */
const Response = Type.Object({ postedAt: IsoTime, text: Type.String(), documents: Type.Array(SentFile) });

/** Whether the council has still to begin with a form that came in: until it responds, opens a case from it or says that it is dealt with. */
export const Standing = Type.Union([Type.Literal('new'), Type.Literal('handled')]);
/** PUT /api/submissions/:id/standing → SubmissionSummary (officers). */
export const NewStanding = Type.Object({ standing: Standing }, { additionalProperties: false });
export type NewStanding = Static<typeof NewStanding>;

/** GET /api/submissions → own submissions of the last 30 days, newest first. Officers: GET /api/received?q=&team=&form=&standing=&from=&to=&first=new&after=. */
export const SubmissionSummary = Type.Object({
  id: Id,
  reference: Type.String(),
  form: Type.Object({ id: Type.String(), version: Type.String(), hash: Type.String(), title: Type.String() }),
  subject: Type.String(),
  submittedAt: IsoTime,
  /** Shown until. */
  visibleUntil: IsoTime,
  response: Type.Union([Type.Null(), Response]),
  submittedBy: Type.String(),
  team: Type.String(),
  /** Absent of what answers a task. */
  standing: Type.Optional(Standing),
});
export type SubmissionSummary = Static<typeof SubmissionSummary>;
export const SubmissionPage = Type.Object({ items: Type.Array(SubmissionSummary), next: Type.Optional(Type.String()) });
export type SubmissionPage = Static<typeof SubmissionPage>;

/** GET /api/submissions/:id → frozen answers with their own version. GET …/pdf, GET …/attachments/:id, POST …/email → 202. */
export const Submission = Type.Intersect([
  SubmissionSummary,
  Type.Object({
    answers: AnswersSent,
    /** Questions that are not asked of this person, for what they ask is kept from them; rows of tables are `*`. */
    notAsked: Type.Optional(Type.Array(Type.String())),
    context: Type.Record(Type.String(), Type.Unknown()),
    sha256: Type.String(),
    /** Who wrote in it and who counter-signed it, besides whoever submitted it. */
    signatories: Type.Optional(Type.Array(Type.Object({ label: Type.String(), name: Type.String(), at: IsoTime }))),
    /** In which it was filled in. */
    language: Type.Optional(Language),
    attachments: Type.Array(Attachment),
    /** All that the council responded, oldest first; `response` is the newest. */
    responses: Type.Optional(Type.Array(Type.Intersect([Response, Type.Object({ by: Type.String() })]))),
  }),
]);
export type Submission = Static<typeof Submission>;
