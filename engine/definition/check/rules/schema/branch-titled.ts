import { compiledForm, everyQuestion } from '../../compiled.ts';
import { firstText } from '../../../../text/texts.ts';
import type { Rule } from '../rule.ts';

export const branchTitled: Rule = {
  id: 'branch-titled',
  severity: 'error',
  about: 'Each branch of oneOf or anyOf says what it is; people would choose between “1” and “2”.',
  hint: 'Give the branch a title, or add the text “<question>.option.<number>”, counted from 0.',
  wrong: '{ "type": "object", "properties": { "breed": … } }',
  right: '{ "type": "object", "title": "Dog", "properties": { "breed": … } }',
  check: (context) => {
    const form = compiledForm(context);
    const english = context.texts['en'];
    if (form === undefined || english === undefined) return [];
    return everyQuestion(form).flatMap(({ kind, schema, schemaPointer, textBases, pointer }) => {
      if (kind !== 'oneOf') return [];
      const keyword = schema.oneOf === undefined ? 'anyOf' : 'oneOf';
      return (schema[keyword] ?? []).flatMap((branch, index) => {
        const told =
          typeof branch['title'] === 'string' ||
          branch.i18n !== undefined ||
          branch.$ref !== undefined ||
          firstText((key) => english[key], textBases, `option.${index}`) !== undefined;
        return told
          ? []
          : [
              {
                file: 'schema.json',
                pointer: `${schemaPointer}/${keyword}/${index}`,
                message: `This branch of “${pointer}” has no title.`,
              },
            ];
      });
    });
  },
};
