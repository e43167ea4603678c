import { didYouMean } from '../../../model/nearest.ts';
import { toPointer } from '../../../../json.ts';
import type { Rule } from '../rule.ts';

export const totalsColumn: Rule = {
  id: 'totals-column',
  severity: 'error',
  about: 'Totals stand under columns of the table that hold numbers.',
  hint: 'Name a column of numbers.',
  wrong: '"totals": ["name"]',
  right: '"totals": ["payment"]',
  check: ({ pages, answers }) =>
    (pages && answers ? pages.elements : []).flatMap(({ element, place }) => {
      if (!place || !answers || !pages || element.options === undefined) return [];
      const columns = answers
        .childrenOf(place)
        .filter(({ schema }) => ['number', 'integer'].includes(schema.type ?? ''));
      const numbers = columns.map((column) => column.answers.slice(column.answers.lastIndexOf('/') + 1));
      const origin = pages.originOf(element.options);
      return (element.options.totals ?? []).flatMap((name, index) =>
        numbers.includes(name)
          ? []
          : [
              {
                file: 'ui.json',
                pointer: `${origin}${toPointer(['totals', index])}`,
                message: `There is no column of numbers “${name}”.${didYouMean(name, numbers)}`,
              },
            ],
      );
    }),
};
