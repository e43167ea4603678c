/** Registering in two steps: details, then the code from the mail. What is answered never shows whether the address has an account. */
import type { Challenge, Profile } from '../../../wire/account.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { mailEffect, noteEffect } from '../../platform/effects/pending.ts';
import type { Config } from '../../core/config.ts';
import { problem } from '../../core/errors.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import { accountLimits, network } from './sign-in/account-limits.ts';
import { normaliseEmail, type AccountRecord } from './accounts.ts';
import { mailInstead } from './invitations-link.ts';
import { hashPassword, passwordFault } from './sign-in/passwords.ts';
import { clearTries, takeTry, type Origin } from './sign-in/tries.ts';
import { answerCode } from './sign-in/code-answers.ts';
import type { AccountParts } from './parts.ts';

type Parts = Pick<
  AccountParts,
  'config' | 'store' | 'accounts' | 'challenges' | 'limits' | 'devices' | 'audit' | 'clock' | 'relay'
>;

/** Throws `password-weak` when the password is too easy to guess for this person. */
export const refuseWeak = (
  { council, serviceName }: Pick<Config, 'council' | 'serviceName'>,
  password: string,
  email: string,
  profile: Profile,
): void => {
  const message = passwordFault(password, [email, profile.forename, profile.surname, council, serviceName]);
  if (message !== undefined) throw problem('password-weak', { errors: [{ pointer: '/password', message }] });
};

export const beginRegistration = async (
  parts: Parts,
  given: { profile: Profile; email: string; password: string },
  origin: Origin,
): Promise<Challenge> => {
  const { accounts, challenges, limits, clock } = parts;
  const email = normaliseEmail(given.email);
  refuseWeak(parts.config, given.password, email, given.profile);
  await limits.take(accountLimits.registerByAddress, network(origin.address));
  const existing = await accounts.byEmail(email);
  await takeTry(parts, accountLimits.register, { email, accountId: existing?._id }, origin);
  const passwordHash = await hashPassword(given.password);
  if (existing !== undefined)
    return challenges.beginBlind('registration', mailInstead(existing, 'registration', 'account-exists', clock));
  return challenges.begin('registration', { address: email }, { email, passwordHash, profile: given.profile });
};

/** The new account. Throws what `challenges.answer` throws. */
export const finishRegistration = async (
  parts: Parts,
  given: { challenge: string; code: string },
  origin: Origin,
): Promise<AccountRecord> => {
  const { accounts, limits, clock, relay } = parts;
  await limits.take(accountLimits.codeByAddress, network(origin.address));
  const { email, passwordHash, profile } = await answerCode(parts, 'registration', given);
  try {
    const account = await accounts.create({ email, passwordHash, profile, role: 'applicant' }, (id) => [
      mailEffect('registered', { account: id }, {}, clock.now()),
      noteEffect({ actor: id, action: 'registered', subject: { kind: 'account', id } }, clock.now()),
    ]);
    await writeNotes(parts, 'accounts', account);
    relay.kick();
    await clearTries(parts, accountLimits.register, { email, accountId: account._id }, origin);
    return await accounts.change(account._id, { lastSignedInAt: clock.now().toISOString() });
  } catch (error) {
    // Two registrations of one address were under way, and the other was finished first.
    if (error instanceof DuplicateError) throw problem('start-again');
    throw error;
  }
};
