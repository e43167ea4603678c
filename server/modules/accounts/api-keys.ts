/** Keys of the council's own systems. The store holds a key's SHA-256 as its id; the key itself is seen once, when it is made. */
import { instantAfter } from '../../../engine/index.ts';
import type { ApiKey, ApiKeyMade, NewApiKey, Scope } from '../../../wire/api.ts';
import type { Clock } from '../../core/clock.ts';
import { problem } from '../../core/errors.ts';
import type { Caller } from '../../platform/http/route.ts';
import type { Audit } from '../../platform/audit/entry.ts';
import type { WithEffects } from '../../platform/effects/effect.ts';
import { writeNotes } from '../../platform/effects/notes.ts';
import { noteEffect, withEffects } from '../../platform/effects/pending.ts';
import { removeNoted } from '../../platform/effects/removal.ts';
import type { Store, Stored } from '../../platform/storage/store.ts';
import { nameOf } from './many.ts';
import { stateOf, type AccountRecord, type Accounts } from './accounts.ts';
import { newToken, sha256 } from '../../core/ids.ts';

/** A release before 0.3.0 wrote no effects. */
interface ApiKeyDocument extends Stored, Partial<WithEffects> {
  name: string;
  account: string;
  accountName: string;
  scopes: Scope[];
  expiresAt: string;
  lastUsedAt?: string;
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    apiKeys: ApiKeyDocument;
  }
}

export interface ApiKeys {
  list: () => Promise<ApiKey[]>;
  /** Throws not-found for an account that does not work for the council. */
  make: (caller: Caller, wanted: NewApiKey) => Promise<ApiKeyMade>;
  /** Ends a key at once, for the account `by`; false when there is none. */
  remove: (by: string, id: string) => Promise<boolean>;
  /** In whose name a request with this key is made; undefined when it is none, is over, or its account may no longer do anything. */
  callerOf: (key: string) => Promise<Caller | undefined>;
}

const prefix = 'fwk_';
/** A key in steady use is noted this often. */
const noteEveryMs = 60_000;

const onWire = ({
  _id,
  name,
  account,
  accountName,
  scopes,
  createdAt,
  expiresAt,
  lastUsedAt,
}: ApiKeyDocument): ApiKey => ({
  id: _id,
  name,
  account: { id: account, name: accountName },
  scopes,
  createdAt,
  expiresAt,
  ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
});

export interface ApiKeysParts {
  store: Store;
  clock: Clock;
  audit: Audit;
  accounts: Accounts;
}

export const createApiKeys = (parts: ApiKeysParts): ApiKeys => {
  const { store, clock, accounts } = parts;
  const noteOf = (actor: string, action: 'key-made' | 'key-ended', id: string, detail?: Record<string, string>) =>
    noteEffect(
      { actor, action, subject: { kind: 'key', id }, ...(detail === undefined ? {} : { detail }) },
      clock.now(),
    );
  const forCouncil = async (id: string): Promise<AccountRecord | undefined> => {
    const account = await accounts.get(id);
    return account !== undefined && account.role !== 'applicant' && stateOf(account) === 'active' ? account : undefined;
  };
  return {
    list: async () => {
      const sort = { path: 'expiresAt', direction: 'desc' } as const;
      const { items } = await store.find('apiKeys', { filter: {}, sort, limit: 500 });
      return items.map(onWire);
    },

    make: async (caller, { name, account: wanted, scopes, days }) => {
      const account = await forCouncil(wanted ?? caller.accountId);
      if (account === undefined) throw problem('not-found');
      const key = `${prefix}${newToken()}`;
      const _id = sha256(key);
      const made = await store.insert('apiKeys', {
        _id,
        name: name.trim(),
        account: account._id,
        accountName: nameOf(account),
        scopes: [...new Set(scopes)],
        expiresAt: instantAfter(clock.now().toISOString(), days),
        ...withEffects([noteOf(caller.accountId, 'key-made', _id, { for: account._id })]),
      });
      await writeNotes(parts, 'apiKeys', made);
      return { ...onWire(made), key };
    },

    remove: async (by, id) => {
      const found = await store.get('apiKeys', id);
      if (found === undefined) return false;
      return removeNoted(parts, { collection: 'apiKeys', documents: [found] }, noteOf(by, 'key-ended', id));
    },

    callerOf: async (key) => {
      if (!key.startsWith(prefix)) return undefined;
      const now = clock.now();
      const found = await store.get('apiKeys', sha256(key));
      if (found === undefined || found.expiresAt <= now.toISOString()) return undefined;
      const account = await forCouncil(found.account);
      if (account === undefined) return undefined;
      if (found.lastUsedAt === undefined || now.getTime() - Date.parse(found.lastUsedAt) > noteEveryMs)
        await store.patch('apiKeys', { _id: { eq: found._id } }, { set: { lastUsedAt: now.toISOString() } });
      return {
        accountId: account._id,
        sessionId: `key:${found._id}`,
        role: account.role,
        email: account.email,
        name: `${nameOf(account)} (${found.name})`,
        professional: account.profile.professional,
        scopes: found.scopes,
      };
    },
  };
};
