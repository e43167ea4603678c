/** Vitest's matchers for a part of a value, as `unknown`: vitest has them as `any`, which would switch off the types of whatever they stand in. */
import { expect } from 'vitest';

interface Matchers {
  objectContaining: (expected: object) => unknown;
  arrayContaining: (expected: unknown[]) => unknown;
  stringContaining: (expected: string) => unknown;
  stringMatching: (expected: RegExp | string) => unknown;
}

interface Like extends Matchers {
  any: (kind: unknown) => unknown;
  anything: () => unknown;
  not: Matchers;
}

export const like: Like = expect;
