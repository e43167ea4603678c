/** People's accounts: who they are, how they prove it, what role they have. One account for each email address. */
import { emailFormat, postcodeFormat, searchKey, searchWords } from '../../../engine/index.ts';
import type { Account, Profile, Role } from '../../../wire/account.ts';
import type { WithEffects, Effect } from '../../platform/effects/effect.ts';
import { effectsAdded, withEffects } from '../../platform/effects/pending.ts';
import type { Store, Stored } from '../../platform/storage/store.ts';
import { newId } from '../../core/ids.ts';
import { unseen, type Retain } from '../../core/retain.ts';

export interface AccountRecord extends Stored, WithEffects {
  /** Normalised; unique. */
  email: string;
  passwordHash: string;
  role: Role;
  profile: Profile;
  /** Absent: active. */
  state?: AccountState;
  /** Surname and forename in search spelling: the order of lists. */
  nameKey?: string;
  /** Words by which the account is found, in search spelling. */
  words?: string[];
  lastSignedInAt?: string;
  /** The newest link by which somebody invited chooses a password, and who invited; once that is done, when. */
  invitation?: { tokenHash: string; expiresAt: string; by?: string; acceptedAt?: string };
  /** The last word on whether they are the professional that they say: an administrator's yes, or no since they said something else of themselves. */
  vouched?: { is: boolean; at: string; by: string };
  /** Absent in what an older release wrote, until its migration is done. */
  retain?: Retain;
  suspended?: { at: string; by: string; reason: string };
}

declare module '../../platform/storage/store.ts' {
  interface Collections {
    accounts: AccountRecord;
  }
}

export type AccountState = 'active' | 'invited' | 'suspended';

/** Only an active account lets somebody in. */
export const stateOf = ({ state }: Pick<AccountRecord, 'state'>): AccountState => state ?? 'active';

export type NewAccount = Pick<AccountRecord, 'email' | 'passwordHash' | 'profile' | 'role'> &
  Partial<Pick<AccountRecord, 'state' | 'invitation'>>;

export interface Accounts {
  get: (id: string) => Promise<AccountRecord | undefined>;
  byEmail: (email: string) => Promise<AccountRecord | undefined>;
  /** Rejects with DuplicateError when the address has an account. */
  create: (account: NewAccount, effects?: (id: string) => Effect[]) => Promise<AccountRecord>;
  /** Changes what is given and leaves effects with it; rejects with DuplicateError when the email belongs to another account. */
  change: (
    id: string,
    change: Partial<Pick<AccountRecord, 'email' | 'passwordHash' | 'role' | 'profile' | 'lastSignedInAt' | 'vouched'>>,
    effects?: Effect[],
  ) => Promise<AccountRecord>;
}

/** One spelling for each address: tidied as in forms, lower case, Unicode composed. */
export const normaliseEmail = (email: string): string => emailFormat.tidy(email).trim().normalize('NFC').toLowerCase();

/** Control characters and marks that turn the direction of what follows: in a name they only mislead. */
const misleading = /(?!\s)[\p{Cc}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu;

const tidyText = (value: string): string =>
  value.normalize('NFC').replaceAll(misleading, '').trim().replaceAll(/\s+/g, ' ');

/** Spaces tidied in every text; blank ones left out. */
const tidyTexts = <T extends object>(texts: T): T => {
  const copy = { ...texts };
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value !== 'string') continue;
    const tidy = tidyText(value);
    if (tidy === '') Reflect.deleteProperty(copy, key);
    else Reflect.set(copy, key, tidy);
  }
  return copy;
};

/** The profile as it is stored: spaces tidied, postcode in its usual form. */
export const tidyProfile = (profile: Profile): Profile => ({
  ...tidyTexts(profile),
  address: { ...tidyTexts(profile.address), postcode: postcodeFormat.tidy(profile.address.postcode) },
});

/** What lists are ordered by and searches look at. */
export const accountKeys = ({ email, profile }: Pick<AccountRecord, 'email' | 'profile'>) => {
  const { forename, surname, organisation = '', jobRole = '' } = profile;
  return {
    nameKey: searchKey(`${surname} ${forename}`),
    words: searchWords([forename, surname, organisation, jobRole, email].join(' ')),
  };
};

/** The account as the browser may see it. */
export const accountOnWire = ({ _id, email, role, profile, createdAt }: AccountRecord): Account => ({
  id: _id,
  email,
  role,
  profile,
  createdAt,
});

export const createAccounts = (store: Store): Accounts => ({
  get: (id) => store.get('accounts', id),
  byEmail: (email) => store.findOne('accounts', { email: { eq: normaliseEmail(email) } }),
  create: (given, effects = () => []) => {
    const _id = newId();
    // Whoever is invited gives an address later.
    const tidied = given.invitation === undefined ? tidyProfile(given.profile) : tidyTexts(given.profile);
    const known = { email: normaliseEmail(given.email), profile: tidied };
    return store.insert('accounts', {
      _id,
      state: 'active',
      retain: unseen,
      ...given,
      ...known,
      ...accountKeys(known),
      ...withEffects(effects(_id)),
    });
  },
  change: async (id, change, effects = []) => {
    const { profile, email, ...rest } = change;
    const set = {
      ...rest,
      ...(profile === undefined ? {} : { profile: tidyProfile(profile) }),
      ...(email === undefined ? {} : { email: normaliseEmail(email) }),
    };
    const changed = await effectsAdded(store, 'accounts', id, set, effects);
    if (changed === undefined) throw new Error('The account is gone');
    if (profile === undefined && email === undefined) return changed;
    // From what is stored now: of two changes at once each leaves the keys of its own outcome, the later one last.
    return (await store.update('accounts', { _id: { eq: id } }, { set: accountKeys(changed) })) ?? changed;
  },
});
