/** Whose a form may be, by its manifest's audience: whoever begins it, or has it as a task. */
import type { Audience, Party } from '../../../engine/index.ts';
import type { AccountRecord } from './accounts.ts';
import { nameOf } from './many.ts';

type Person = Pick<AccountRecord, 'role' | 'profile'>;

/** What an account may be that is not professional. */
export const privateParties = ['parent', 'young-person'] as const satisfies readonly Party[];

/** What an account is. One that is not professional may be a parent's or a young person's. */
export const rolesOf = ({ role, profile }: Person): readonly Party[] =>
  role !== 'applicant' ? [role] : profile.professional ? ['professional'] : privateParties;

/**
 * Whether the council knows that an account is what it says: the council's own, one that the council invited, or one in a work group. Anybody can say
 * of themselves that they are professional; what is kept from parents is kept from those for whom nobody vouches.
 */
export const isVouchedFor = (
  { role, invitation }: Pick<AccountRecord, 'role' | 'invitation'>,
  groups: readonly unknown[],
): boolean => role !== 'applicant' || groups.length > 0 || invitation?.by !== undefined;

/** Whether a form with this audience may come into somebody's hands. */
export const mayHave = (audience: readonly Audience[], person: Person): boolean =>
  person.role === 'applicant'
    ? rolesOf(person).some((role) => audience.some((each) => each === role))
    : audience.includes('council');

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

export const notForPerson = (audience: readonly Audience[], person: AccountRecord): string =>
  `${audienceInWords(audience)} ${nameOf(person)}’s account is ${person.role === 'applicant' ? (person.profile.professional ? 'a professional’s' : 'not a professional’s') : 'the council’s'}.`;
