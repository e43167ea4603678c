import { subschemas } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

export const closedObject: Rule = {
  id: 'closed-object',
  severity: 'error',
  about: 'Every object says "additionalProperties": false, so that answers to questions that do not exist are refused.',
  hint: 'Add "additionalProperties": false.',
  wrong: '{ "type": "object", "properties": { … } }',
  right: '{ "type": "object", "additionalProperties": false, "properties": { … } }',
  check: ({ schema }) =>
    (schema ? subschemas(schema) : []).flatMap(({ schema: each, at, describes }) =>
      describes &&
      each.type === 'object' &&
      each.properties !== undefined &&
      each.additionalProperties !== false &&
      each.oneOf === undefined
        ? [{ file: 'schema.json', pointer: at, message: 'This object takes answers that it does not name.' }]
        : [],
    ),
};
