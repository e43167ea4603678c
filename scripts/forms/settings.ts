/** What the council has set, when its settings lie beside the forms: what forms may point at, and what they may not repeat. */
import { existsSync, readFileSync } from 'node:fs';
import type { Surroundings, ValueType } from '../../engine/author.ts';
import type { SendTo } from '../../engine/index.ts';
import { isObject, type JsonObject } from '../../engine/json.ts';
import { knownKinds } from '../../server/core/known-values.ts';

const objectIn = (path: string): JsonObject | undefined => {
  if (!existsSync(path)) return undefined;
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return isObject(read) ? read : undefined;
};

const settings = (): JsonObject | undefined => objectIn('council/settings.json');

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Addresses of the links that forms may point at, by name. */
export const linksOf = (): Record<string, string> => {
  const links = settings()?.['links'];
  return isObject(links) ? Object.fromEntries(Object.entries(links).map(([name, to]) => [name, wordsOf(to)])) : {};
};

/** Where a form on paper is sent. */
export const sendTo = (): SendTo => {
  const { council, contactTeam, contactEmail, contactPhone } = settings() ?? {};
  return {
    council: wordsOf(council),
    team: wordsOf(contactTeam),
    address: '',
    email: wordsOf(contactEmail),
    phone: wordsOf(contactPhone),
  };
};

/** Names of the links that forms may point at. */
const linkSettings = (): string[] | undefined => {
  const links = settings()?.['links'];
  return isObject(links) ? Object.keys(links) : undefined;
};

/** Telephone numbers and email addresses of the council and its teams. */
const councilContacts = (): string[] | undefined => {
  const own = settings();
  if (own === undefined) return undefined;
  const { contactPhone, contactEmail, teams } = own;
  return [contactPhone, contactEmail, ...(isObject(teams) ? Object.values(teams) : [])].filter(
    (value): value is string => typeof value === 'string',
  );
};

/** Known values that are identifiers of whom a case is about, such as `child.upn`. */
const councilIdentifiers = (): string[] | undefined => {
  const { as, identifiers } = objectIn('council/case.json') ?? {};
  if (typeof as !== 'string' || !Array.isArray(identifiers)) return undefined;
  return identifiers.flatMap((each) => (isObject(each) ? [`${as}.${wordsOf(each['name'])}`] : []));
};

const teams = (): string[] | undefined => {
  const named = settings()?.['teams'];
  return isObject(named) ? Object.keys(named) : undefined;
};

/** What the fields of a case are, by the kind that case.json says. */
const ofField: Readonly<Record<string, ValueType>> = {
  text: 'text',
  longText: 'text',
  choice: 'text',
  date: 'day',
  list: 'list',
};

const knownValues = (): Record<string, ValueType> | undefined => {
  const { as, fields } = objectIn('council/case.json') ?? {};
  if (typeof as !== 'string' || !Array.isArray(fields)) return undefined;
  const own: Record<string, ValueType> = {
    name: 'text',
    firstName: 'text',
    lastName: 'text',
    dateOfBirth: 'day',
    address: 'object',
  };
  return {
    ...knownKinds,
    ...Object.fromEntries(Object.entries(own).map(([name, kind]) => [`${as}.${name}`, kind])),
    ...Object.fromEntries((councilIdentifiers() ?? []).map((name) => [name, 'text' as const])),
    ...Object.fromEntries(
      fields.flatMap((field) => {
        const kind = isObject(field) ? ofField[wordsOf(field['kind'])] : undefined;
        return isObject(field) && kind !== undefined ? [[wordsOf(field['name']), kind]] : [];
      }),
    ),
  };
};

/** All that the council has set and that forms are judged by; each absent where its file is not there. */
export const councilSurroundings = (): Surroundings => {
  const known = {
    linkSettings: linkSettings(),
    councilContacts: councilContacts(),
    councilIdentifiers: councilIdentifiers(),
    knownValues: knownValues(),
    teams: teams(),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
};
