import { conformities } from '../../../model/conformity.ts';
import { conforms } from '../conforms.ts';

export const manifestConforms = conforms('manifest', conformities.manifest, {
  id: 'manifest-conforms',
  about:
    'form.json says what manifest.schema.json describes, and nothing else: a mistyped name would be ignored in silence.',
  wrong: '"retention": { "draftDays": "30" }',
  right: '"retention": { "draftDays": 30, "submittedDays": 3650, "retractedDays": 30 }',
});
