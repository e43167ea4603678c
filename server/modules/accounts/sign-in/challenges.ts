/**
 * Steps that wait for a six-digit code from a mail. A code lasts ten minutes, is used once, and takes ten guesses. A blind
 * challenge looks the same from outside but no code opens it: it stands where there is nothing to open.
 */
import type { Challenge } from '../../../../wire/account.ts';
import { minutesFromNow, type Clock } from '../../../core/clock.ts';
import type { Effect, MailEffect } from '../../../platform/effects/effect.ts';
import { effectsChange, mailEffect, withEffects } from '../../../platform/effects/pending.ts';
import { problem } from '../../../core/errors.ts';
import type { Collections, Store } from '../../../platform/storage/store.ts';
import { overtaken, untilWritten } from '../../../platform/storage/until-written.ts';
import type { ChallengeKind, ChallengeRecord, ChallengeValues } from './challenge-records.ts';
import { keyedHash, newCode, newId, sameDigest } from '../../../core/ids.ts';

const codeMinutes = 10;
const stepMinutes = 60;
const mostGuesses = 10;
const mostCodes = 6;
const resendSeconds = 30;

export interface Challenges {
  /** A challenge whose code goes to `to`. */
  begin: <Kind extends ChallengeKind>(
    kind: Kind,
    to: MailEffect['to'],
    values: ChallengeValues[Kind],
  ) => Promise<Challenge>;
  /** A challenge that no code opens; `tell` may send another mail instead. */
  beginBlind: (kind: ChallengeKind, tell: Effect[]) => Promise<Challenge>;
  /** Sends another code (to a blind one: nothing); the earlier one no longer works. */
  renew: (kind: ChallengeKind, id: string) => Promise<Challenge>;
  /** What the code opens, once. Throws `code-wrong`, `code-used-up` or `start-again`. */
  answer: <Kind extends ChallengeKind>(kind: Kind, id: string, code: string) => Promise<ChallengeValues[Kind]>;
}

/** How long to wait before the next code: twice as long each time. */
const resendWait = (codesSent: number): number => resendSeconds * 2 ** (codesSent - 1);

const isOf = <Kind extends ChallengeKind>(
  record: Collections['challenges'],
  kind: Kind,
): record is ChallengeRecord<Kind> => record.kind === kind;

export const createChallenges = (store: Store, clock: Clock, secret: string, kick: () => void): Challenges => {
  const collection = 'challenges';
  const hashOf = (id: string, code: string): string => keyedHash(secret, `${id}:${code}`);
  const codeMail = (kind: ChallengeKind, to: MailEffect['to'], code: string): Effect =>
    mailEffect('code', to, { code, purpose: kind, minutes: codeMinutes }, clock.now());

  const onWire = ({
    _id,
    codeExpiresAt,
    codesSent,
  }: Pick<ChallengeRecord, '_id' | 'codeExpiresAt' | 'codesSent'>): Challenge => ({
    challenge: _id,
    expiresAt: codeExpiresAt,
    resendAfterSeconds: resendWait(codesSent),
  });

  const times = () => ({
    sentAt: clock.now().toISOString(),
    codeExpiresAt: minutesFromNow(clock, codeMinutes),
    expiresAt: minutesFromNow(clock, stepMinutes),
  });

  /** The step, while it can still be finished. */
  const open = <Kind extends ChallengeKind>(
    record: Collections['challenges'] | undefined,
    kind: Kind,
  ): ChallengeRecord<Kind> => {
    if (record === undefined || !isOf(record, kind) || record.usedAt !== undefined) throw problem('start-again');
    if (record.expiresAt <= clock.now().toISOString()) throw problem('start-again');
    return record;
  };

  return {
    begin: async (kind, to, values) => {
      const _id = newId();
      const code = newCode();
      const step = { _id, guesses: 0, codesSent: 1, ...times() };
      const effects = withEffects([codeMail(kind, to, code)]);
      await store.insert(collection, { ...step, kind, codeHash: hashOf(_id, code), values, to, ...effects });
      kick();
      return onWire(step);
    },
    beginBlind: async (kind, tell) => {
      const step = { _id: newId(), guesses: 0, codesSent: 1, ...times() };
      await store.insert(collection, { ...step, kind, ...withEffects(tell) });
      kick();
      return onWire(step);
    },
    renew: (kind, id) =>
      untilWritten(collection, async () => {
        const current = open(await store.get(collection, id), kind);
        if (current.codesSent >= mostCodes) throw problem('start-again');
        const wait = Date.parse(current.sentAt) + resendWait(current.codesSent) * 1000 - clock.now().getTime();
        if (wait > 0) throw problem('code-too-soon', { retryAfter: Math.ceil(wait / 1000) });
        const code = newCode();
        const effects = current.to === undefined ? [] : [codeMail(kind, current.to, code)];
        const set = {
          ...(current.codeHash === undefined ? {} : { codeHash: hashOf(id, code) }),
          guesses: 0,
          codesSent: current.codesSent + 1,
          ...times(),
        };
        const filter = { _id: { eq: id }, revision: { eq: current.revision } };
        if ((await store.patch(collection, filter, effectsChange(effects, { set }))) === undefined) return overtaken;
        kick();
        return onWire({ _id: id, codesSent: set.codesSent, codeExpiresAt: set.codeExpiresAt });
      }),
    answer: async <Kind extends ChallengeKind>(kind: Kind, id: string, code: string) => {
      open(await store.get(collection, id), kind);
      // Counted before it is looked at: guesses made at the same moment are counted one by one.
      const counted = await store.update(collection, { _id: { eq: id } }, { add: { guesses: 1 } });
      const guessed = open(counted, kind);
      if (guessed.guesses > mostGuesses) throw problem('code-used-up');
      const right = sameDigest(hashOf(id, code.replaceAll(/\D/g, '')), guessed.codeHash ?? hashOf(id, 'none'));
      if (!right || guessed.codeExpiresAt <= clock.now().toISOString()) throw problem('code-wrong');
      return untilWritten(collection, async () => {
        const current = open(await store.get(collection, id), kind);
        if (current.codeHash !== guessed.codeHash || current.values === undefined) throw problem('code-wrong');
        const filter = { _id: { eq: id }, revision: { eq: current.revision } };
        const change = { set: { usedAt: clock.now().toISOString() }, unset: ['values', 'codeHash'] };
        return (await store.patch(collection, filter, change)) === undefined ? overtaken : current.values;
      });
    },
  };
};
