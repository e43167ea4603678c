import { subschemas } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

export const textLimit: Rule = {
  id: 'text-limit',
  severity: 'error',
  about:
    'Every text says how long it may be: an answer without a limit can be as large as somebody likes, and a pattern would read all of it.',
  hint: 'Add maxLength.',
  wrong: '{ "type": "string" }',
  right: '{ "type": "string", "maxLength": 80 }',
  check: ({ schema }) =>
    (schema ? subschemas(schema) : []).flatMap(({ schema: each, at, describes }) =>
      describes &&
      each.type === 'string' &&
      [each.maxLength, each.enum, each.const, each.format].every((limit) => limit === undefined)
        ? [{ file: 'schema.json', pointer: at, message: 'This text has no limit.' }]
        : [],
    ),
};
