/** Whose a form may be, by its manifest's audience: whoever begins it, or has it as a task. */
import type { Audience, Party } from '../../../engine/index.ts';
import type { AccountRecord } from './accounts.ts';
import { nameOf } from './many.ts';

type Person = Pick<AccountRecord, 'role' | 'profile'>;

/** What an account is. One that is not professional may be a parent's or a young person's. */
export const rolesOf = ({ role, profile }: Person): readonly Party[] =>
  role !== 'applicant' ? [role] : profile.professional ? ['professional'] : ['parent', 'young-person'];

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
