import { expect, test } from 'vitest';
import { returnTo, withReturn } from './return-to.ts';

test('one comes back to a page of the portal', () => {
  expect(returnTo('return=%2Fstart%2Fa%3Fform%3Db')).toBe('/start/a?form=b');
  expect(withReturn('/register', 'return=%2Fforms%2F1%2Fpage')).toBe('/register?return=%2Fforms%2F1%2Fpage');
});

test.each([
  '',
  'return=https%3A%2F%2Fevil.example',
  'return=%2F%2Fevil.example',
  'return=%2F%5Cevil.example',
  'return=javascript%3Aalert(1)',
])('nobody is led elsewhere by %j', (search) => {
  expect(returnTo(search)).toBe('/');
  expect(withReturn('/register', search)).toBe('/register');
});
