/** Teams, work groups, accounts and the audit trail: what the council's administrators look after. */
import Type, { type Static } from 'typebox';
import { Role } from './account.ts';
import { Address, Email, Id, IsoDate, IsoTime, Words } from './shapes.ts';

const closed = { additionalProperties: false };
const Name = Words(160);
const Member = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  jobRole: Type.Optional(Type.String()),
});

/** GET /api/groups → Group[] (the council: all; a manager: those managed; others: their own). POST → 201, PUT /api/groups/:id with If-Match, DELETE when empty of tasks. */
export const Group = Type.Object({
  id: Id,
  revision: Type.Integer(),
  name: Type.String(),
  /** Name of the organisation that it belongs to, as registers and accounts have it. */
  organisation: Type.String(),
  members: Type.Array(Member),
  managers: Type.Array(Member),
  openTasks: Type.Integer(),
});
export type Group = Static<typeof Group>;
export const GroupChange = Type.Object(
  {
    name: Name,
    organisation: Type.String({ maxLength: 160 }),
    members: Type.Array(Id, { maxItems: 500 }),
    managers: Type.Array(Id, { maxItems: 50 }),
  },
  closed,
);
export type GroupChange = Static<typeof GroupChange>;

/**
 * POST /api/groups/:id/members {email} → Group: adds somebody by address (managers and administrators). For a manager it must be an account
 * that the council knows for one at work in the group's organisation; 422 otherwise, whether there is such an account or not.
 */
export const GroupJoin = Type.Object({ email: Email }, closed);
export type GroupJoin = Static<typeof GroupJoin>;

/** GET /api/teams → Team[]; PUT /api/teams/:id by administrators. What a team has is what its officers may see. */
export const Team = Type.Object({
  id: Type.String(),
  revision: Type.Integer(),
  name: Type.String(),
  department: Type.String(),
  telephone: Type.String(),
  address: Type.String(),
  officers: Type.Array(Member),
});
export type Team = Static<typeof Team>;
export const TeamChange = Type.Object(
  {
    name: Name,
    department: Type.String({ maxLength: 160 }),
    telephone: Type.String({ maxLength: 40 }),
    address: Type.String({ maxLength: 400 }),
    officers: Type.Array(Id, { maxItems: 500 }),
  },
  closed,
);
export type TeamChange = Static<typeof TeamChange>;

/**
 * GET /api/accounts?q=&role=&state=&after= → AccountPage (administrators). POST /api/accounts/invitations → 202 AccountLine: a mail with a
 * one-use link, /accept-invitation#<token>, by which the person chooses a password; an account that exists joins groups and teams.
 * POST /api/accounts/:id/suspend {reason} and /restore end or give back access; sessions end at once. /confirm
 * says that somebody is the professional that they say. PUT /api/accounts/:id/role. Each answers with the AccountLine.
 */
export const AccountLine = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  role: Role,
  organisation: Type.Optional(Type.String()),
  jobRole: Type.Optional(Type.String()),
  state: Type.Union([Type.Literal('active'), Type.Literal('invited'), Type.Literal('suspended')]),
  /** They say that they are professional, and the council has neither invited nor confirmed them, nor put them in a work group. */
  unconfirmed: Type.Boolean(),
  groups: Type.Array(Type.String()),
  teams: Type.Array(Type.String()),
  lastSignedInAt: Type.Optional(IsoTime),
  /** Why, while it is suspended. */
  suspended: Type.Optional(Type.Object({ at: IsoTime, reason: Type.String() })),
});
export type AccountLine = Static<typeof AccountLine>;
export const AccountPage = Type.Object({ items: Type.Array(AccountLine), next: Type.Optional(Type.String()) });
export type AccountPage = Static<typeof AccountPage>;
export const Invitation = Type.Object(
  {
    email: Email,
    forename: Words(80),
    surname: Words(80),
    role: Role,
    jobRole: Type.Optional(Type.String({ maxLength: 120 })),
    organisation: Type.Optional(Type.String({ maxLength: 160 })),
    groups: Type.Array(Id, { maxItems: 50 }),
    teams: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 50 }),
  },
  closed,
);
export type Invitation = Static<typeof Invitation>;

