import { conformities } from '../../../model/conformity.ts';
import { conforms } from '../conforms.ts';

export const blockConforms = conforms('block', conformities.block, {
  id: 'block-conforms',
  about: 'A shared block holds pieces for schema.json, ui.json and checks.json, and all their texts, by language.',
  wrong: '{ "text": { "town.label": "Town" } }',
  right: '{ "texts": { "en": { "town.label": "Town" } } }',
});
