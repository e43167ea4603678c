import { circularReferences } from '../../../model/circles.ts';
import { didYouMean } from '../../../model/nearest.ts';
import { localTarget, subschemas } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

export const schemaReference: Rule = {
  id: 'schema-reference',
  severity: 'error',
  about:
    '$ref in schema.json names a part of the same file, so that a version needs nothing from outside itself, and no part contains itself.',
  hint: 'Name a part under $defs in this file.',
  wrong: '{ "$ref": "https://example.org/address.json" }',
  right: '{ "$ref": "#/$defs/address" }',
  check: ({ schema }) => {
    if (schema === undefined) return [];
    const names = Object.keys(schema.$defs ?? {}).map((name) => `#/$defs/${name}`);
    const circles = circularReferences(schema).map((at) => ({
      file: 'schema.json',
      pointer: `${at}/$ref`,
      message: 'This reference goes in a circle: the part contains itself.',
    }));
    const broken = subschemas(schema).flatMap(({ schema: { $ref }, at }) =>
      $ref === undefined || localTarget(schema, $ref) !== undefined
        ? []
        : [
            {
              file: 'schema.json',
              pointer: `${at}/$ref`,
              message: `“${$ref}” names nothing in this file.${didYouMean($ref, names)}`,
            },
          ],
    );
    return [...broken, ...circles];
  },
};
