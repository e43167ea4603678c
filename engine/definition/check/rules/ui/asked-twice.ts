import type { Rule } from '../rule.ts';

export const askedTwice: Rule = {
  id: 'asked-twice',
  severity: 'error',
  about:
    'An answer is asked for once; asked twice, one place would change the other without a word. With a rule on both they may take turns.',
  hint: 'Take one of the two controls out.',
  wrong: 'two controls with "scope": "#/properties/firstName"',
  right: 'one of them',
  check: ({ pages }) => {
    const seen = new Set<string>();
    return (pages?.elements ?? []).flatMap(({ element, place, at, around }) => {
      if (place === undefined || [element, ...around].some(({ rule }) => rule !== undefined)) return [];
      if (!seen.has(place.answers)) {
        seen.add(place.answers);
        return [];
      }
      return [{ file: 'ui.json', pointer: at, message: `“${place.path}” is asked for twice.` }];
    });
  },
};
