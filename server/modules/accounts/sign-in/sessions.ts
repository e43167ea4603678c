/**
 * Who is signed in. The browser holds 256 random bits; the store holds their SHA-256 as the session's id, with all that a
 * request needs to know about the caller, so that one read by id answers it.
 */
import type { Clock } from '../../../core/clock.ts';
import { minutesFromNow } from '../../../core/clock.ts';
import type { Config } from '../../../core/config.ts';
import type { Session } from '../../../platform/http/callers.ts';
import type { Caller } from '../../../platform/http/route.ts';
import type { Audit } from '../../../platform/audit/entry.ts';
import { noteEffect } from '../../../platform/effects/pending.ts';
import { removeNoted } from '../../../platform/effects/removal.ts';
import { listOf } from '../../../platform/storage/every.ts';
import type { Store, Stored } from '../../../platform/storage/store.ts';
import type { AccountRecord } from '../accounts.ts';
import { newToken, sha256 } from '../../../core/ids.ts';
import type { OwnSession, SessionDevice } from '../../../../wire/account.ts';
import { deviceOf } from './device-words.ts';

/** The person signs out here, or elsewhere. */
export type Ending = 'signed-out' | 'sessions-ended';

interface SessionRecord extends Stored {
  account: string;
  role: Caller['role'];
  email: string;
  name: string;
  professional: boolean;
  /** ISO times. */
  idleEndsAt: string;
  endsAt: string;
  /** Absent in what an older release began, and until it is used again. */
  lastUsedAt?: string;
  /** Absent in what an older release began. */
  device?: SessionDevice;
}

declare module '../../../platform/storage/store.ts' {
  interface Collections {
    sessions: SessionRecord;
  }
}

export interface Sessions {
  /**
   * A new session; any earlier one of the same browser must be ended by its own token. `agent` is what the browser says of itself, of which only
   * the kind of device is kept.
   */
  begin: (account: AccountRecord, agent?: string) => Promise<{ token: string; session: Session }>;
  /** The session of a token, if it is known and not over. */
  read: (token: string) => Promise<Session | undefined>;
  get: (sessionId: string) => Promise<Session | undefined>;
  /** Puts off the idle end, with at most one write a minute and without making anybody wait; gives the end. */
  touch: (session: Session) => string;
  /** Puts off the idle end now. */
  extend: (sessionId: string) => Promise<Session | undefined>;
  end: (sessionId: string) => Promise<void>;
  /** Ends sessions of an account of which the audit trail speaks: the one that is named, or all but the one named. Gives how many were not over. */
  endNoted: (accountId: string, which: { only: string } | { except: string }, action: Ending) => Promise<number>;
  /** Those of an account that are not over: the one named first, then the last used. */
  list: (accountId: string, current: string) => Promise<OwnSession[]>;
  /** Ends all sessions of an account, but for the one named. */
  endAll: (accountId: string, except?: string) => Promise<void>;
  /** Carries changes of the account (name, email, role) into its sessions. */
  refresh: (account: AccountRecord) => Promise<void>;
}

const callerOf = (record: SessionRecord): Caller => ({
  accountId: record.account,
  sessionId: record._id,
  role: record.role,
  email: record.email,
  name: record.name,
  professional: record.professional,
});

const known = ({ _id, role, email, profile }: AccountRecord) => ({
  account: _id,
  role,
  email,
  name: `${profile.forename} ${profile.surname}`,
  professional: profile.professional,
});

const minute = 60_000;

/**
 * How long a session that was read answers for itself. What this server ends is ended at once; what another server ends is
 * ended here within this time. A person who saves with every pause is looked up once, not each time.
 */
const trustedFor = 2_000;
const mostRecent = 10_000;

export interface SessionsParts {
  store: Store;
  clock: Clock;
  config: Pick<Config, 'idleMinutes' | 'sessionHours'>;
  audit: Audit;
  onError: (error: unknown) => void;
}

