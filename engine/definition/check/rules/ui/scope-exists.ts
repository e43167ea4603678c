import { didYouMean } from '../../../model/nearest.ts';
import type { Rule } from '../rule.ts';

export const scopeExists: Rule = {
  id: 'scope-exists',
  severity: 'error',
  about: 'The scope of a control names an answer in schema.json, relative to the table or group that it stands in.',
  hint: 'Correct the scope, or add the property to schema.json.',
  wrong: '{ "type": "Control", "scope": "#/properties/fistName" }',
  right: '{ "type": "Control", "scope": "#/properties/firstName" }',
  check: ({ pages, answers }) =>
    (pages && answers ? pages.elements : []).flatMap(({ element, at, base, place }) => {
      if (element.type !== 'Control') return [];
      const { scope = '' } = element;
      // Columns and parts are told from one another by one name.
      if (place !== undefined)
        return base === answers?.root || scope.split('/properties/').length === 2
          ? []
          : [
              {
                file: 'ui.json',
                pointer: `${at}/scope`,
                message: `“${scope}” reaches into a column. Ask for the whole of it; its options.detail lays out what is inside.`,
              },
            ];
      const known = answers
        ?.childrenOf(base)
        .map(({ answers: pointer }) => `#/properties/${pointer.slice(pointer.lastIndexOf('/') + 1)}`);
      return [
        {
          file: 'ui.json',
          pointer: `${at}/scope`,
          message: `“${scope}” names no answer.${didYouMean(scope, known ?? [])}`,
        },
      ];
    }),
};
