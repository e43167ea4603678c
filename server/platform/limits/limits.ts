/**
 * Slows down whoever tries too often. The count lives in the store and is changed by compare-and-set, so that a hundred
 * tries at once on several servers are still counted one by one. What is counted (an address, an email) is stored only as
 * a keyed hash.
 */
import type { Clock } from '../../core/clock.ts';
import type { Effect } from '../effects/effect.ts';
import { effectsChange, withEffects } from '../effects/pending.ts';
import type { WithEffects } from '../effects/effect.ts';
import { problem } from '../../core/errors.ts';
import { DuplicateError, type Store, type Stored } from '../storage/store.ts';
import { overtaken, OvertakenError, untilWritten } from '../storage/until-written.ts';
import { keyedHash } from '../../core/ids.ts';

export interface LimitRule {
  name: string;
  /** Tries before waits begin. */
  free: number;
  /** Seconds of the first wait; each further one is twice as long. */
  wait: number;
  /** Seconds of the longest wait. */
  longest: number;
  /** Seconds without a try after which everything is forgotten. */
  forget: number;
}

/** Of one step, such as signing in: `near` for a known device, and for a network; `anywhere` for all networks together. */
export interface TryRules {
  near: LimitRule;
  anywhere: LimitRule;
}

export interface LimitState {
  count: number;
  /** ISO time until which nothing is allowed. */
  blockedUntil?: string;
  /** ISO time at which the state is forgotten. */
  expiresAt: string;
}

interface LimitRecord extends Stored, LimitState, WithEffects {}

declare module '../storage/store.ts' {
  interface Collections {
    limits: LimitRecord;
  }
}

export type Verdict =
  | { allowed: true; next: LimitState; /** The last try before the first wait. */ exhausted: boolean }
  | { allowed: false; /** Seconds. */ retryAfter: number };

const after = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

/** Decides one try. Pure. */
export const judge = (state: LimitState | undefined, rule: LimitRule, now: Date): Verdict => {
  const live = state !== undefined && state.expiresAt > now.toISOString() ? state : undefined;
  const left = live?.blockedUntil === undefined ? 0 : Date.parse(live.blockedUntil) - now.getTime();
  if (left > 0) return { allowed: false, retryAfter: Math.ceil(left / 1000) };
  const count = (live?.count ?? 0) + 1;
  if (count < rule.free)
    return { allowed: true, exhausted: false, next: { count, expiresAt: after(now, rule.forget) } };
  const seconds = Math.min(rule.wait * 2 ** (count - rule.free), rule.longest);
  const next = { count, blockedUntil: after(now, seconds), expiresAt: after(now, seconds + rule.forget) };
  return { allowed: true, exhausted: count === rule.free, next };
};

export interface Limits {
  /**
   * Counts a try of `subject`; throws `too-many-attempts` while it must wait. `tell` gives what is to happen, once, when
   * waits begin.
   */
  take: (rule: LimitRule, subject: string, tell?: () => Effect[]) => Promise<void>;
  /** Forgets the tries, after a success. */
  clear: (rule: LimitRule, subject: string) => Promise<void>;
}

export const createLimits = (store: Store, clock: Clock, secret: string, kick: () => void): Limits => {
  const idOf = (rule: LimitRule, subject: string): string => `${rule.name}:${keyedHash(secret, subject)}`;

  const put = async (
    id: string,
    current: LimitRecord | undefined,
    next: LimitState,
    told: Effect[],
  ): Promise<boolean> => {
    if (current === undefined) {
      try {
        await store.insert('limits', { _id: id, ...next, ...withEffects(told) });
        return true;
      } catch (error) {
        if (error instanceof DuplicateError) return false;
        throw error;
      }
    }
    const change = { set: { ...next }, ...(next.blockedUntil === undefined ? { unset: ['blockedUntil'] } : {}) };
    const filter = { _id: { eq: id }, revision: { eq: current.revision } };
    const changed = await store.patch('limits', filter, told.length === 0 ? change : effectsChange(told, change));
    return changed !== undefined;
  };

  return {
    take: async (rule, subject, tell) => {
      const id = idOf(rule, subject);
      const attempt = async (): Promise<undefined | typeof overtaken> => {
        const current = await store.get('limits', id);
        const verdict = judge(current, rule, clock.now());
        if (!verdict.allowed) throw problem('too-many-attempts', { retryAfter: verdict.retryAfter });
        const told = verdict.exhausted ? (tell?.() ?? []) : [];
        if (!(await put(id, current, verdict.next, told))) return overtaken;
        if (told.length > 0) kick();
        return undefined;
      };
      try {
        await untilWritten('limits', attempt);
      } catch (error) {
        // Under so much contention a try is one too many.
        if (error instanceof OvertakenError) throw problem('too-many-attempts', { retryAfter: rule.wait });
        throw error;
      }
    },
    clear: async (rule, subject) => {
      await store.delete('limits', { _id: { eq: idOf(rule, subject) } });
    },
  };
};