export const createSessions = (parts: SessionsParts): Sessions => {
  const { store, clock, config, onError } = parts;
  const collection = 'sessions';
  const idleEnd = (endsAt: string): string => {
    const idle = minutesFromNow(clock, config.idleMinutes);
    return idle < endsAt ? idle : endsAt;
  };
  const sessionOf = (record: SessionRecord): Session => ({
    caller: callerOf(record),
    idleEndsAt: record.idleEndsAt,
    endsAt: record.endsAt,
  });
  const live = (record: SessionRecord | undefined): Session | undefined => {
    const now = clock.now().toISOString();
    return record !== undefined && now < record.idleEndsAt && now < record.endsAt ? sessionOf(record) : undefined;
  };
  let changes = 0;
  const recent = new Map<string, { record: SessionRecord; readAt: number }>();
  const readRecent = async (id: string): Promise<SessionRecord | undefined> => {
    const kept = recent.get(id);
    if (kept !== undefined && performance.now() - kept.readAt < trustedFor) return kept.record;
    const before = changes;
    const record = await store.get(collection, id);
    if (recent.size >= mostRecent) recent.clear();
    // What was read while a session changed may be what it was before.
    if (record !== undefined && before === changes) recent.set(id, { record, readAt: performance.now() });
    return record;
  };
  /** Runs a change of sessions; whatever was read before it is read again. */
  const changing = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      changes += 1;
      recent.clear();
    }
  };
  const all = (accountId: string): Promise<SessionRecord[]> =>
    listOf(store, collection, { filter: { account: { eq: accountId } }, sort: { path: 'endsAt', direction: 'desc' } });

  const one = async (accountId: string, id: string): Promise<SessionRecord[]> => {
    const record = await store.get(collection, id);
    return record?.account === accountId ? [record] : [];
  };
  const others = async (accountId: string, except: string | undefined): Promise<SessionRecord[]> =>
    (await all(accountId)).filter(({ _id }) => _id !== except);

  return {
    begin: async (account, agent) => {
      const endsAt = minutesFromNow(clock, config.sessionHours * 60);
      const token = newToken();
      const document = {
        _id: sha256(token),
        ...known(account),
        idleEndsAt: idleEnd(endsAt),
        endsAt,
        lastUsedAt: clock.now().toISOString(),
        device: deviceOf(agent),
      };
      return { token, session: sessionOf(await store.insert(collection, document)) };
    },
    read: async (token) => live(await readRecent(sha256(token))),
    get: async (sessionId) => live(await store.get(collection, sessionId)),
    touch: ({ caller: { sessionId }, idleEndsAt, endsAt }) => {
      const left = Date.parse(idleEndsAt) - clock.now().getTime();
      if (config.idleMinutes * minute - left < minute) return idleEndsAt;
      const next = idleEnd(endsAt);
      const kept = recent.get(sessionId);
      if (kept !== undefined) recent.set(sessionId, { ...kept, record: { ...kept.record, idleEndsAt: next } });
      const set = { idleEndsAt: next, lastUsedAt: clock.now().toISOString() };
      store.patch(collection, { _id: { eq: sessionId } }, { set }).catch(onError);
      return next;
    },
    extend: async (sessionId) => {
      const record = await store.get(collection, sessionId);
      if (live(record) === undefined || record === undefined) return undefined;
      const change = { set: { idleEndsAt: idleEnd(record.endsAt), lastUsedAt: clock.now().toISOString() } };
      return live(await changing(store.update(collection, { _id: { eq: sessionId } }, change)));
    },
    end: async (sessionId) => {
      await changing(store.delete(collection, { _id: { eq: sessionId } }));
    },
    endNoted: async (accountId, which, action) => {
      const ended = 'only' in which ? await one(accountId, which.only) : await others(accountId, which.except);
      const count = ended.filter((record) => live(record) !== undefined).length;
      if (count === 0) return 0;
      const detail = action === 'signed-out' ? {} : { detail: { count } };
      const entry = { actor: accountId, action, subject: { kind: 'account', id: accountId }, ...detail };
      await changing(removeNoted(parts, { collection, documents: ended }, noteEffect(entry, clock.now())));
      return count;
    },
    list: async (accountId, current) =>
      (await all(accountId))
        .filter((record) => live(record) !== undefined)
        .map(({ _id, device = {}, createdAt, lastUsedAt = createdAt }) => ({
          id: _id,
          current: _id === current,
          device,
          signedInAt: createdAt,
          lastUsedAt,
        }))
        .sort(
          (one, other) =>
            Number(other.current) - Number(one.current) ||
            Date.parse(other.lastUsedAt) - Date.parse(one.lastUsedAt) ||
            (one.id < other.id ? -1 : 1),
        ),
    endAll: async (accountId, except) => {
      const ended = await others(accountId, except);
      await changing(Promise.all(ended.map(({ _id }) => store.delete(collection, { _id: { eq: _id } }))));
    },
    refresh: async (account) => {
      const sessions = await all(account._id);
      await changing(
        Promise.all(sessions.map(({ _id }) => store.patch(collection, { _id: { eq: _id } }, { set: known(account) }))),
      );
    },
  };
};
