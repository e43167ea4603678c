import { format, unnamed, weightedSum } from './format.ts';

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/** Unique Learner Number, modulus 11; a number whose remainder is 0 is never given out. */
export const uln = format({
  id: 'uln',
  squeeze: unnamed('ULN'),
  strict: (text) => {
    if (!/^\d{10}$/.test(text)) return false;
    const remainder = weightedSum(Array.from(text).map(Number), WEIGHTS) % 11;
    return remainder !== 0 && 10 - remainder === Number(text[9]);
  },
  message: 'Enter the 10 digits of the Unique Learner Number',
  mistyped: { shape: /^\d{10}$/, message: 'Check the Unique Learner Number: one of its digits is not right' },
  example: '1000000000',
  valid: ['1000000000', '10 0000 0000', '1000000019', '1234567899', '10.0000.0000', 'ULN 1000000000'],
  invalid: ['1000000001', '100000000', '0000000000', '10000000000'],
});
