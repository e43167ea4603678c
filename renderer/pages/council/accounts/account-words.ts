import type { Role } from '../../../../wire/account.ts';
import type { AccountLine } from '../../../../wire/council.ts';

const roles: Record<Role, string> = {
  applicant: 'Parent or professional',
  officer: 'Officer',
  administrator: 'Administrator',
};
const states: Record<AccountLine['state'], string> = {
  active: 'In use',
  invited: 'Invited, not accepted yet',
  suspended: 'Suspended',
};

export const roleWords = (role: Role): string => roles[role];
export const stateWords = (state: AccountLine['state']): string => states[state];

const optionsOf = <Value extends string>(words: Record<Value, string>): { value: Value; label: string }[] => {
  const options: { value: Value; label: string }[] = [];
  for (const value in words) options.push({ value, label: words[value] });
  return options;
};

export const roleOptions = optionsOf(roles);
/** What the list can be narrowed down to. */
export const accountStates = [...optionsOf(states), { value: 'unconfirmed', label: 'Not confirmed by the council' }];

export const isRole = (text: string | undefined): text is Role => text !== undefined && text in roles;
