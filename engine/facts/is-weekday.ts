import { weekdayOf } from '../text/calendar.ts';
import { asText, type FactFunction } from './fact-function.ts';

export const isWeekday: FactFunction = {
  id: 'isWeekday',
  about: 'Whether a date is a Monday to Friday; bank holidays are not known here.',
  arguments: { date: { takes: 'day', about: 'The date.' } },
  gives: 'boolean',
  evaluate: ({ date }) => {
    const weekday = weekdayOf(asText(date) ?? '');
    return weekday === undefined ? undefined : weekday <= 5;
  },
};
