import { format, ungrouped } from './format.ts';

const spaced = (text: string): string => `${text.slice(0, -3)} ${text.slice(-3)}`;

/** UK postcode by its shape; whether it exists is not checked. Kept and shown with one space before the last three. */
export const ukPostcode = format({
  id: 'uk-postcode',
  squeeze: ungrouped,
  strict: (text) => text === 'GIR0AA' || /^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][ABD-HJLNP-UW-Z]{2}$/.test(text),
  store: spaced,
  message: 'Enter a full UK postcode, like OX1 1NE',
  example: 'OX1 1NE',
  valid: [
    'OX1 1NE',
    'ox11ne',
    'SW1A 1AA',
    'M1 1AE',
    'EC1A 1BB',
    'gir 0aa',
    ' OX14  3AB ',
    'OX1-1NE',
    'OX1–1NE',
    'OX1.1NE',
  ],
  invalid: ['OX1', 'OX1 1N', '1OX 1NE', 'OX1 1CE', 'OX111 1NE', 'OX1/1NE'],
});
