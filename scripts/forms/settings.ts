/** What the council has set, when its settings lie beside the forms: what forms may point at, and what they may not repeat. */
import { existsSync, readFileSync } from 'node:fs';
import type { SendTo } from '../../engine/index.ts';
import { isObject, type JsonObject } from '../../engine/json.ts';

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
export const linkSettings = (): string[] | undefined => {
  const links = settings()?.['links'];
  return isObject(links) ? Object.keys(links) : undefined;
};

/** Telephone numbers and email addresses of the council and its teams. */
export const councilContacts = (): string[] | undefined => {
  const own = settings();
  if (own === undefined) return undefined;
  const { contactPhone, contactEmail, teams } = own;
  return [contactPhone, contactEmail, ...(isObject(teams) ? Object.values(teams) : [])].filter(
    (value): value is string => typeof value === 'string',
  );
};

/** Known values that are identifiers of whom a case is about, such as `child.upn`. */
export const councilIdentifiers = (): string[] | undefined => {
  const { as, identifiers } = objectIn('council/case.json') ?? {};
  if (typeof as !== 'string' || !Array.isArray(identifiers)) return undefined;
  return identifiers.flatMap((each) => (isObject(each) ? [`${as}.${wordsOf(each['name'])}`] : []));
};
