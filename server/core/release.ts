import { readFileSync } from 'node:fs';
import { isObject } from '../../engine/json.ts';

const read: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The release that runs, such as `0.1.0`. */
export const release: string = isObject(read) && typeof read['version'] === 'string' ? read['version'] : 'unknown';
