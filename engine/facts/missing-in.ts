import { stableJson } from '../json.ts';
import { entries, valuesIn, type FactFunction } from './fact-function.ts';

export const missingIn: FactFunction = {
  id: 'missingIn',
  about:
    'The values of one list that another lacks, each once, so that “every choice ticked has a row” is one check: their "count" is then 0. In a check’s text they stand in words.',
  arguments: {
    of: { takes: 'value', about: 'The list whose values are needed, such as choices ticked.' },
    among: { takes: 'value', about: 'The list in which they are looked for, such as a column.' },
  },
  gives: 'list',
  evaluate: ({ of, among }) => {
    const there = valuesIn(among);
    const seen = new Set<string>();
    return entries(of).filter((one) => {
      const text = stableJson(one);
      if (there.has(text) || seen.has(text)) return false;
      seen.add(text);
      return true;
    });
  },
};
