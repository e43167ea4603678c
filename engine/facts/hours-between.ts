import { hoursBetween as hoursFrom } from '../text/ahead.ts';
import { asText, total, type FactFunction, type FactValue } from './fact-function.ts';

const hours = (from: FactValue, to: FactValue): number | undefined => {
  const found = hoursFrom(asText(from) ?? '', asText(to) ?? '');
  return found === undefined ? undefined : total([found]);
};

export const hoursBetween: FactFunction = {
  id: 'hoursBetween',
  about:
    'Hours from one time of day to a later one, such as 3.5; of two columns the list of the hours of each row, of which "sum" makes the whole.',
  arguments: {
    from: { takes: 'value', holds: 'text', about: 'Time such as 09:30, or a column of times.' },
    to: { takes: 'value', holds: 'text', about: 'A later time of the same day, or another column of the same table.' },
  },
  gives: 'value',
  evaluate: ({ from, to }) => {
    if (!Array.isArray(from) || !Array.isArray(to)) return hours(from, to);
    return from.map((start, row) => hours(start, to[row]) ?? null);
  },
};
