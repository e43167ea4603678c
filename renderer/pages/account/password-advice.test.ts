import { expect, test } from 'vitest';
import { passwordAdvice } from './password-advice.ts';

test('a new password is judged by its length, letters counted as people see them', () => {
  expect(
    ['', '123456789', 'ab', '1234567890', 'river lantern forty', '🐟🐟🐟🐟🐟🐟🐟🐟🐟'].map(passwordAdvice),
  ).toEqual([
    '',
    '1 more character is needed',
    '8 more characters are needed',
    'Long enough. Longer is stronger',
    'Strong by its length',
    '1 more character is needed',
  ]);
});
