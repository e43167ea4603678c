import type { Rule } from '../rule.ts';

export const documentsLimit: Rule = {
  id: 'documents-limit',
  severity: 'error',
  about:
    'The list of documents holds as many as “maxFiles” of form.json takes; otherwise people add documents with which the form cannot be submitted.',
  hint: 'Let “maxItems” in schema.json and “maxFiles” in form.json be the same.',
  wrong: '"maxFiles": 10, and "maxItems": 5 in schema.json',
  right: '"maxFiles": 10, and "maxItems": 10 in schema.json',
  check: ({ manifest, answers }) => {
    const attachments = manifest?.attachments;
    const most = attachments && answers?.find(attachments.at)?.schema.maxItems;
    return attachments === undefined || most === undefined || most >= attachments.maxFiles
      ? []
      : [
          {
            file: 'form.json',
            pointer: '/attachments/maxFiles',
            message: `The form takes ${attachments.maxFiles} documents, and the list of them holds ${most}.`,
          },
        ];
  },
};
