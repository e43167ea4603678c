import type { Rule } from '../rule.ts';
import { inEveryText } from './every-text.ts';

const most = 300;

export const labelLength: Rule = {
  id: 'label-length',
  severity: 'error',
  about:
    'A label has at most 300 characters: it is read out whole at its question, and again in every message and list that names the question.',
  hint: 'Keep the question itself in the label, and say the rest in its “.help”, or in a Label above it.',
  wrong: '"site.label": "Which site? We have two sites, of which the one in the north …"',
  right: '"site.label": "Which site?", "site.help": "We have two sites, …"',
  check: ({ texts }) =>
    inEveryText(texts, (text, key) =>
      /\.label(\.paper)?$/.test(key) && text.length > most
        ? `The label “${key}” has ${text.length} characters.`
        : undefined,
    ),
};
