/** What lies among the challenges: steps that a code opens, and links by which a password is set. */
import type { Profile } from '../../../../wire/account.ts';
import type { MailEffect, WithEffects } from '../../../platform/effects/effect.ts';
import type { Stored } from '../../../platform/storage/store.ts';

/** What a code opens, by the kind of step. */
export interface ChallengeValues {
  registration: { email: string; passwordHash: string; profile: Profile };
  /** With the address that the code was sent to; an older release did not keep it. */
  'sign-in': { account: string; email?: string };
  'email-change': { account: string; email: string };
}
export type ChallengeKind = keyof ChallengeValues;

export interface ChallengeRecord<Kind extends ChallengeKind = ChallengeKind> extends Stored, WithEffects {
  kind: Kind;
  /** Absent when blind. */
  codeHash?: string;
  /** Absent when blind or used. */
  values?: ChallengeValues[Kind];
  /** Where codes go. */
  to?: MailEffect['to'];
  guesses: number;
  codesSent: number;
  /** Of the newest code. */
  sentAt: string;
  codeExpiresAt: string;
  usedAt?: string;
  /** When the whole step is over. */
  expiresAt: string;
}

/** Under the SHA-256 of its token. */
export interface ResetRecord extends Stored, WithEffects {
  kind: 'password-reset';
  account?: string;
  /** Of the password hash it is to replace: when that has changed, older links are over. */
  replaces?: string;
  /** Of the address that it was sent to: when that has changed, links to the earlier one are over. */
  sentTo?: string;
  usedAt?: string;
  expiresAt: string;
}

/** Which link is the newest that an address asked for, under the keyed hash of the address; of an address without an account, too. */
export interface NewestResetRecord extends Stored {
  kind: 'newest-reset';
  /** Id of the link. */
  link: string;
  account?: string;
  expiresAt: string;
}

declare module '../../../platform/storage/store.ts' {
  interface Collections {
    challenges: ChallengeRecord | ResetRecord | NewestResetRecord;
  }
}
