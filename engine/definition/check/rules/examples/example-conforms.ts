import { conformities } from '../../../model/conformity.ts';
import { conforms } from '../conforms.ts';

export const exampleConforms = conforms('example', conformities.example, {
  id: 'example-conforms',
  about: 'An example has a title, a day, answers and what must come of them.',
  wrong: '{ "title": "Empty", "today": "2026-11-24", "answers": {}, "expect": { "outcome": "rejected" } }',
  right:
    '{ "title": "Empty", "today": "2026-11-24", "answers": {}, "expect": { "outcome": "rejected", "problems": [{ "pointer": "/name", "keyword": "required" }] } }',
});
