import Type, { type Static } from 'typebox';
import { Address, Code, Email, Id, IsoDate, IsoTime, Words } from './shapes.ts';

const Name = Words(80);
const Password = Type.String({ minLength: 1, maxLength: 200 });
const closed = { additionalProperties: false };

export const Role = Type.Union([Type.Literal('applicant'), Type.Literal('officer'), Type.Literal('administrator')]);
export type Role = Static<typeof Role>;

export const Profile = Type.Object(
  {
    forename: Name,
    surname: Name,
    /** “Is this account being used in a professional capacity?” */
    professional: Type.Boolean(),
    jobRole: Type.Optional(Type.String({ maxLength: 120 })),
    organisation: Type.Optional(Type.String({ maxLength: 160 })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    address: Address,
  },
  closed,
);
export type Profile = Static<typeof Profile>;

export const Account = Type.Object({ id: Id, email: Email, role: Role, profile: Profile, createdAt: IsoTime });
export type Account = Static<typeof Account>;

/** GET /api/me. `account` is null when nobody is signed in. */
export const Me = Type.Object({
  account: Type.Union([Account, Type.Null()]),
  session: Type.Optional(Type.Object({ idleEndsAt: IsoTime, endsAt: IsoTime })),
});
export type Me = Static<typeof Me>;

/** The kind of device, by names of browsers and systems that the service knows; none where it is of another kind. */
export const SessionDevice = Type.Object({
  browser: Type.Optional(Type.String()),
  system: Type.Optional(Type.String()),
});
export type SessionDevice = Static<typeof SessionDevice>;

/** GET /api/me/sessions; DELETE /api/me/sessions/:id and, for all but the current one, DELETE /api/me/sessions → 204. */
export const OwnSession = Type.Object({
  id: Id,
  /** The one that asks. */
  current: Type.Boolean(),
  device: SessionDevice,
  signedInAt: IsoTime,
  /** To a minute or so. */
  lastUsedAt: IsoTime,
});
export type OwnSession = Static<typeof OwnSession>;

/** POST /api/registrations → Challenge (the same whether or not the address is known). */
export const Registration = Type.Object({ profile: Profile, email: Email, password: Password }, closed);
export type Registration = Static<typeof Registration>;
/** POST /api/sign-in → Challenge (the same whether or not the account exists or the password fits). */
export const SignIn = Type.Object({ email: Email, password: Password }, closed);
export type SignIn = Static<typeof SignIn>;
/** Names the step in progress; the code itself is only in the mail. */
export const Challenge = Type.Object({ challenge: Id, expiresAt: IsoTime, resendAfterSeconds: Type.Integer() });
export type Challenge = Static<typeof Challenge>;
/** POST /api/registrations/confirm, POST /api/sign-in/code → Me, with the session cookie. */
export const ChallengeAnswer = Type.Object({ challenge: Id, code: Code }, closed);
export type ChallengeAnswer = Static<typeof ChallengeAnswer>;
/** POST /api/registrations/new-code, POST /api/sign-in/new-code → Challenge. */
export const NewCode = Type.Object({ challenge: Id }, closed);
export type NewCode = Static<typeof NewCode>;

/** POST /api/password-resets → 202, the same for every address. The mail's link is /reset-password#<token>. */
export const PasswordResetRequest = Type.Object({ email: Email }, closed);
export type PasswordResetRequest = Static<typeof PasswordResetRequest>;
const token = Type.String({ minLength: 20, maxLength: 100 });
/** POST /api/password-resets/read → 204 while the link can be used. */
export const PasswordResetLink = Type.Object({ token }, closed);
export type PasswordResetLink = Static<typeof PasswordResetLink>;
/** POST /api/password-resets/confirm → 204; ends all sessions. */
export const PasswordReset = Type.Object({ token, password: Password }, closed);
export type PasswordReset = Static<typeof PasswordReset>;
/** PUT /api/me/password → 204; other sessions end. */
export const PasswordChange = Type.Object({ current: Password, password: Password }, closed);
export type PasswordChange = Static<typeof PasswordChange>;
/** PUT /api/me/profile with a Profile → Me. GET /api/me/data → JSON file. POST /api/session/extend → Me. POST /api/sign-out → 204. */
/** POST /api/me/email → Challenge; POST /api/me/email/confirm {challenge, code} → Me; POST /api/me/email/new-code → Challenge. */
export const EmailChange = Type.Object({ email: Email, password: Password }, closed);
export type EmailChange = Static<typeof EmailChange>;

/** GET /api/people: persons this account has completed a form for before. */
export const KnownPerson = Type.Object({
  id: Id,
  firstName: Type.String(),
  lastName: Type.String(),
  dateOfBirth: Type.Optional(IsoDate),
  /** “from your form of 14-Jul-2021” */
  lastUsedAt: IsoTime,
  formTitle: Type.String(),
});
export type KnownPerson = Static<typeof KnownPerson>;
