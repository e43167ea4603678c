import { entries, type FactFunction } from './fact-function.ts';

export const count: FactFunction = {
  id: 'count',
  about: 'How many there are: rows of a table, choices ticked, or filled-in cells of a column. Nothing is 0.',
  arguments: { of: { takes: 'value', about: 'A list.' } },
  gives: 'number',
  evaluate: ({ of }) => entries(of).length,
};
