/** The link in an invitation: one use, seven days, and only the newest one works. */
import type { Clock } from '../../core/clock.ts';
import { minutesFromNow } from '../../core/clock.ts';
import { effectsAdded, mailEffect } from '../../platform/effects/pending.ts';
import type { MailEffect } from '../../platform/effects/effect.ts';
import type { Store } from '../../platform/storage/store.ts';
import type { AccountRecord } from './accounts.ts';
import { newToken, sha256 } from '../../core/ids.ts';

export const invitationDays = 7;

/** A new link: what the account keeps of it, and the mail that carries it. */
export const newLink = (
  clock: Clock,
): { invitation: { tokenHash: string; expiresAt: string }; mail: (accountId: string) => MailEffect } => {
  const token = newToken();
  return {
    invitation: { tokenHash: sha256(token), expiresAt: minutesFromNow(clock, invitationDays * 24 * 60) },
    mail: (account) => mailEffect('invitation', { account }, { token, days: invitationDays }, clock.now()),
  };
};

/** Sends somebody who has not chosen a password yet a new link; earlier ones no longer work. */
export const inviteAgain = async (
  { store, clock }: { store: Store; clock: Clock },
  { _id }: AccountRecord,
): Promise<void> => {
  const { invitation, mail } = newLink(clock);
  await effectsAdded<AccountRecord>(store, 'accounts', _id, { invitation }, [mail(_id)]);
};
