import { daysAfter, monthsAfter } from '../text/ahead.ts';
import { asText, type FactFunction, type FactValue } from './fact-function.ts';

const amount = (value: FactValue): number => (value === undefined ? 0 : typeof value === 'number' ? value : NaN);

export const addTime: FactFunction = {
  id: 'addTime',
  about:
    'The date so many months, weeks and days after another, months first; from 31 January one month on is the last day of February. Negative numbers go back.',
  arguments: {
    date: { takes: 'day', about: 'The date to start from.' },
    months: { takes: 'value', holds: 'number', optional: true, about: 'Whole months.' },
    weeks: { takes: 'value', holds: 'number', optional: true, about: 'Whole weeks.' },
    days: { takes: 'value', holds: 'number', optional: true, about: 'Whole days.' },
  },
  gives: 'text',
  evaluate: ({ date, months, weeks, days }) => {
    const moved = monthsAfter(asText(date) ?? '', amount(months));
    return moved === undefined ? undefined : daysAfter(moved, amount(weeks) * 7 + amount(days));
  },
};
