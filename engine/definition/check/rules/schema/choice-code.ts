import { subschemas } from '../../../model/schema-model.ts';
import type { Rule } from '../rule.ts';

/** `South shore` → `southShore`. */
const asCode = (value: string): string =>
  value
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('');

export const choiceCode: Rule = {
  id: 'choice-code',
  severity: 'error',
  about:
    'The code of a choice has no spaces and no full stops: it becomes part of the key of its text. What people read is that text, and may be anything.',
  hint: 'Give the choice a short code, here, in its text key and wherever conditions name it.',
  wrong: '"enum": ["north shore"]',
  right: '"enum": ["northShore"], and a text "site.option.northShore": "North shore"',
  check: ({ schema }) =>
    (schema ? subschemas(schema) : []).flatMap(({ schema: { enum: codes = [] }, at, describes }) =>
      codes.flatMap((code, index) => {
        if (!describes || typeof code !== 'string' || !/[\s.]/.test(code)) return [];
        const better = asCode(code);
        const message = `“${code}” cannot be the code of a choice.${better === '' ? '' : ` It could be “${better}”.`}`;
        return [{ file: 'schema.json', pointer: `${at}/enum/${index}`, message }];
      }),
    ),
};
