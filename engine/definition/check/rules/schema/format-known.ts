import { formats } from '../../../../formats/index.ts';
import { didYouMean, namesOf } from '../../../model/nearest.ts';
import { subschemas } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

export const formatKnown: Rule = {
  id: 'format-known',
  severity: 'error',
  about: 'A format is one of the vocabulary that the service knows, with its check digits and its message.',
  hint: 'Use a known format, or a pattern with a message of your own.',
  wrong: '{ "type": "string", "format": "postcode" }',
  right: '{ "type": "string", "format": "uk-postcode" }',
  check: ({ schema }) =>
    (schema ? subschemas(schema) : []).flatMap(({ schema: { format }, at }) =>
      format === undefined || Object.hasOwn(formats, format)
        ? []
        : [
            {
              file: 'schema.json',
              pointer: `${at}/format`,
              message: `There is no format “${format}”.${didYouMean(format, Object.keys(formats))} Known: ${namesOf(Object.keys(formats))}.`,
            },
          ],
    ),
};
