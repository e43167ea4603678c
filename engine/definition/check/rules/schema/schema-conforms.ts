import { conformities } from '../../../model/conformity.ts';
import { conforms } from '../conforms.ts';

export const schemaConforms = conforms(
  'schema',
  conformities.schema,
  {
    id: 'schema-conforms',
    about:
      'schema.json is JSON Schema 2020-12 in the part that the engine reads; the answers of a form are one object.',
    wrong: '"age": { "type": "integer", "minimun": 0 }',
    right: '"age": { "type": "integer", "minimum": 0 }',
  },
  ({ schemaReferences }) => schemaReferences,
);
