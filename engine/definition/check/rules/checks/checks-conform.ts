import { conformities } from '../../../model/conformity.ts';
import { conforms } from '../conforms.ts';

export const checksConform = conforms(
  'checks',
  conformities.checks,
  {
    id: 'checks-conform',
    about: 'checks.json has facts and checks as checks.schema.json describes them.',
    wrong: '{ "id": "tooYoung", "level": "fatal", "at": "/dateOfBirth", "when": { … } }',
    right: '{ "id": "tooYoung", "level": "error", "at": "/dateOfBirth", "when": { … } }',
  },
  ({ checksReferences }) => checksReferences,
);
