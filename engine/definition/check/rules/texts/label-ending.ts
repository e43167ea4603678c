import { toPointer } from '../../../../json.ts';
import type { Rule } from '../rule.ts';

/** From so many words on, a label may be a sentence that leads on to the choices under it. */
const SENTENCE = 5;

const endsBadly = (label: string): boolean =>
  label.trim() !== label ||
  (/[:.]$/.test(label) && label.split(' ').length < SENTENCE && !/\b\w\.\w\.$|\betc\.$/.test(label));

export const labelEnding: Rule = {
  id: 'label-ending',
  severity: 'warning',
  about:
    'A short label has no colon or full stop at its end, and no label has white space around it: labels also stand in messages, lists and print.',
  hint: 'Take the mark away.',
  wrong: '"firstName.label": "First name:"',
  right: '"firstName.label": "First name"',
  check: ({ texts }) =>
    Object.entries(texts).flatMap(([language, flat]) =>
      Object.entries(flat)
        .filter(([key, text]) => key.endsWith('.label') && endsBadly(text))
        .map(([key, text]) => ({
          file: `text.${language}.json`,
          pointer: toPointer([key]),
          message: `The label “${text}” has a mark at its end, or white space around it.`,
        })),
    ),
};
