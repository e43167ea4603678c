/** A forgotten password (one mailed link, the newest, one use, one hour) and a changed one. Both end the other sessions and are told by mail. */
import { minutesFromNow } from '../../../core/clock.ts';
import { writeNotes } from '../../../platform/effects/notes.ts';
import { changedWith, mailEffect, noteEffect, withEffects } from '../../../platform/effects/pending.ts';
import { problem } from '../../../core/errors.ts';
import { DuplicateError, type Store } from '../../../platform/storage/store.ts';
import { overtaken, untilWritten } from '../../../platform/storage/until-written.ts';
import { accountLimits, network } from './account-limits.ts';
import { refuseWeak } from '../registration.ts';
import { normaliseEmail, stateOf, type AccountRecord } from '../accounts.ts';
import { keyedHash, newToken, sha256 } from '../../../core/ids.ts';
import { mailInstead } from '../invitations-link.ts';
import type { NewestResetRecord } from './challenge-records.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { takeTry, type Origin } from './tries.ts';
import type { AccountParts } from '../parts.ts';

type Parts = Pick<
  AccountParts,
  'config' | 'accounts' | 'sessions' | 'limits' | 'devices' | 'audit' | 'clock' | 'relay' | 'store'
>;

const linkMinutes = 60;

const newestId = ({ config }: Pick<Parts, 'config'>, email: string): string =>
  keyedHash(config.secret, JSON.stringify(['newest reset', email]));

const putNewest = async (
  store: Store,
  _id: string,
  newest: Pick<NewestResetRecord, 'link' | 'account' | 'expiresAt'>,
) => {
  const filter = { _id: { eq: _id } };
  if ((await store.patch('challenges', filter, { set: { ...newest } })) !== undefined) return;
  try {
    await store.insert('challenges', { _id, kind: 'newest-reset', ...newest });
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error;
    await store.patch('challenges', filter, { set: { ...newest } });
  }
};

export const requestReset = async (parts: Parts, given: string, origin: Origin): Promise<void> => {
  const { accounts, limits, clock, relay, store } = parts;
  const email = normaliseEmail(given);
  await limits.take(accountLimits.resetByAddress, network(origin.address));
  const account = await accounts.byEmail(email);
  await takeTry(parts, accountLimits.reset, { email, accountId: account?._id }, origin);
  const token = newToken();
  const usable = account !== undefined && stateOf(account) === 'active';
  const known = usable ? { account: account._id, replaces: sha256(account.passwordHash), sentTo: sha256(email) } : {};
  const effects = usable
    ? [mailEffect('password-reset', { account: account._id }, { token, minutes: linkMinutes }, clock.now())]
    : account === undefined
      ? [mailEffect('no-account', { address: email }, {}, clock.now())]
      : mailInstead(account, 'password-reset', 'suspended', clock);
  const link = sha256(token);
  const expiresAt = minutesFromNow(clock, linkMinutes);
  // Before the link is there: should the service stop in between, none works, and not an older one.
  await putNewest(store, newestId(parts, email), { link, expiresAt, ...(usable ? { account: account._id } : {}) });
  await store.insert('challenges', {
    _id: link,
    kind: 'password-reset',
    ...known,
    expiresAt,
    ...withEffects(effects),
  });
  relay.kick();
};

/** Of several who replace the same password at once, one does; for the others it is `link-over`. Told by mail, and noted, in the same change. */
const replaceHash = async (parts: Parts, account: AccountRecord, passwordHash: string): Promise<void> => {
  const { _id: id } = account;
  const now = parts.clock.now();
  const effects = [
    mailEffect('password-changed', { account: id }, {}, now),
    noteEffect({ actor: id, action: 'password-changed', subject: { kind: 'account', id } }, now),
  ];
  const replaced = await changedWith(
    parts.store,
    'accounts',
    id,
    (current) => {
      if (current.passwordHash !== account.passwordHash) throw problem('link-over');
      return { set: { passwordHash } };
    },
    effects,
  );
  if (replaced === undefined) throw problem('link-over');
  await writeNotes(parts, 'accounts', replaced);
};

const putPassword = async (
  parts: Parts,
  account: AccountRecord,
  password: string,
  keepSession?: string,
): Promise<void> => {
  const { sessions, limits, relay } = parts;
  await replaceHash(parts, account, await hashPassword(password));
  relay.kick();
  await sessions.endAll(account._id, keepSession);
  // What was guessed before was guessed at another password.
  await limits.clear(accountLimits.signIn.anywhere, account.email);
};

/** Whose password a link replaces. Throws `link-over`. */
export const readReset = async (
  parts: Pick<Parts, 'accounts' | 'store' | 'clock' | 'config'>,
  token: string,
): Promise<AccountRecord> => {
  const { accounts, store, clock } = parts;
  const link = await store.get('challenges', sha256(token));
  if (
    link?.kind !== 'password-reset' ||
    link.account === undefined ||
    link.usedAt !== undefined ||
    link.expiresAt <= clock.now().toISOString()
  )
    throw problem('link-over');
  const account = await accounts.get(link.account);
  if (account === undefined || stateOf(account) !== 'active') throw problem('link-over');
  if (sha256(account.passwordHash) !== link.replaces) throw problem('link-over');
  if (link.sentTo !== undefined && sha256(account.email) !== link.sentTo) throw problem('link-over');
  // An older release noted no newest link.
  const newest = await store.get('challenges', newestId(parts, account.email));
  if (newest?.kind === 'newest-reset' && newest.link !== link._id) throw problem('link-over');
  return account;
};

/** Puts the new password in place. Throws `link-over` or `password-weak`; a weak password does not use the link up. */
export const finishReset = async (parts: Parts, given: { token: string; password: string }): Promise<void> => {
  const { store, clock } = parts;
  const id = sha256(given.token);
  const account = await readReset(parts, given.token);
  const now = clock.now().toISOString();
  refuseWeak(parts.config, given.password, account.email, account.profile);
  await untilWritten('challenges', async () => {
    const current = await store.get('challenges', id);
    if (current?.kind !== 'password-reset' || current.usedAt !== undefined) throw problem('link-over');
    const filter = { _id: { eq: id }, revision: { eq: current.revision } };
    return (await store.patch('challenges', filter, { set: { usedAt: now } })) ?? overtaken;
  });
  await putPassword(parts, account, given.password);
};

/** The account, when `password` is its present one. Throws `password-wrong`, and slows guessing down. */
export const provePassword = async (
  { accounts, limits }: Parts,
  accountId: string,
  password: string,
): Promise<AccountRecord> => {
  await limits.take(accountLimits.passwordByAccount, accountId);
  const account = await accounts.get(accountId);
  if (account === undefined || !(await verifyPassword(password, account.passwordHash))) throw problem('password-wrong');
  await limits.clear(accountLimits.passwordByAccount, accountId);
  return account;
};

/** Changes the password of somebody who is signed in; the session `keepSession` goes on. */
export const changePassword = async (
  parts: Parts,
  accountId: string,
  given: { current: string; password: string },
  keepSession: string,
): Promise<void> => {
  const account = await provePassword(parts, accountId, given.current);
  refuseWeak(parts.config, given.password, account.email, account.profile);
  await putPassword(parts, account, given.password, keepSession);
};
