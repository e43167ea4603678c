import { readFileSync } from 'node:fs';
import { isObject } from '../../engine/json.ts';

const read: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The release that runs, such as `0.1.0`. */
export const release: string = isObject(read) && typeof read['version'] === 'string' ? read['version'] : 'unknown';

/** A release as one number that grows with each: 1002003 of `1.2.3`; 0 of what is none. */
export const releaseNumber = (name: string): number => {
  const [major = 0, minor = 0, patch = 0] = name.split('.').map(Number);
  const number = (major * 1000 + minor) * 1000 + patch;
  return Number.isSafeInteger(number) ? number : 0;
};
