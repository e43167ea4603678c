import { formatMoney, formatNumber, type Question } from '../../../engine/index.ts';
import { isObject, type JsonValue } from '../../../engine/json.ts';
import { lastOf } from './cells.ts';

/** The sum of one column, as it is read; what is not a number counts as nothing. */
export const totalOf = (column: Question, rows: JsonValue | undefined): string => {
  const key = lastOf(column.pointer);
  const values = Array.isArray(rows) ? rows.map((row) => (isObject(row) ? row[key] : undefined)) : [];
  const hundredths = values.reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? Math.round(value * 100) : 0),
    0,
  );
  return column.kind === 'money' ? formatMoney(hundredths / 100) : formatNumber(hundredths / 100);
};
