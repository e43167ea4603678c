import { conformities } from '../../../model/conformity.ts';
import { conforms } from '../conforms.ts';

export const uiConforms = conforms(
  'ui',
  conformities.ui,
  {
    id: 'ui-conforms',
    about:
      'ui.json is a Categorization of Categories (pages) with Groups, Controls and Labels, and options that are known.',
    wrong: '{ "type": "Control", "scope": "#/properties/notes", "options": { "mutli": true } }',
    right: '{ "type": "Control", "scope": "#/properties/notes", "options": { "multi": true } }',
  },
  ({ uiReferences }) => uiReferences,
);
