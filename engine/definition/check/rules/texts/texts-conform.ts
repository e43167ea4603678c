import { conformities } from '../../../model/conformity.ts';
import { conforms } from '../conforms.ts';

export const textsConform = conforms('texts', conformities.texts, {
  id: 'texts-conform',
  about: 'A text file is one flat object of texts by key, so that a translator needs to know nothing else.',
  wrong: '{ "firstName": { "label": "First name" } }',
  right: '{ "firstName.label": "First name" }',
});
