import type { Filter } from './store.ts';

/** Documents of which every word is the beginning of one at `path`, which holds an array; without a word all. */
export const foundBy = (path: string, words: readonly string[]): Filter =>
  words.length === 0 ? {} : { [path]: { all: words.map((prefix) => ({ prefix })) } };
