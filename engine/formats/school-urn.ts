import { format, unnamed } from './format.ts';

/** Unique Reference Number of an establishment: six digits. */
export const schoolUrn = format({
  id: 'school-urn',
  squeeze: unnamed('URN'),
  strict: (text) => /^\d{6}$/.test(text),
  message: 'Enter the six digits of the URN',
  example: '123456',
  valid: ['123456', '123 456', '123.456', 'URN 123456'],
  invalid: ['12345', '1234567', '12345a', ''],
});
