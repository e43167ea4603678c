import type { Rule } from '../rule.ts';
import { inEveryText } from './every-text.ts';

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
    inEveryText(texts, (text, key) =>
      key.endsWith('.label') && endsBadly(text)
        ? `The label “${text}” has a mark at its end, or white space around it.`
        : undefined,
    ),
};
