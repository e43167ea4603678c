import { textOf } from '../../../../json.ts';
import { compiledForm, everyQuestion } from '../../compiled.ts';
import type { Rule } from '../rule.ts';

export const choiceUnlabelled: Rule = {
  id: 'choice-unlabelled',
  severity: 'error',
  about: 'Every choice has words of its own, “<question>.option.<code>”; people would read the code.',
  hint: 'Add the text for the choice.',
  wrong: '"enum": ["north", "south"], and no text “site.option.south”',
  right: '"site.option.south": "South shore"',
  check: (context) => {
    const form = compiledForm(context);
    const english = context.texts['en'];
    if (english === undefined) return [];
    return (form ? everyQuestion(form) : []).flatMap(({ kind, choices = [], textBases, schemaPointer, pointer }) =>
      kind === 'yesNo' || kind === 'tick'
        ? []
        : choices
            .filter(({ value }) => !textBases.some((base) => Object.hasOwn(english, `${base}.option.${textOf(value)}`)))
            .map(({ value }) => ({
              file: 'schema.json',
              pointer: schemaPointer,
              message: `The choice “${textOf(value)}” of “${pointer}” has no text.`,
            })),
    );
  },
};
