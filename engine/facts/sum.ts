import { entries, total, type FactFunction } from './fact-function.ts';

export const sum: FactFunction = {
  id: 'sum',
  about: 'Sum of the numbers in a list; cannot be worked out while there is none.',
  arguments: { of: { takes: 'value', holds: 'number', about: 'Numbers, such as one column of a table.' } },
  gives: 'number',
  evaluate: ({ of }) => {
    const numbers = entries(of).filter((entry) => typeof entry === 'number');
    return numbers.length === 0 ? undefined : total(numbers);
  },
};
