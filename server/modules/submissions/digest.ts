import { createHash } from 'node:crypto';
import { stableJson } from '../../../engine/json.ts';
import type { JsonValue } from '../../../engine/json.ts';

/** SHA-256 (hex) over frozen answers as JSON without white space, the keys of every object in order. */
export const digestOf = (answers: JsonValue): string =>
  createHash('sha256').update(stableJson(answers), 'utf8').digest('hex');
