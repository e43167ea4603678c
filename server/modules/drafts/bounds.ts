import type { JsonValue } from '../../../engine/json.ts';

/** All answers of one draft together, as JSON in UTF-8. */
export const maxAnswerBytes = 2 * 1024 * 1024;

/** Size in bytes as JSON in UTF-8. */
export const bytesOf = (value: JsonValue | undefined): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value), 'utf8');
