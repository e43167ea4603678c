import { valuesIn, type FactFunction } from './fact-function.ts';

export const shares: FactFunction = {
  id: 'shares',
  about: 'Whether two lists have a value in common; one value is a list of one, nothing an empty list.',
  arguments: {
    left: { takes: 'value', about: 'A list or a value.' },
    right: { takes: 'value', about: 'The other.' },
  },
  gives: 'boolean',
  evaluate: ({ left, right }) => {
    const [one, other] = [valuesIn(left), valuesIn(right)];
    const [few, many] = one.size < other.size ? [one, other] : [other, one];
    return [...few].some((value) => many.has(value));
  },
};
