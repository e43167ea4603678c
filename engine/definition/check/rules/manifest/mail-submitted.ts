import type { Rule } from '../rule.ts';

export const mailSubmitted: Rule = {
  id: 'mail-submitted',
  severity: 'warning',
  about:
    'The form has words of its own for the mail that whoever submits it gets, which say what happens next. Without them the mail says only that the form was submitted, and its reference.',
  hint: 'Add “submitted” to “mail”, with text keys of a subject and a body.',
  wrong: '"mail": {}',
  right: '"mail": { "submitted": { "subject": "mail.submitted.subject", "body": "mail.submitted.body" } }',
  check: ({ manifest }) =>
    manifest === undefined || manifest.mail['submitted'] !== undefined
      ? []
      : [{ file: 'form.json', pointer: '/mail', message: 'No mail says what happens once the form was submitted.' }],
};
