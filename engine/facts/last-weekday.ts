import { lastWeekdayOf } from '../text/ahead.ts';
import { asText, months, weekdays, type FactFunction } from './fact-function.ts';

export const lastWeekday: FactFunction = {
  id: 'lastWeekday',
  about:
    'The last such weekday of a month, such as the last Friday in June, in the first year in which it falls on a day or after it.',
  arguments: {
    weekday: { takes: 'weekday', about: 'The weekday in English, such as "Friday".' },
    month: { takes: 'month', about: 'The month in English, such as "June".' },
    onOrAfter: { takes: 'day', about: 'The first day that it may be.' },
  },
  gives: 'text',
  evaluate: ({ weekday, month, onOrAfter }) => {
    const [day, name] = [weekdays.indexOf(asText(weekday) ?? ''), months.indexOf(asText(month) ?? '')];
    return day < 0 || name < 0 ? undefined : lastWeekdayOf(name + 1, day + 1, asText(onOrAfter) ?? '');
  },
};
