import { createHash } from 'node:crypto';
import { isObject } from '../../engine/json.ts';
import type { JsonValue } from '../../engine/json.ts';

/** JSON with the keys of every object in order and no white space, so that equal answers give equal text (after RFC 8785). */
export const canonicalJson = (value: JsonValue): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
};

/** SHA-256 (hex) over the canonical JSON of frozen answers. */
export const digestOf = (answers: JsonValue): string =>
  createHash('sha256').update(canonicalJson(answers), 'utf8').digest('hex');