const Token = Type.String({ minLength: 20, maxLength: 100 });
/** POST /api/invitations/read {token} → InvitationView, or 410 `invitation-accepted` or `link-over`. */
export const InvitationToken = Type.Object({ token: Token }, closed);
export type InvitationToken = Static<typeof InvitationToken>;
export const InvitationView = Type.Object({
  email: Type.String(),
  forename: Type.String(),
  surname: Type.String(),
  role: Role,
  /** Invited for their work; the address that is asked for is the one there. */
  professional: Type.Boolean(),
  jobRole: Type.Optional(Type.String()),
  organisation: Type.Optional(Type.String()),
  /** Name of who invited; absent when it was the service itself, or nobody who still has an account. */
  invitedBy: Type.Optional(Type.String()),
  expiresAt: IsoTime,
});
export type InvitationView = Static<typeof InvitationView>;
/** POST /api/invitations/accept → Me, with the session cookie. 422 `password-weak`, 410 `invitation-accepted` or `link-over`. `address`: as at registration; at work for professionals. */
export const InvitationAcceptance = Type.Object(
  {
    token: Token,
    password: Type.String({ minLength: 1, maxLength: 200 }),
    address: Address,
    phone: Type.Optional(Type.String({ maxLength: 40 })),
  },
  closed,
);
export type InvitationAcceptance = Static<typeof InvitationAcceptance>;

export const Suspension = Type.Object({ reason: Words(500) }, closed);
export type Suspension = Static<typeof Suspension>;
export const RoleChange = Type.Object({ role: Role }, closed);
export type RoleChange = Static<typeof RoleChange>;

/** GET /api/audit?q=&action=&actor=&from=&to=&after= → AuditPage (administrators), newest first; /api/audit.csv the same as a file. */
export const AuditLine = Type.Object({
  /** Which chain of the trail, and the number of the entry in it. */
  chain: Type.String(),
  sequence: Type.Integer(),
  at: IsoTime,
  actor: Type.String(),
  actorName: Type.String(),
  action: Type.String(),
  words: Type.String(),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
});
export type AuditLine = Static<typeof AuditLine>;
/** GET /api/cases/:id/audit?after=&limit= → what is noted of a case, of the forms that were sent about it and of the one that opened it, for the officers of its team. */
export const CaseAuditPage = Type.Object({ items: Type.Array(AuditLine), next: Type.Optional(Type.String()) });
export type CaseAuditPage = Static<typeof CaseAuditPage>;

export const AuditPage = Type.Object({
  items: Type.Array(AuditLine),
  next: Type.Optional(Type.String()),
  chain: Type.Union([Type.Literal('whole'), Type.Literal('broken')]),
});
export type AuditPage = Static<typeof AuditPage>;

/** GET /api/service/state → ServiceFinding[], and /ready: what each part of the service says of itself; `detail` where there is something to say. */
export const ServiceFinding = Type.Object({
  name: Type.String(),
  ok: Type.Boolean(),
  detail: Type.Optional(Type.String()),
});
export type ServiceFinding = Static<typeof ServiceFinding>;

/** GET /api/audit/actions → every action with its words, for the filter. */
export const AuditAction = Type.Object({ action: Type.String(), words: Type.String() });
export type AuditAction = Static<typeof AuditAction>;

/** GET /api/catalogue/versions → each form's versions, newest first, with what changed in words. */
export const CatalogueVersion = Type.Object({
  form: Type.String(),
  title: Type.String(),
  /** As its manifest says: `application`, or `task` for what the council sends. */
  kind: Type.Optional(Type.String()),
  version: Type.String(),
  hash: Type.String(),
  published: Type.Boolean(),
  newest: Type.Boolean(),
  openDrafts: Type.Integer(),
  changes: Type.Array(Type.String()),
});
export type CatalogueVersion = Static<typeof CatalogueVersion>;

/** GET /api/calendar, PUT /api/calendar with If-Match (administrators): school terms and days off, by which due dates are worked out. */
export const Calendar = Type.Object(
  {
    revision: Type.Optional(Type.Integer()),
    terms: Type.Array(Type.Object({ name: Words(80), from: IsoDate, to: IsoDate }, closed), {
      maxItems: 60,
    }),
    holidays: Type.Array(Type.Object({ name: Words(80), on: IsoDate }, closed), { maxItems: 400 }),
  },
  closed,
);
export type Calendar = Static<typeof Calendar>;
