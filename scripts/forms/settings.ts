/** What the council has set, when its settings lie beside the forms: what forms may point at, and what they may not repeat. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings, ValueType } from '../../engine/author.ts';
import type { SendTo } from '../../engine/index.ts';
import { isObject, type JsonObject } from '../../engine/json.ts';
import { knownKinds } from '../../server/core/known-values.ts';

/** A file of the folder that the service reads too, which lies beside the forms unless it is set otherwise. */
const objectIn = (formsDir: string, name: string): JsonObject | undefined => {
  const path = join(process.env['FORMWORK_COUNCIL_DIR'] ?? join(formsDir, '../council'), name);
  if (!existsSync(path)) return undefined;
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return isObject(read) ? read : undefined;
};

const settings = (formsDir: string): JsonObject | undefined => objectIn(formsDir, 'settings.json');

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Addresses of the links that forms may point at, by name. */
export const linksOf = (formsDir: string): Record<string, string> => {
  const links = settings(formsDir)?.['links'];
  return isObject(links) ? Object.fromEntries(Object.entries(links).map(([name, to]) => [name, wordsOf(to)])) : {};
};

/** Where a form on paper is sent. */
export const sendTo = (formsDir: string): SendTo => {
  const { council, contactTeam, contactEmail, contactPhone } = settings(formsDir) ?? {};
  return {
    council: wordsOf(council),
    team: wordsOf(contactTeam),
    address: '',
    email: wordsOf(contactEmail),
    phone: wordsOf(contactPhone),
  };
};

/** Names of the links that forms may point at. */
const linkSettings = (formsDir: string): string[] | undefined => {
  const links = settings(formsDir)?.['links'];
  return isObject(links) ? Object.keys(links) : undefined;
};

/** Telephone numbers and email addresses of the council and its teams. */
const councilContacts = (formsDir: string): string[] | undefined => {
  const own = settings(formsDir);
  if (own === undefined) return undefined;
  const { contactPhone, contactEmail, teams } = own;
  return [contactPhone, contactEmail, ...(isObject(teams) ? Object.values(teams) : [])].filter(
    (value): value is string => typeof value === 'string',
  );
};

/** Known values that are identifiers of whom a case is about, such as `child.upn`. */
const councilIdentifiers = (formsDir: string): string[] | undefined => {
  const { as, identifiers } = objectIn(formsDir, 'case.json') ?? {};
  if (typeof as !== 'string' || !Array.isArray(identifiers)) return undefined;
  return identifiers.flatMap((each) => (isObject(each) ? [`${as}.${wordsOf(each['name'])}`] : []));
};

const teams = (formsDir: string): string[] | undefined => {
  const named = settings(formsDir)?.['teams'];
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

const knownValues = (formsDir: string): Record<string, ValueType> | undefined => {
  const { as, fields } = objectIn(formsDir, 'case.json') ?? {};
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
    ...Object.fromEntries((councilIdentifiers(formsDir) ?? []).map((name) => [name, 'text' as const])),
    ...Object.fromEntries(
      fields.flatMap((field) => {
        const kind = isObject(field) ? ofField[wordsOf(field['kind'])] : undefined;
        return isObject(field) && kind !== undefined ? [[wordsOf(field['name']), kind]] : [];
      }),
    ),
  };
};

/** All that the council has set and that forms are judged by; each absent where its file is not there. */
export const councilSurroundings = (formsDir: string): Surroundings => {
  const known = {
    linkSettings: linkSettings(formsDir),
    councilContacts: councilContacts(formsDir),
    councilIdentifiers: councilIdentifiers(formsDir),
    knownValues: knownValues(formsDir),
    teams: teams(formsDir),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
};
