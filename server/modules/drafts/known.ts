import type { JsonValue } from '../../../engine/json.ts';
import type { AccountRecord } from '../accounts/index.ts';
import type { KnownValues } from '../../core/known-values.ts';

const fromAccount = 'your account';

/** What is known about the person who starts a form, by the names that manifests and facts use. */
export const knownValues = (
  { email, profile }: Pick<AccountRecord, 'email' | 'profile'>,
  today: string,
): KnownValues => {
  const values: Record<string, JsonValue | undefined> = {
    'user.name': `${profile.forename} ${profile.surname}`,
    'user.firstName': profile.forename,
    'user.lastName': profile.surname,
    'user.email': email,
    'user.professional': profile.professional,
    'user.jobRole': profile.jobRole,
    'user.organisation': profile.organisation,
    'user.phone': profile.phone,
    'user.address': { ...profile.address },
  };
  const known: KnownValues = { today: { value: today, from: 'today’s date' } };
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) known[name] = { value, from: fromAccount };
  return known;
};

/** The values that facts may name while the form is filled in and when it is judged. They stay as they were at the start. */
export const contextOf = (known: KnownValues, startedOn: string): Record<string, JsonValue> => {
  const values: Record<string, JsonValue> = { 'draft.startedOn': startedOn };
  for (const [name, { value }] of Object.entries(known)) if (name.startsWith('user.')) values[name] = value;
  return values;
};
