import type { FactFunction } from './fact-function.ts';

export const value: FactFunction = {
  id: 'value',
  about: 'A value as it is, so that a rule can ask for something that is not an answer, such as "context:today".',
  arguments: { of: { takes: 'value', about: 'The value.' } },
  gives: 'value',
  evaluate: ({ of }) => of,
};
