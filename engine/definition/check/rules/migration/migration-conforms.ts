import { conformities } from '../../../model/conformity.ts';
import { conforms } from '../conforms.ts';

export const migrationConforms = conforms('migration', conformities.migration, {
  id: 'migration-conforms',
  about: 'migrate.json names the version that it carries answers from, and steps that move, split or join them.',
  wrong: '{ "steps": [{ "rename": "/name", "to": "/fullName" }] }',
  right: '{ "from": "1.0.0", "steps": [{ "move": "/name", "to": "/fullName" }] }',
});
