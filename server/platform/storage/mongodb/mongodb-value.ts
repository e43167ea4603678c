/**
 * Documents as MongoDB can hold them. BSON knows neither names with dots, `$` or NUL nor texts that are not well-formed Unicode; both are written
 * so that they come back exactly.
 */
import { Binary, type Document } from 'mongodb';
import type { JsonValue } from '../../../../engine/json.ts';
import { checkPath } from '../declared.ts';

const escapes: Record<string, string> = { '~': '~0', '.': '~1', $: '~2', '\0': '~3' };
const unescapes: Record<string, string> = { '~0': '~', '~1': '.', '~2': '$', '~3': '\0', '~4': '' };

/** The one member of what stands for an array inside an array. */
const arrayName = '~5';

/** The name of a member as BSON has it. */
export const toName = (key: string): string =>
  key === '' ? '~4' : key.replaceAll(/[~.$\0]/g, (found) => escapes[found] ?? found);

const fromName = (name: string): string =>
  name.includes('~') ? name.replaceAll(/~[0-4]/g, (found) => unescapes[found] ?? found) : name;

/** A dotted path of the store as MongoDB has it. One that no store takes is a mistake of the caller and throws a RangeError. */
export const toPath = (path: string): string => {
  checkPath(path);
  return path.split('.').map(toName).join('.');
};

const utf16 = (text: string): Binary => new Binary(Buffer.from(text, 'utf16le'), Binary.SUBTYPE_USER_DEFINED);

/** Sets a member of its own even where its name is `__proto__`. */
const put = (holder: Document, name: string, value: unknown): void => {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
};

export const toBson = (value: JsonValue): unknown => {
  if (typeof value === 'string') return value.isWellFormed() ? value : utf16(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('Only a finite number can be stored');
    return value;
  }
  // Compatible servers know no array directly inside an array.
  if (Array.isArray(value))
    return value.map((item) => (Array.isArray(item) ? { [arrayName]: toBson(item) } : toBson(item)));
  if (typeof value !== 'object' || value === null) return value;
  const document: Document = {};
  for (const [key, member] of Object.entries<JsonValue | undefined>(value)) {
    // An absent member is absent in JSON too.
    if (member !== undefined) put(document, toName(key), toBson(member));
  }
  return document;
};

export const fromBson = (value: unknown): JsonValue => {
  if (value instanceof Binary) return Buffer.from(value.buffer).toString('utf16le');
  if (Array.isArray(value)) return value.map(fromBson);
  if (typeof value === 'object' && value !== null) {
    if (arrayName in value) return fromBson(value[arrayName]);
    const document: { [key: string]: JsonValue } = {};
    for (const [name, member] of Object.entries(value)) put(document, fromName(name), fromBson(member));
    return document;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
};
