/** Another e-mail address for an account: the password proves who asks, the code proves the new address, the old one is told. */
import type { Challenge } from '../../../wire/account.ts';
import { mailEffect } from '../../platform/effects/pending.ts';
import { problem } from '../../core/errors.ts';
import { DuplicateError } from '../../platform/storage/store.ts';
import { provePassword } from './password.ts';
import { mailInstead } from './invitations-link.ts';
import { normaliseEmail, type AccountRecord } from './accounts.ts';
import type { Core } from '../../composition/core.ts';

export const beginEmailChange = async (
  services: Core,
  accountId: string,
  given: { email: string; password: string },
): Promise<Challenge> => {
  const { accounts, challenges, clock } = services;
  const email = normaliseEmail(given.email);
  await provePassword(services, accountId, given.password);
  const existing = await accounts.byEmail(email);
  if (existing !== undefined)
    return challenges.beginBlind('email-change', mailInstead(existing, 'email-change', 'account-exists', clock));
  return challenges.begin('email-change', { address: email }, { account: accountId, email });
};

/** The account with its new address. Throws what `challenges.answer` throws. */
export const finishEmailChange = async (
  { accounts, challenges, sessions, audit, clock, relay }: Core,
  accountId: string,
  given: { challenge: string; code: string },
): Promise<AccountRecord> => {
  const { account: id, email } = await challenges.answer('email-change', given.challenge, given.code);
  if (id !== accountId) throw problem('start-again');
  const before = await accounts.get(id);
  if (before === undefined) throw problem('start-again');
  try {
    const told = [mailEffect('email-changed', { address: before.email }, {}, clock.now())];
    const account = await accounts.change(id, { email }, told);
    relay.kick();
    await sessions.refresh(account);
    await audit.append({ actor: id, action: 'email-changed', subject: { kind: 'account', id } });
    return account;
  } catch (error) {
    if (error instanceof DuplicateError) throw problem('start-again');
    throw error;
  }
};
