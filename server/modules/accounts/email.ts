/** Another email address for an account: the password proves who asks, the code proves the new address, the old one is told. */
import type { Challenge } from '../../../wire/account.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { mailEffect, noteEffect } from '../../platform/effects/pending.ts';
import { problem } from '../../core/errors.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import { provePassword } from './sign-in/password.ts';
import { mailInstead } from './invitations-link.ts';
import { normaliseEmail, type AccountRecord } from './accounts.ts';
import { accountLimits, network } from './sign-in/account-limits.ts';
import type { Caller } from '../../platform/http/route.ts';
import { answerCode } from './sign-in/code-answers.ts';
import type { AccountParts } from './parts.ts';

export const beginEmailChange = async (
  services: AccountParts,
  accountId: string,
  given: { email: string; password: string },
  address: string,
): Promise<Challenge> => {
  const { accounts, challenges, clock, limits } = services;
  const email = normaliseEmail(given.email);
  await limits.take(accountLimits.emailByAddress, network(address));
  await provePassword(services, accountId, given.password);
  // Each of these mails goes to an address that nobody has proved to be theirs.
  await limits.take(accountLimits.emailByAccount, accountId);
  await limits.take(accountLimits.emailByEmail, email);
  const existing = await accounts.byEmail(email);
  if (existing !== undefined)
    return challenges.beginBlind('email-change', mailInstead(existing, 'email-change', 'account-exists', clock));
  return challenges.begin('email-change', { address: email }, { account: accountId, email });
};

/** Another code to the new address. Throws what `challenges.renew` throws. */
export const renewEmailChange = async (
  { challenges, limits }: AccountParts,
  accountId: string,
  challenge: string,
): Promise<Challenge> => {
  await limits.take(accountLimits.emailByAccount, accountId);
  return challenges.renew('email-change', challenge);
};

/**
 * The account with its new address. Its other sessions end, since whoever had the earlier address may have begun them, and links and codes
 * that went there no longer work. Throws what `challenges.answer` throws.
 */
export const finishEmailChange = async (
  { store, accounts, challenges, sessions, audit, clock, relay, limits }: AccountParts,
  { accountId, sessionId }: Pick<Caller, 'accountId' | 'sessionId'>,
  given: { challenge: string; code: string },
  address: string,
): Promise<AccountRecord> => {
  await limits.take(accountLimits.codeByAddress, network(address));
  await limits.take(accountLimits.emailCodeByAccount, accountId);
  const { account: id, email } = await answerCode({ challenges, audit }, 'email-change', given, accountId);
  if (id !== accountId) throw problem('start-again');
  const before = await accounts.get(id);
  if (before === undefined) throw problem('start-again');
  try {
    const told = [
      mailEffect('email-changed', { address: before.email }, {}, clock.now()),
      noteEffect({ actor: id, action: 'email-changed', subject: { kind: 'account', id } }, clock.now()),
    ];
    const account = await accounts.change(id, { email }, told);
    await writeNotes({ store, audit }, 'accounts', account);
    relay.kick();
    await sessions.endAll(id, sessionId);
    await sessions.refresh(account);
    await limits.clear(accountLimits.emailCodeByAccount, accountId);
    return account;
  } catch (error) {
    if (error instanceof DuplicateError) throw problem('start-again');
    throw error;
  }
};
