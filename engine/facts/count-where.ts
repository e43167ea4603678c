import { isObject, sameJson } from '../json.ts';
import { asText, entries, type FactFunction } from './fact-function.ts';

export const countWhere: FactFunction = {
  id: 'countWhere',
  about: 'How many rows of a table hold a value in a column.',
  arguments: {
    of: { takes: 'value', about: 'The table.' },
    field: { takes: 'column', about: "The column's key." },
    equals: { takes: 'constant', about: 'The value to count.' },
  },
  gives: 'number',
  evaluate: ({ of, field, equals }) => {
    const column = asText(field);
    if (column === undefined || equals === undefined) return undefined;
    return entries(of).filter((row) => {
      const cell = isObject(row) ? row[column] : undefined;
      return cell !== undefined && sameJson(cell, equals);
    }).length;
  },
};
