import { isRealDate } from '../text/calendar.ts';
import { formatDate } from '../text/date.ts';
import { format } from './format.ts';

/** A date of which only the year falls short: `15-01-05`. Which century it means is not for us to guess. */
export const isShortOfYear = (text: string): boolean =>
  /^\d{1,3}-/.test(text) && isRealDate(text.replace(/^\d+/, '2000'));

/** A real calendar date in ISO 8601, 1900 or later; shown like 14-Jul-2021. */
export const date = format({
  id: 'date',
  squeeze: (text) => text.trim(),
  strict: (text) => isRealDate(text) && text >= '1900',
  show: (text) => formatDate(text),
  message: 'Enter a real date, like 14 7 2021',
  example: '14-Jul-2021',
  valid: ['2021-07-14', '2024-02-29', '2000-02-29', '1900-01-01', '2021–07–14', ' 2021-07-14'],
  invalid: [
    '2021-02-29',
    '1900-02-29',
    '2021-13-01',
    '2021-04-31',
    '2021-7-4',
    '14-Jul-2021',
    '1899-12-31',
    '2021-07-14T00:00',
    '',
  ],
});
