/** The link in an invitation: one use, seven days, and only the newest one works. */
import type { Clock } from '../../core/clock.ts';
import { minutesFromNow } from '../../core/clock.ts';
import { effectsAdded, mailEffect, workEffect } from '../../platform/effects/pending.ts';
import type { Effect, MailEffect } from '../../platform/effects/effect.ts';
import type { Store } from '../../platform/storage/store.ts';
import { stateOf, type AccountRecord } from './accounts.ts';
import { newToken, sha256 } from '../../core/ids.ts';

export const invitationDays = 7;

/** Name of the work that mails somebody who was invited a new link. */
export const inviteAgainWork = 'invite-again';

/** What somebody did who was invited and has no password yet. The mail says so; `` when the council invited them. */
export type Tried = '' | 'registration' | 'sign-in' | 'password-reset' | 'email-change';

type Invitation = NonNullable<AccountRecord['invitation']>;

/** A new link: what the account keeps of it, and the mail that carries it. `by` is the account that invites. */
export const newLink = (
  clock: Clock,
  by: string | undefined,
  tried: Tried = '',
): { invitation: Invitation; mail: (accountId: string) => MailEffect } => {
  const token = newToken();
  const expiresAt = minutesFromNow(clock, invitationDays * 24 * 60);
  return {
    invitation: { tokenHash: sha256(token), expiresAt, ...(by === undefined ? {} : { by }) },
    mail: (account) => mailEffect('invitation', { account }, { token, days: invitationDays, tried }, clock.now()),
  };
};

/**
 * What is mailed to the address of an account when somebody tries to get in by a way that is not open: an invited person gets a link
 * that leads in, a suspended one is told whom to ask, anybody else gets `otherwise`. The same work at once for every state, so that
 * the time taken tells nothing.
 */
export const mailInstead = (account: AccountRecord, tried: Tried, otherwise: string, clock: Clock): Effect[] => {
  const { _id: id } = account;
  const state = stateOf(account);
  if (state === 'invited') return [workEffect(inviteAgainWork, { account: id, tried }, clock.now())];
  return [mailEffect(state === 'suspended' ? 'suspended' : otherwise, { account: id }, {}, clock.now())];
};

const waysTried: readonly Tried[] = ['registration', 'sign-in', 'password-reset', 'email-change'];

/** Sends somebody who has not chosen a password yet a new link; earlier ones no longer work. Others get nothing. */
export const inviteAgain = async (
  { store, clock }: { store: Store; clock: Clock },
  id: string,
  given: string,
): Promise<void> => {
  const account = await store.get('accounts', id);
  if (account === undefined || stateOf(account) !== 'invited') return;
  const tried = waysTried.find((way) => way === given) ?? '';
  const { invitation, mail } = newLink(clock, account.invitation?.by, tried);
  await effectsAdded(store, 'accounts', id, { invitation }, [mail(id)]);
};
