import { sameJson } from '../json.ts';
import { entries, type FactFunction } from './fact-function.ts';

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
    const there = entries(among);
    return entries(of).filter(
      (one, index, all) =>
        !there.some((other) => sameJson(one, other)) && all.findIndex((other) => sameJson(one, other)) === index,
    );
  },
};
