import type { Schema } from '../../../model/definition.ts';
import { subschemas } from '../../../model/schema-model.ts';
import { toPointer } from '../../../../json.ts';
import type { Rule } from '../rule.ts';

const pairs: readonly (readonly [keyof Schema, keyof Schema])[] = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
];

export const rangePossible: Rule = {
  id: 'range-possible',
  severity: 'error',
  about: 'The least that is allowed is not more than the most that is allowed; no answer would do.',
  hint: 'Correct one of the two.',
  wrong: '{ "type": "integer", "minimum": 25, "maximum": 5 }',
  right: '{ "type": "integer", "minimum": 5, "maximum": 25 }',
  check: ({ schema }) =>
    (schema ? subschemas(schema) : []).flatMap(({ schema: each, at }) =>
      pairs.flatMap(([least, most]) => {
        const [from, to] = [each[least], each[most]];
        if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return [];
        const message = `No answer can have ${least} ${from} and ${most} ${to}.`;
        return [{ file: 'schema.json', pointer: `${at}${toPointer([least])}`, message }];
      }),
    ),
};
