import { didYouMean } from '../../../model/nearest.ts';
import { subschemas } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

export const requiredExists: Rule = {
  id: 'required-exists',
  severity: 'error',
  about: 'What is required or wanted is one of the properties beside it: a name that is none could never be answered.',
  hint: 'Correct the name, or take it out of the list.',
  wrong: '"required": ["fistName"], "properties": { "firstName": { … } }',
  right: '"required": ["firstName"], "properties": { "firstName": { … } }',
  check: ({ schema }) =>
    (schema ? subschemas(schema) : []).flatMap(({ schema: { required, wanted, properties }, at }) =>
      properties === undefined
        ? []
        : Object.entries({ required, wanted }).flatMap(([list, names = []]) =>
            names.flatMap((name, index) =>
              Object.hasOwn(properties, name)
                ? []
                : [
                    {
                      file: 'schema.json',
                      pointer: `${at}/${list}/${index}`,
                      message: `There is no property “${name}” here.${didYouMean(name, Object.keys(properties))}`,
                    },
                  ],
            ),
          ),
    ),
};
