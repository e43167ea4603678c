import { subschemas } from '../../../model/schema-model.ts';
import { toPointer } from '../../../../json.ts';
import type { Rule } from '../rule.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

export const propertyName: Rule = {
  id: 'property-name',
  severity: 'error',
  about:
    'The key of an answer has letters, digits and underscores, and begins with a letter: it becomes part of pointers and text keys.',
  hint: 'Rename the property, and its texts and scopes with it.',
  wrong: '"first name": { "type": "string", "maxLength": 80 }',
  right: '"firstName": { "type": "string", "maxLength": 80 }',
  check: ({ schema }) =>
    (schema ? subschemas(schema) : []).flatMap(({ schema: { properties = {} }, at }) =>
      Object.keys(properties)
        .filter((name) => !NAME.test(name))
        .map((name) => ({
          file: 'schema.json',
          pointer: `${at}${toPointer(['properties', name])}`,
          message: `“${name}” cannot be the key of an answer.`,
        })),
    ),
};
