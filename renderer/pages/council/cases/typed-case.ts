/** A case as its page has it while it is typed, and as it is sent. */
import { isObject, textOf, valueAt, type JsonObject } from '../../../../engine/json.ts';
import { postcodeFormat, isRealDate } from '../../../../engine/index.ts';
import type { FormManifest } from '../../../../engine/index.ts';
import type { Case, CaseSettings, Subject } from '../../../../wire/case.ts';
import type { Fault } from '../../account/use-sending.ts';

type Address = NonNullable<Subject['address']>;

/** Cells of one row of a list, by column. */
export type TypedRow = Record<string, string>;

export interface TypedCase {
  firstName: string;
  lastName: string;
  dateOfBirth: string | undefined;
  identifiers: Record<string, string>;
  address: Record<keyof Address, string>;
  addressKept: boolean;
  team: string;
  officer: string;
  values: Record<string, string | TypedRow[]>;
}

export const noAddress: TypedCase['address'] = {
  propertyName: '',
  houseNo: '',
  street: '',
  area: '',
  town: '',
  county: '',
  postcode: '',
};

export const noCase: TypedCase = {
  firstName: '',
  lastName: '',
  dateOfBirth: undefined,
  identifiers: {},
  address: noAddress,
  addressKept: false,
  team: '',
  officer: '',
  values: {},
};

type Field = CaseSettings['fields'][number];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const rowsOf = (value: unknown): TypedRow[] =>
  Array.isArray(value)
    ? value
        .filter(isRecord)
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, textOf(cell ?? '')])))
    : [];

export const typedCase = (found: Case, { fields }: CaseSettings): TypedCase => ({
  firstName: found.subject.firstName,
  lastName: found.subject.lastName,
  dateOfBirth: found.subject.dateOfBirth,
  identifiers: { ...found.identifiers },
  address: { ...noAddress, ...found.address },
  addressKept: found.addressKept,
  team: found.team,
  officer: found.officer?.id ?? '',
  values: Object.fromEntries(
    fields.map(({ name, kind }) => [
      name,
      kind === 'list' ? rowsOf(found.values[name]) : textOf(found.values[name] ?? ''),
    ]),
  ),
});

/** What a submitted form says of a case, as the council's rules have it: nothing that a case cannot hold. */
export const typedFrom = (
  answers: JsonObject,
  { subject }: Pick<FormManifest, 'subject'>,
  form: string,
  { fields, openedBy }: Pick<CaseSettings, 'fields' | 'openedBy'>,
): TypedCase => {
  const { address = '', identifiers = {}, values = {} } = openedBy.find((each) => each.form === form) ?? {};
  const text = (place: string | undefined): string => {
    const value = place === undefined || place === '' ? undefined : valueAt(answers, place);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const choice = ({ choices }: Field, value: string): string =>
    choices === undefined || choices.some((each) => each.value === value) ? value : '';
  const lives = address === '' ? undefined : valueAt(answers, address);
  const dateOfBirth = text(subject.dateOfBirth);
  return {
    ...noCase,
    firstName: text(subject.firstName),
    lastName: text(subject.lastName),
    dateOfBirth: dateOfBirth === '' ? undefined : dateOfBirth,
    identifiers: Object.fromEntries(Object.entries(identifiers).map(([name, place]) => [name, text(place)])),
    address: isObject(lives)
      ? {
          propertyName: text(`${address}/propertyName`),
          houseNo: text(`${address}/houseNo`),
          street: text(`${address}/street`),
          area: text(`${address}/area`),
          town: text(`${address}/town`),
          county: text(`${address}/county`),
          postcode: text(`${address}/postcode`),
        }
      : noAddress,
    values: Object.fromEntries(
      fields.flatMap((field) => {
        const value = choice(field, text(values[field.name]));
        return value === '' ? [] : [[field.name, value]];
      }),
    ),
  };
};

const filled = <Key extends string>(texts: Record<Key, string>): Partial<Record<Key, string>> => {
  const kept: Partial<Record<Key, string>> = {};
  for (const key in texts) if (texts[key].trim() !== '') kept[key] = texts[key].trim();
  return kept;
};

const addressOf = (typed: TypedCase['address']): Address | undefined => {
  const { street, town, postcode, ...rest } = typed;
  const more = filled(rest);
  const kept = filled({ street, town, postcode });
  if (Object.keys({ ...more, ...kept }).length === 0) return undefined;
  const tidy = postcodeFormat.tidy(postcode);
  return { ...more, street: street.trim(), town: town.trim(), postcode: tidy };
};

/** Whom the case is about, as it is sent. */
export const subjectOf = (typed: TypedCase): Subject => {
  const address = addressOf(typed.address);
  return {
    firstName: typed.firstName.trim(),
    lastName: typed.lastName.trim(),
    dateOfBirth: typed.dateOfBirth ?? '',
    identifiers: Object.fromEntries(
      Object.entries(filled(typed.identifiers)).map(([name, text]) => [name, text ?? '']),
    ),
    ...(address !== undefined && { address }),
  };
};

const cellOf = (text: string, kind: 'text' | 'number' | undefined): string | number =>
  kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text.trim();

const listOf = ({ columns = [] }: Field, rows: readonly TypedRow[]): Record<string, string | number>[] =>
  rows
    .map((row) =>
      Object.fromEntries(
        columns.flatMap(({ name, kind }) => {
          const text = row[name] ?? '';
          return text.trim() === '' ? [] : [[name, cellOf(text, kind)]];
        }),
      ),
    )
    .filter((row) => Object.keys(row).length > 0);

/** What is known, as it is sent: a blank takes the value off. */
export const valuesOf = (typed: TypedCase, { fields }: CaseSettings): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field): [string, unknown] => {
      const value = typed.values[field.name];
      if (field.kind === 'list') return [field.name, Array.isArray(value) ? listOf(field, value) : []];
      return [field.name, typeof value === 'string' ? value.trim() : ''];
    }),
  );

/** What is missing or wrong before anything is sent, in the order of the page. */
export const caseFaults = (typed: TypedCase, { fields }: CaseSettings): Fault[] => {
  const faults: Fault[] = [];
  const miss = (pointer: string, message: string): void => void faults.push({ pointer, message });
  if (typed.firstName.trim() === '') miss('/subject/firstName', 'Enter the first name');
  if (typed.lastName.trim() === '') miss('/subject/lastName', 'Enter the last name');
  if (typed.dateOfBirth === undefined || !isRealDate(typed.dateOfBirth))
    miss('/subject/dateOfBirth', 'Enter a real date of birth, such as 4 February 2012');
  const address = addressOf(typed.address);
  if (address?.street === '') miss('/subject/address/street', 'Enter the street, or leave the whole address empty');
  if (address?.town === '') miss('/subject/address/town', 'Enter the town or city, or leave the whole address empty');
  if (address && !postcodeFormat.test(address.postcode)) miss('/subject/address/postcode', postcodeFormat.message);
  if (typed.team === '') miss('/team', 'Choose a team');
  for (const { name, kind, label } of fields) {
    const value = typed.values[name];
    if (kind === 'date' && typeof value === 'string' && value !== '' && !isRealDate(value))
      miss(`/values/${name}`, `${label}: enter a real date`);
  }
  return faults;
};
