import { compiledForm } from '../../compiled.ts';
import type { Rule } from '../rule.ts';

export const labelTwice: Rule = {
  id: 'label-twice',
  severity: 'warning',
  about:
    'Two questions on one page do not have the same label: whoever listens to the page, or reads its list of errors, could not tell them apart.',
  hint: 'Say in the label what tells the two apart.',
  wrong: '"firstName.label": "Name" and "lastName.label": "Name" on one page',
  right: '"firstName.label": "First name" and "lastName.label": "Last name"',
  check: (context) => {
    const form = compiledForm(context);
    return (form?.pages ?? []).flatMap(({ questions }) => {
      const seen = new Set<string>();
      return questions.flatMap(({ label, element, schemaPointer }) => {
        if (element.label === false || element.rule !== undefined) return [];
        if (!seen.has(label)) {
          seen.add(label);
          return [];
        }
        return [
          {
            file: 'schema.json',
            pointer: schemaPointer,
            message: `Another question on the same page is called “${label}” too.`,
          },
        ];
      });
    });
  },
};
