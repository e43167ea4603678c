import { format, unnamed, weightedSum } from './format.ts';

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

const checkDigit = (digits: readonly number[]): number => {
  const remainder = 11 - (weightedSum(digits, WEIGHTS) % 11);
  return remainder === 11 ? 0 : remainder;
};

/** NHS number, modulus 11; a number whose check digit would be 10 is never given out. Kept as ten digits, shown 3-3-4. */
export const nhsNumber = format({
  id: 'nhs-number',
  squeeze: unnamed('NHS'),
  strict: (text) => /^\d{10}$/.test(text) && checkDigit(Array.from(text).map(Number)) === Number(text[9]),
  show: (text) => `${text.slice(0, 3)} ${text.slice(3, 6)} ${text.slice(6)}`,
  message: 'Enter an NHS number of 10 digits, like 943 476 5919',
  mistyped: { shape: /^\d{10}$/, message: 'Check the NHS number: one of its digits is not right' },
  example: '943 476 5919',
  valid: [
    '9434765919',
    '9990000018',
    '9990000034',
    '943 476 5919',
    '943-476-5919',
    '943.476.5919',
    'NHS 943 476 5919',
    'NHS number: 943 476 5919',
    'nhs no. 9434765919',
  ],
  invalid: [
    '9434765918',
    '943476591',
    '94347659190',
    '9991234560',
    '9991234561',
    '9991234569',
    'nine',
    '9434765919.',
    'NHS',
    'HSN 943 476 5919',
  ],
});
