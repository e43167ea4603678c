import { subschemas } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

export const listLimit: Rule = {
  id: 'list-limit',
  severity: 'error',
  about: 'Every table and list of documents says how many rows it may have; choices among a list are limited by it.',
  hint: 'Add maxItems.',
  wrong: '{ "type": "array", "items": { "$ref": "#/$defs/contact" } }',
  right: '{ "type": "array", "maxItems": 20, "items": { "$ref": "#/$defs/contact" } }',
  check: ({ schema }) =>
    (schema ? subschemas(schema) : []).flatMap(({ schema: each, at, describes }) =>
      describes && each.type === 'array' && each.maxItems === undefined && each.items?.enum === undefined
        ? [{ file: 'schema.json', pointer: at, message: 'This list has no limit.' }]
        : [],
    ),
};
