import { monthsBetween } from '../text/calendar.ts';
import { formatAge } from '../text/number.ts';
import { bothTexts, type FactFunction } from './fact-function.ts';

export const ageInWords: FactFunction = {
  id: 'ageInWords',
  about: 'Age on a day in years and months, such as “4 years 3 months”; cannot be worked out before birth.',
  arguments: {
    date: { takes: 'value', holds: 'day', about: 'Date of birth.' },
    on: { takes: 'day', about: 'The day on which the age is wanted.' },
  },
  gives: 'text',
  evaluate: ({ date, on }) => {
    const dates = bothTexts(date, on);
    const months = dates && monthsBetween(...dates);
    return months === undefined || dates === undefined || dates[1] < dates[0] ? undefined : formatAge(months);
  },
};
