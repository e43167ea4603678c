/** Signing in in two steps: email and password, then the code from the mail. The first step always answers the same and takes as long. */
import type { Challenge } from '../../../../wire/account.ts';
import { writeNotes } from '../../../platform/effects/notes.ts';
import { mailEffect, noteEffect } from '../../../platform/effects/pending.ts';
import { problem } from '../../../core/errors.ts';
import { accountLimits, network } from './account-limits.ts';
import { normaliseEmail, stateOf, type AccountRecord } from '../accounts.ts';
import { mailInstead } from '../invitations-link.ts';
import { verifyPassword } from './passwords.ts';
import { clearTries, takeTry, type Origin } from './tries.ts';
import { answerCode } from './code-answers.ts';
import type { AccountParts } from '../parts.ts';

type Parts = Pick<AccountParts, 'store' | 'accounts' | 'challenges' | 'limits' | 'devices' | 'audit' | 'clock'>;

export const beginSignIn = async (
  parts: Parts,
  given: { email: string; password: string },
  origin: Origin,
): Promise<Challenge> => {
  const { accounts, challenges, limits, audit, clock } = parts;
  const email = normaliseEmail(given.email);
  await limits.take(accountLimits.signInByAddress, network(origin.address));
  const account = await accounts.byEmail(email);
  const mail = (template: string) =>
    account === undefined ? [] : [mailEffect(template, { account: account._id }, {}, clock.now())];
  const tried = { email, accountId: account?._id };
  await takeTry(parts, accountLimits.signIn, tried, origin, () => mail('locked'));
  const fits = await verifyPassword(given.password, account?.passwordHash);
  // The same work in the same order either way: the time taken must not tell whether the password was right.
  const action = fits ? 'sign-in-begun' : 'sign-in-refused';
  await audit.append({ actor: 'nobody', action, subject: { kind: 'account', id: account?._id ?? 'unknown' } });
  if (account === undefined) return challenges.beginBlind('sign-in', []);
  // Only whoever reads the mail learns that the account is suspended, or that its password is still to be chosen.
  if (!fits || stateOf(account) !== 'active')
    return challenges.beginBlind('sign-in', mailInstead(account, 'sign-in', 'password-tried', clock));
  return challenges.begin('sign-in', { account: account._id }, { account: account._id, email });
};

/** The account that has signed in. Throws what `challenges.answer` throws. */
export const finishSignIn = async (
  parts: Parts,
  given: { challenge: string; code: string },
  origin: Origin,
): Promise<AccountRecord> => {
  const { accounts, limits, clock } = parts;
  await limits.take(accountLimits.codeByAddress, network(origin.address));
  const { account: id, email } = await answerCode(parts, 'sign-in', given);
  const found = await accounts.get(id);
  if (found === undefined || stateOf(found) !== 'active') throw problem('start-again');
  // The code went to an address that is no longer the account's.
  if (email !== undefined && email !== found.email) throw problem('start-again');
  const noted = noteEffect({ actor: id, action: 'signed-in', subject: { kind: 'account', id } }, clock.now());
  const account = await accounts.change(id, { lastSignedInAt: clock.now().toISOString() }, [noted]);
  await writeNotes(parts, 'accounts', account);
  await clearTries(parts, accountLimits.signIn, { email: account.email, accountId: id }, origin);
  return account;
};
