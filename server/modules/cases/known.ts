import type { JsonValue } from '../../../engine/json.ts';
import { formatOf } from '../../../engine/index.ts';
import type { CaseDocument } from './documents.ts';
import type { CaseDescription } from './settings-shape.ts';
import type { KnownValues } from '../../core/known-values.ts';

const fromCase = 'the council’s records';

/** What is known of a case: the subject's own facts under the prefix that case.json gives, then its values by their names. */
export const knownOf = ({ subject, values }: CaseDocument, { as, identifiers }: CaseDescription): KnownValues => {
  const { firstName, lastName, dateOfBirth, address } = subject;
  const own: Record<string, JsonValue | undefined> = {
    name: `${firstName} ${lastName}`,
    firstName,
    lastName,
    dateOfBirth,
    address: address === undefined ? undefined : { ...address },
  };
  for (const { name, format } of identifiers) {
    const value = subject.identifiers[name];
    if (value !== undefined) own[name] = formatOf(format)?.tidy(value) ?? value;
  }
  const known: KnownValues = {};
  for (const [name, value] of Object.entries(own))
    if (value !== undefined) known[`${as}.${name}`] = { value, from: fromCase };
  for (const [name, value] of Object.entries(values)) known[name] ??= { value, from: fromCase };
  return known;
};
