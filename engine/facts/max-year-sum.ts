import type { JsonValue } from '../json.ts';
import { isRealDate } from '../text/calendar.ts';
import { asText, total, type FactFunction, type FactValue } from './fact-function.ts';

const listOf = (value: FactValue): JsonValue[] => (Array.isArray(value) ? value : []);

/** The calendar year in which the year that holds `date` began. */
const yearOf = (date: string, starts: string): number => Number(date.slice(0, 4)) - (date.slice(5) < starts ? 1 : 0);

export const maxYearSum: FactFunction = {
  id: 'maxYearSum',
  about:
    'The largest sum of a column within one year, such as a financial year; rows without a date or a number do not count.',
  arguments: {
    of: { takes: 'value', holds: 'number', about: 'Numbers, one column of a table.' },
    dates: { takes: 'value', holds: 'day', about: 'Dates, another column of the same table.' },
    yearStarts: { takes: 'monthDay', about: 'MM-DD on which such a year starts.' },
  },
  gives: 'number',
  evaluate: ({ of, dates, yearStarts }) => {
    const starts = asText(yearStarts);
    if (starts === undefined) return undefined;
    const years = new Map<number, number[]>();
    const numbers = listOf(of);
    listOf(dates).forEach((date, row) => {
      const number = numbers[row];
      if (typeof date !== 'string' || !isRealDate(date) || typeof number !== 'number') return;
      const year = yearOf(date, starts);
      const others = years.get(year);
      if (others === undefined) years.set(year, [number]);
      else others.push(number);
    });
    const sums = [...years.values()].map(total);
    return sums.length === 0 ? undefined : sums.reduce((most, sum) => Math.max(most, sum));
  },
};
