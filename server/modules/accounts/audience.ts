/** Whose a form may be, by its manifest's audience: whoever begins it, or has it as a task. */
import { searchKey, type Audience, type Party } from '../../../engine/index.ts';
import type { Profile } from '../../../wire/account.ts';
import type { AccountRecord } from './accounts.ts';
import { nameOf } from './many.ts';

type Person = Pick<AccountRecord, 'role' | 'profile'>;

/** What an account may be that is not professional. */
export const privateParties = ['parent', 'young-person'] as const satisfies readonly Party[];

/** What an account is. One that is not professional may be a parent's or a young person's. */
export const rolesOf = ({ role, profile }: Person): readonly Party[] =>
  role !== 'applicant' ? [role] : profile.professional ? ['professional'] : privateParties;

type Vouched = Pick<AccountRecord, 'role' | 'invitation' | 'vouched'>;

/**
 * Whether the council knows that an account is what it says: the council's own, one in a work group, one that an administrator confirmed, or one that
 * the council invited and that has said nothing else of itself since. `groups`: all in which it is.
 */
export const isVouchedFor = ({ role, invitation, vouched }: Vouched, groups: readonly unknown[]): boolean =>
  role !== 'applicant' || groups.length > 0 || (vouched?.is ?? invitation?.by !== undefined);

/** Whether somebody says that they are professional, and the council does not know it. */
export const isUnconfirmed = (person: Person & Vouched, groups: readonly unknown[]): boolean =>
  person.profile.professional && !isVouchedFor(person, groups);

/** The account as the forms of tasks are told of it: professional only when the council knows it. */
export const asConfirmed = <Account extends Person & Vouched>(account: Account, groups: readonly unknown[]): Account =>
  isUnconfirmed(account, groups) ? { ...account, profile: { ...account.profile, professional: false } } : account;

/** Whether what somebody says of themselves is another claim than before: to be a professional, or one of another organisation. */
export const claimsMore = (before: Profile, after: Profile): boolean =>
  after.professional &&
  (!before.professional || searchKey(before.organisation ?? '') !== searchKey(after.organisation ?? ''));

/** Whether somebody may begin a form with this audience on their own, as what they say that they are. */
export const mayHave = (audience: readonly Audience[], person: Person): boolean =>
  person.role === 'applicant'
    ? rolesOf(person).some((role) => audience.some((each) => each === role))
    : audience.includes('council');

/** Whether a form with this audience, in which others write or the council has, may come into somebody's hands. */
export const mayBeGiven = (
  audience: readonly Audience[],
  person: Person & Vouched,
  groups: readonly unknown[],
): boolean =>
  mayHave(audience, person) &&
  (!isUnconfirmed(person, groups) || privateParties.some((party) => audience.includes(party)));

const words: Record<Audience, string> = {
  parent: 'parents and carers',
  'young-person': 'young people',
  professional: 'professionals',
  council: 'the council',
};

/** “This form is for professionals.” */
export const audienceInWords = (audience: readonly Audience[]): string => {
  const all = audience.map((each) => words[each]);
  const last = all.pop() ?? '';
  return `This form is for ${all.length === 0 ? last : `${all.join(', ')} and ${last}`}.`;
};

/** Why somebody may not have it. */
export const notForPerson = (audience: readonly Audience[], person: AccountRecord): string =>
  mayHave(audience, person)
    ? `${audienceInWords(audience)} Nobody has confirmed that ${nameOf(person)} is one. Ask an administrator to confirm the account on the page “Accounts”, or to put it in a work group. Then try again.`
    : `${audienceInWords(audience)} ${nameOf(person)}’s account is ${person.role === 'applicant' ? (person.profile.professional ? 'a professional’s' : 'not a professional’s') : 'the council’s'}.`;
