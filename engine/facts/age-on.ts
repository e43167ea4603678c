import { ageOn as ageInYears } from '../text/calendar.ts';
import { bothTexts, type FactFunction } from './fact-function.ts';

export const ageOn: FactFunction = {
  id: 'ageOn',
  about: 'Age in whole years on a day; cannot be worked out before birth.',
  arguments: {
    date: { takes: 'value', holds: 'day', about: 'Date of birth.' },
    on: { takes: 'day', about: 'The day on which the age is wanted.' },
  },
  gives: 'number',
  evaluate: ({ date, on }) => {
    const dates = bothTexts(date, on);
    return dates && ageInYears(...dates);
  },
};
