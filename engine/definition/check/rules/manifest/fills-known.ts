import { toPointer } from '../../../../json.ts';
import { didYouMean } from '../../../model/nearest.ts';
import { choicesOf } from '../../ui-model.ts';
import type { Rule } from '../rule.ts';

export const fillsKnown: Rule = {
  id: 'fills-known',
  severity: 'error',
  about:
    'A suggestion or a person that is chosen fills in answers that exist, from the row or the whole form; “after” names a choice.',
  hint: 'Correct the pointer or the code.',
  wrong: '"suggest": { "register": "sites", "fills": { "/phoen": "phone" } }',
  right: '"suggest": { "register": "sites", "fills": { "/phone": "phone" } }',
  check: ({ pages, answers }) =>
    (pages && answers ? pages.questions : []).flatMap(({ element, place }) => {
      const options = element?.options;
      if (!options || !answers || !pages) return [];
      const row = /^.*\/\*(?=\/)/.exec(place.answers)?.[0] ?? '';
      const base = answers.find(row);
      const known = base ? answers.childrenOf(base).map(({ answers: at }) => at.slice(row.length)) : [];
      const told = (path: string[], message: string) => ({
        file: 'ui.json',
        pointer: `${pages.originOf(options)}${toPointer(path)}`,
        message,
      });
      const { choicesFrom } = options;
      const codes = choicesOf(place, element, answers)?.values ?? [];
      return [
        ...(['suggest', 'choicesFrom'] as const).flatMap((option) =>
          Object.keys(options[option]?.fills ?? {})
            .filter((pointer) => !pointer.startsWith('/') || answers.find(`${row}${pointer}`) === undefined)
            .map((pointer) =>
              told(
                [option, 'fills', pointer],
                `There is no answer “${pointer}” to fill in.${didYouMean(pointer, known)}`,
              ),
            ),
        ),
        ...(choicesFrom !== undefined && !codes.includes(choicesFrom.after)
          ? [
              told(
                ['choicesFrom', 'after'],
                `“${choicesFrom.after}” is no choice here.${didYouMean(choicesFrom.after, codes)}`,
              ),
            ]
          : []),
      ];
    }),
};
