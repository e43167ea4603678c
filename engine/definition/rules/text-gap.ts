import { toPointer } from '../../json.ts';
import type { Rule } from './rule.ts';

export const textGap: Rule = {
  id: 'text-gap',
  severity: 'warning',
  about:
    'A further language has every text that English has, and no other: where one is missing, people read English in the midst of their own language.',
  hint: 'Translate the text, or take out the one that English does not have.',
  wrong: 'text.cy.json without “firstName.label”',
  right: 'text.cy.json: "firstName.label": "Enw cyntaf"',
  check: ({ texts }) => {
    const english = texts['en'];
    if (english === undefined) return [];
    return Object.entries(texts).flatMap(([language, flat]) => {
      if (language === 'en') return [];
      const file = `text.${language}.json`;
      const gaps = Object.keys(english).filter((key) => !Object.hasOwn(flat, key));
      const extra = Object.keys(flat).filter((key) => !Object.hasOwn(english, key) && key !== 'direction');
      return [
        ...gaps.map((key) => ({ file, pointer: '', message: `“${key}” is not translated.` })),
        ...extra.map((key) => ({ file, pointer: toPointer([key]), message: `English has no text “${key}”.` })),
      ];
    });
  },
};
