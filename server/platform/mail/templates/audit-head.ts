/** To the operator, where the settings say so: how far the audit trail goes, kept outside the service. */
import { textOf } from '../../../../engine/json.ts';
import type { MailTemplate } from './template.ts';

export const auditHead: MailTemplate = ({ line }) => ({
  subject: 'How far the audit trail goes',
  blocks: [
    {
      paragraph:
        'Keep this mail where nobody who can write to the service’s database can change it. If it does not come one day, ask why.',
    },
    { paragraph: textOf(line) },
    {
      paragraph:
        'To check the audit trail, copy the line above into a file, with the lines of other days, and run: npm run ops -- verify --heads <file>',
    },
  ],
});
