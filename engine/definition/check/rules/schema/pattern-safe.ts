import { checkSync } from 'recheck';
import { subschemas } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

interface PatternFault {
  message: string;
  hint?: string;
}

/** What keeps a pattern from being read, by what its reader says of it. */
const causes: readonly (readonly [RegExp, string])[] = [
  [/character class/, 'a [ is not closed by a ], or a range in it runs backwards'],
  [/Unterminated group|Invalid group/, 'a ( is not closed by a ), or a ? follows it that means nothing'],
  [/Unmatched/, 'a ) has no ( before it'],
  [/othing to repeat/, 'nothing that could be repeated stands before a *, + or ?'],
  [/quantifier/, 'a { or } stands alone, or the numbers in it are the wrong way round'],
  [/escape|property name/, 'a \\ stands before a letter with which it means nothing, or at the end'],
];

const unreadable = (said: string): PatternFault => {
  const cause = causes.find(([words]) => words.test(said.slice(said.lastIndexOf(': '))))?.[1];
  return {
    message: `The pattern cannot be read${cause === undefined ? '' : `: ${cause}`}.`,
    hint: 'Correct the pattern; a \\ is written twice in JSON. A format may do instead.',
  };
};

const known = new Map<string, PatternFault | undefined>();

/** What is wrong with a pattern, in words; the same pattern is looked at once. */
const faultOf = (pattern: string): PatternFault | undefined => {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : '');
  }
  const { status } = checkSync(pattern, 'u', { timeout: 2000 });
  if (status === 'vulnerable') return { message: 'Some answers would keep this pattern busy for minutes.' };
  return status === 'unknown'
    ? { message: 'It could not be found out whether this pattern is quick for every answer.' }
    : undefined;
};

export const patternSafe: Rule = {
  id: 'pattern-safe',
  severity: 'error',
  about:
    'A pattern is a regular expression that is quick for every answer; one with a repetition inside a repetition can hold the service up.',
  hint: 'Write it without a repetition inside a repetition, or use a format.',
  wrong: '"pattern": "^(a+)+$"',
  right: '"pattern": "^a+$"',
  check: ({ schema }) =>
    (schema ? subschemas(schema) : []).flatMap(({ schema: { pattern }, at }) => {
      if (pattern === undefined) return [];
      if (!known.has(pattern)) known.set(pattern, faultOf(pattern));
      const fault = known.get(pattern);
      return fault === undefined ? [] : [{ file: 'schema.json', pointer: `${at}/pattern`, ...fault }];
    }),
};
