import { sameJson } from '../json.ts';
import { entries, type FactFunction } from './fact-function.ts';

export const includes: FactFunction = {
  id: 'includes',
  about: 'Whether a list holds a value, such as one of the choices ticked.',
  arguments: {
    of: { takes: 'value', about: 'A list.' },
    value: { takes: 'constant', about: 'The value looked for.' },
  },
  gives: 'boolean',
  evaluate: ({ of, value }) => value !== undefined && entries(of).some((entry) => sameJson(entry, value)),
};
