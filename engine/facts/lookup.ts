import { isObject } from '../json.ts';
import type { FactFunction } from './fact-function.ts';

export const lookup: FactFunction = {
  id: 'lookup',
  about: 'What a table of pairs says for a value; cannot be worked out for a value that is not in the table.',
  arguments: {
    of: { takes: 'value', about: 'The value to look up; numbers and booleans by their usual spelling.' },
    map: { takes: 'map', about: 'Pairs of value and result.' },
  },
  gives: 'value',
  evaluate: ({ of, map }) => {
    if (of === undefined || typeof of === 'object' || !isObject(map)) return undefined;
    return Object.hasOwn(map, String(of)) ? map[String(of)] : undefined;
  },
};
