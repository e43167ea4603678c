import { sameJson } from '../json.ts';
import type { FactFunction } from './fact-function.ts';

export const differ: FactFunction = {
  id: 'differ',
  about: 'Whether two values differ; cannot be worked out while one of them is missing.',
  arguments: {
    left: { takes: 'value', about: 'One value.' },
    right: { takes: 'value', about: 'The other.' },
  },
  gives: 'boolean',
  evaluate: ({ left, right }) => (left === undefined || right === undefined ? undefined : !sameJson(left, right)),
};
