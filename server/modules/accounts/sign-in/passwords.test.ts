import { expect, test } from 'vitest';
import { hashPassword, passwordFault, verifyPassword } from './passwords.ts';

const ada = ['ada.byron@example.org', 'Ada', 'Byron'];

test('a hash says its parameters, is salted, and fits only its own password', async () => {
  const [first, second] = await Promise.all([hashPassword('river lantern'), hashPassword('river lantern')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await verifyPassword('river lantern', first)).toBe(true);
  expect(await verifyPassword('river lanterN', first)).toBe(false);
  expect(await verifyPassword('river lantern', undefined)).toBe(false);
});

test('letters typed as one character or two are the same password', async () => {
  expect(await verifyPassword('cafe\u0301 garden sofa', await hashPassword('caf\u00e9 garden sofa'))).toBe(true);
});

test.each([
  'river lantern forty',
  'Xk3!vv9-qqPz',
  'пароль для моей семьи',
  '🦊🦊🌲🌲🏠🏠🌊🌊🎈🎈',
  'my dog byron likes long walks',
])('“%s” is taken: no rules of composition', (password) => {
  expect(passwordFault(password, ada)).toBeUndefined();
});

test.each([
  '1234567890',
  'qwertyuiop',
  'Password2026!',
  'iloveyou123',
  'abababababab',
  'zyxwvutsrqponm',
  'ada.byron12',
])('“%s” is refused', (password) => {
  expect(passwordFault(password, ada)).toMatch(/tried first|name or e-mail/);
});

test('length is counted in characters as people see them', () => {
  expect(passwordFault('🦊🌲🏠🌊🎈🦊🌲🏠🌊', [])).toContain('at least 10');
});

test.each(['LocksideCouncil1', 'lockside-council!', 'Onlineservices24'])(
  'a password is not made of the names of the council and the service: %s',
  (password) =>
    expect(passwordFault(password, ['Lockside Council', 'Online services'])).toContain('the name of the council'),
);

test('one that has more in it than such a name may be used', () => {
  expect(passwordFault('council lantern river forty', ['Lockside Council'])).toBeUndefined();
});
