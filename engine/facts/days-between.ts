import { daysBetween as daysFrom } from '../text/calendar.ts';
import { bothTexts, type FactFunction } from './fact-function.ts';

export const daysBetween: FactFunction = {
  id: 'daysBetween',
  about: 'Calendar days from one date to another; negative when the second is earlier.',
  arguments: {
    from: { takes: 'day', about: 'First date.' },
    to: { takes: 'day', about: 'Second date.' },
  },
  gives: 'number',
  evaluate: ({ from, to }) => {
    const dates = bothTexts(from, to);
    return dates && daysFrom(...dates);
  },
};
