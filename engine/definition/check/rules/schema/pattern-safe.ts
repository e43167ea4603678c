import { checkSync } from 'recheck';
import { subschemas } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

const known = new Map<string, string | undefined>();

/** What is wrong with a pattern, in words; the same pattern is looked at once. */
const faultOf = (pattern: string): string | undefined => {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    return `This is no regular expression: ${error instanceof Error ? error.message : ''}`;
  }
  const { status } = checkSync(pattern, 'u', { timeout: 2000 });
  if (status === 'vulnerable') return 'Some answers would keep this pattern busy for minutes.';
  return status === 'unknown' ? 'It could not be found out whether this pattern is quick for every answer.' : undefined;
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
      const message = known.get(pattern);
      return message === undefined ? [] : [{ file: 'schema.json', pointer: `${at}/pattern`, message }];
    }),
};
