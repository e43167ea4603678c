import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordFault } from '../../../server/modules/accounts/sign-in/passwords.ts';
import { passwordAdvice } from './password-advice.ts';

const service = ['Lockside Council', 'Online services'];
const person = ['olive.o-brien@lockside.example', 'Olive', 'O’Brien'];
const adviceTo = (password: string): string => passwordAdvice(password, service, person);

test('a new password is judged by its length, letters counted as people see them', () => {
  expect(['', '123456789', 'ab', 'tk9-vx2-qqz', 'river lantern forty', '🐟🐟🐟🐟🐟🐟🐟🐟🐟'].map(adviceTo)).toEqual([
    '',
    '1 more character is needed',
    '8 more characters are needed',
    'Long enough. Longer is stronger',
    'Strong by its length, unless many people use it',
    '1 more character is needed',
  ]);
});

test.each([
  'LOCKSIDE COUNCIL ONLINE SERVICES',
  'lockside-send-team-2026',
  'olive obrien lockside',
  'Welcome to Lockside',
])('one of the names of the council, the service and the person is not called strong: %s', (password) => {
  expect(adviceTo(password)).toMatch(/^Too easy to guess: made of your name/);
});

test('where nobody knows who chooses it, their names are their own to leave out', () => {
  expect(passwordAdvice('olive obrien olive obrien', service)).toContain('or it is made of your name or email address');
  expect(passwordAdvice('lockside-send-team-2026', service)).toMatch(/^Too easy to guess: made of/);
});

test('what is called strong is taken by the server, but for what many people use', () => {
  const piece = fc.oneof(
    fc.constantFrom('lockside', 'Council', 'L0ckside', 'online', 'services', 'olive', 'O’Brien', 'brien', 'school'),
    fc.constantFrom(
      '2026',
      '!',
      ' ',
      '-',
      'a',
      'abc',
      '12',
      'river',
      'lantern',
      'welcome',
      'password',
      'e\u0301',
      'ﬃ',
      '🐟',
    ),
    fc.string({ maxLength: 4 }),
  );
  let strong = 0;
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 9 }), (pieces) => {
      const password = pieces.join('');
      const advice = adviceTo(password);
      const fault = passwordFault(password, [...person, ...service]);
      if (advice.startsWith('Strong')) {
        strong += 1;
        expect(fault ?? 'tried first').toContain('tried first');
      }
      if (advice.startsWith('Too easy')) expect(fault).toBeDefined();
      expect(advice === '' || advice.endsWith('needed')).toBe((fault ?? '').includes('at least'));
    }),
    { numRuns: 2000 },
  );
  expect(strong).toBeGreaterThan(100);
});
